/** `empty`: nothing is there to draw. `too-large`: this browser cannot make a canvas of that size. */
export type ExportErrorCode = 'empty' | 'too-large' | 'failed'

export class ExportError extends Error {
  readonly code: ExportErrorCode

  constructor(code: ExportErrorCode) {
    super(`export of a picture: ${code}`)
    this.name = 'ExportError'
    this.code = code
  }
}
