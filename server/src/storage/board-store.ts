import type { Tombstones } from '@remedyboard/shared/board/tombstones'
import type { Role } from '@remedyboard/shared/protocol/role'
import type { WorkshopEvent } from '@remedyboard/shared/workshop/event'
import type { SealedOp, SealedRows } from '@remedyboard/shared/workshop/sealed'
import type { WorkshopState } from '@remedyboard/shared/workshop/state'

/** How often the links of each role were replaced; a key carries the generation it was made for. */
export type KeyGenerations = Readonly<Record<Role, number>>

/** What opens a board. Replacing any of it makes the old one worthless. */
export interface BoardAccess {
  readonly generations: KeyGenerations
  /** unique among all boards; upper case, no spaces */
  readonly joinCode: string
}

/** What the store knows about a board besides its content. */
export interface BoardInfo extends BoardAccess {
  readonly id: string
  /** server ms since the epoch */
  readonly createdAt: number
  readonly title: string
  readonly template: string
  readonly locale: string
}

/**
 * One atomic step of a board: a Yjs update (V1), workshop events, changes of sealed rows, or all of them. What is sealed is in no log
 * and no snapshot: the rows are as the last entry left them, and what it erased is gone from every file.
 */
export interface LogEntry {
  readonly update?: Uint8Array
  readonly events?: readonly WorkshopEvent[]
  readonly sealed?: readonly SealedOp[]
}

export interface StoredEntry extends Omit<LogEntry, 'sealed'> {
  /** 1, 2, 3 … per board, without gaps; goes on after compaction */
  readonly seq: number
}

/** Everything up to and including entry `seq`. */
export interface Snapshot {
  readonly seq: number
  readonly update: Uint8Array
  readonly state: WorkshopState
  /** since when records are deleted, as far as it was noticed at compactions */
  readonly tombstones: Tombstones
}

/** Where a compaction ends, and what the log alone cannot tell. */
export interface CompactionPoint {
  /** the last entry that goes into the snapshot; the log has it */
  readonly seq: number
  /** the workshop after that entry */
  readonly state: WorkshopState
  /** server ms since the epoch: what is found deleted now is deleted since now, if it was not before */
  readonly now: number
}

export interface StoredBoard {
  readonly snapshot?: Snapshot
  /** entries after the snapshot, in order */
  readonly entries: readonly StoredEntry[]
  /** hidden notes and ballots, as the last entry left them */
  readonly sealed: SealedRows
}

/**
 * Where boards live. Every adapter passes `board-store.contract.ts`.
 *
 * Durability: a promise of `createBoard`, `append`, `setAccess` or `compact` resolves only after the change would survive
 * a loss of power. Until then it may be there or not, but never in part.
 * Order: calls for one board take effect in the order in which they were made; only `compact` may take its time. Appends batch themselves: all that wait while
 * a commit runs go into the next one.
 * Failure: every rejection is a `StoreError`. After 'disk-full' and 'unavailable' the same call may be tried again.
 */
export interface BoardStore {
  /** Adds a board with its first entry (seq 1). Rejects with 'conflict' when the id or the join code is taken. */
  createBoard(info: BoardInfo, first: LogEntry): Promise<void>
  board(boardId: string): Promise<BoardInfo | undefined>
  boardByJoinCode(joinCode: string): Promise<BoardInfo | undefined>
  /** Rejects with 'no-such-board', and with 'conflict' when the join code is taken. */
  setAccess(boardId: string, access: BoardAccess): Promise<void>
  /**
   * Adds entry `after + 1`. Rejects with 'conflict' when the log does not end at `after`: somebody else writes to this board, or
   * an earlier append of ours arrived although it was reported as failed. Rejects with 'no-such-board'.
   */
  append(boardId: string, entry: LogEntry, after: number): Promise<void>
  /** Newest snapshot and all entries after it; undefined when there is no such board. */
  load(boardId: string): Promise<StoredBoard | undefined>
  /**
   * Replaces the entries up to `point.seq` by a snapshot that the store makes from its own bytes (the former snapshot and these entries,
   * see `build-snapshot.ts`), in one step. Commits go on meanwhile. A snapshot that is not newer than the stored one changes nothing.
   * Resolves with the bytes of the new snapshot's document, 0 when nothing changed.
   * Rejects with 'bad-snapshot' when the log does not give a whole document, 'conflict' when `seq` is ahead of the log, 'no-such-board'.
   */
  compact(boardId: string, point: CompactionPoint): Promise<number>
  /** Resolves when everything asked for before is done; later calls reject with 'closed'. */
  close(): Promise<void>
}
