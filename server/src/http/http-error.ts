import type { ApiErrorCode } from '@remedyboard/shared/protocol/api'

/** One status per code, so that programs may look at either. */
export const STATUS_OF_CODE: Readonly<Record<ApiErrorCode, number>> = {
  'bad-request': 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'entry-closed': 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  unprocessable: 422,
  'too-many-requests': 429,
  'store-unavailable': 503,
  internal: 500,
}

/** A refusal. The message is sent as it is: it says what to do, and never holds a name, a key or a path of this machine. */
export class HttpError extends Error {
  override readonly name = 'HttpError'
  readonly code: ApiErrorCode
  readonly status: number

  constructor(code: ApiErrorCode, message: string) {
    super(message)
    this.code = code
    this.status = STATUS_OF_CODE[code]
  }
}
