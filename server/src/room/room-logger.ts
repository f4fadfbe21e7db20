/** The part of pino that rooms use. Never names, keys or addresses. */
export interface RoomLogger {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

export const silentLogger: RoomLogger = { info: () => undefined, warn: () => undefined, error: () => undefined }
