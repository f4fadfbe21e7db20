import type { Tombstones } from '@remedyboard/shared/board/tombstones'
import type { BoardAccess, BoardInfo, CompactionPoint, LogEntry } from './board-store.ts'
import type { StoreErrorCode } from './store-error.ts'

/** A call of the store as plain data, so that it can cross a thread boundary. The last six are the steps of a compaction. */
export type StoreRequest =
  | { type: 'create'; info: BoardInfo; first: LogEntry }
  | { type: 'board'; boardId: string }
  | { type: 'board-by-join-code'; joinCode: string }
  | { type: 'set-access'; boardId: string; access: BoardAccess }
  | { type: 'append'; boardId: string; entry: LogEntry; after: number }
  | { type: 'load'; boardId: string }
  /** answers with a `FormerSnapshot` */
  | { type: 'former-snapshot'; boardId: string; upTo: number }
  /** answers with the bytes of one part */
  | { type: 'read-part'; boardId: string; seq: number; part: number }
  /** answers with an `EntrySlice` */
  | { type: 'read-entries'; boardId: string; after: number; upTo: number }
  | { type: 'write-part'; boardId: string; seq: number; part: number; bytes: Uint8Array }
  | { type: 'replace-snapshot'; boardId: string; snapshot: NewSnapshot }
  /** answers whether there is more to remove */
  | { type: 'remove-replaced'; boardId: string }

/** What a compaction starts from. */
export interface FormerSnapshot {
  /** 0 when there is none */
  readonly seq: number
  readonly parts: number
  readonly tombstones: Tombstones
}

/** Some of the entries after `after`, as many as fit into one step. */
export interface EntrySlice {
  readonly updates: readonly Uint8Array[]
  /** the last entry of the slice */
  readonly last: number
}

/** A snapshot whose parts have been written. */
export interface NewSnapshot extends Pick<CompactionPoint, 'seq' | 'state'> {
  readonly parts: number
  readonly tombstones: Tombstones
}

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
