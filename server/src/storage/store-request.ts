import type { BoardAccess, BoardInfo, LogEntry, Snapshot } from './board-store.ts'
import type { StoreErrorCode } from './store-error.ts'

/** A call of the store as plain data, so that it can cross a thread boundary. */
export type StoreRequest =
  | { type: 'create'; info: BoardInfo; first: LogEntry }
  | { type: 'board'; boardId: string }
  | { type: 'board-by-join-code'; joinCode: string }
  | { type: 'set-access'; boardId: string; access: BoardAccess }
  | { type: 'append'; boardId: string; entry: LogEntry; after: number }
  | { type: 'load'; boardId: string }
  | { type: 'compact'; boardId: string; snapshot: Snapshot }

export interface StoreFailure {
  code: StoreErrorCode
  message: string
}

/** The answer to one request. */
export type StoreResult = { value: unknown } | { failure: StoreFailure }

/** Main thread → worker. One batch is one transaction. */
export type WorkerCall = { type: 'run'; batch: readonly StoreRequest[] } | { type: 'close' }

/** Worker → main thread, one reply per call, in order; the first, unasked, says whether the database could be opened. */
export type WorkerReply =
  | { type: 'opened' }
  | { type: 'failed'; failure: StoreFailure }
  | { type: 'results'; results: readonly StoreResult[] }
  | { type: 'closed' }
