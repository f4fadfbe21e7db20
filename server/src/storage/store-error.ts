/** What went wrong in the store, for the caller to act on. */
export type StoreErrorCode =
  /** The data folder or the database file cannot be created, opened or written. */
  | 'folder-unwritable'
  /** Another process holds the database. */
  | 'in-use'
  /** The file is not a database, or its content is damaged. */
  | 'corrupt'
  /** The database was written by a newer version of this program. */
  | 'newer-schema'
  /** No room left on the disk. Later writes may succeed. */
  | 'disk-full'
  /** The disk failed in another way, or the store was lost. Later writes may succeed. */
  | 'unavailable'
  /** The id or join code is taken, or the log has moved on since the caller last looked. */
  | 'conflict'
  | 'no-such-board'
  /** No whole document came out of the log, so that it was not compacted; nothing was changed. */
  | 'bad-snapshot'
  /** The store was closed by us. */
  | 'closed'

export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
