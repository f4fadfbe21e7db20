import type { ErrorRequestHandler } from 'express'
import type { Logger } from 'pino'
import type { ApiError } from '@remedyboard/shared/protocol/api'
import { StoreError } from '../storage/store-error.ts'
import { HttpError } from './http-error.ts'

/** The last stop of every request that failed: one JSON form for all errors, and a log line only for those that are our fault. */
export function errorHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const failure = asHttpError(error)
    if (failure.status >= 500)
      logger.error({ err: error, method: request.method, route: String(request.route?.path ?? '') }, 'a request failed')
    if (response.headersSent) {
      // Half an answer cannot be taken back: Express cuts the connection.
      next(error)
      return
    }
    const body: ApiError = { error: { code: failure.code, message: failure.message } }
    response.status(failure.status).json(body)
  }
}

function asHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error
  if (error instanceof StoreError) return fromStore(error)
  const status = error instanceof Error && 'status' in error ? error.status : undefined
  if (status === 413) return new HttpError('too-large', 'The request is too large: send less at once.')
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new HttpError('bad-request', 'The request cannot be read: send well-formed JSON in UTF-8, and a well-formed address.')
  }
  return new HttpError('internal', 'The server failed. Try again; if it goes on, look at the log of the server.')
}

function fromStore(error: StoreError): HttpError {
  if (error.code === 'no-such-board') return new HttpError('not-found', 'There is no such board.')
  if (error.code === 'conflict') return new HttpError('conflict', 'Somebody else changed this at the same time: try again.')
  return new HttpError('store-unavailable', 'The server cannot store anything now: check its disk, then try again.')
}
