import type { BoardAccess, BoardInfo, BoardStore, CompactionPoint, LogEntry, Snapshot, StoredBoard, StoredEntry } from './board-store.ts'
import { buildSnapshot } from './build-snapshot.ts'
import { withSealed, type SealedRows } from '@remedyboard/shared/workshop/sealed'
import { StoreError } from './store-error.ts'

interface Kept {
  info: BoardInfo
  snapshot?: Snapshot
  entries: StoredEntry[]
  sealed: SealedRows
}

/** The contract in memory, for tests. */
export class MemoryBoardStore implements BoardStore {
  readonly #boards = new Map<string, Kept>()
  #closed = false

  async createBoard(info: BoardInfo, first: LogEntry): Promise<void> {
    this.#mustBeOpen()
    for (const { info: other } of this.#boards.values()) {
      if (other.id === info.id || other.joinCode === info.joinCode) throw new StoreError('conflict', 'The board id or join code is taken.')
    }
    this.#boards.set(info.id, { info, entries: [entryOf(1, first)], sealed: withSealed(new Map(), first.sealed ?? []) })
  }

  async board(boardId: string): Promise<BoardInfo | undefined> {
    this.#mustBeOpen()
    return this.#boards.get(boardId)?.info
  }

  async boardByJoinCode(joinCode: string): Promise<BoardInfo | undefined> {
    this.#mustBeOpen()
    return [...this.#boards.values()].find(({ info }) => info.joinCode === joinCode)?.info
  }

  async setAccess(boardId: string, { generations, joinCode }: BoardAccess): Promise<void> {
    const kept = this.#must(boardId)
    for (const { info } of this.#boards.values()) {
      if (info.id !== boardId && info.joinCode === joinCode) throw new StoreError('conflict', 'The join code is taken.')
    }
    kept.info = { ...kept.info, generations, joinCode }
  }

  async append(boardId: string, entry: LogEntry, after: number): Promise<void> {
    const kept = this.#must(boardId)
    if (lastSeq(kept) !== after) throw new StoreError('conflict', 'The log has moved on.')
    kept.entries.push(entryOf(after + 1, entry))
    kept.sealed = withSealed(kept.sealed, entry.sealed ?? [])
  }

  async load(boardId: string): Promise<StoredBoard | undefined> {
    this.#mustBeOpen()
    const kept = this.#boards.get(boardId)
    return kept && { snapshot: kept.snapshot, entries: [...kept.entries], sealed: kept.sealed }
  }

  async compact(boardId: string, { seq, state, now }: CompactionPoint): Promise<number> {
    const kept = this.#must(boardId)
    if (seq > lastSeq(kept)) throw new StoreError('conflict', 'The snapshot would be ahead of the log.')
    const { snapshot } = kept
    if (snapshot && snapshot.seq >= seq) return 0
    const updates = kept.entries.flatMap((entry) => (entry.update && entry.seq <= seq ? [entry.update] : []))
    const built = buildSnapshot(snapshot ? [snapshot.update, ...updates] : updates, snapshot?.tombstones ?? {}, now)
    kept.snapshot = { seq, state, ...built }
    kept.entries = kept.entries.filter((entry) => entry.seq > seq)
    return built.update.byteLength
  }

  async close(): Promise<void> {
    this.#closed = true
  }

  #must(boardId: string): Kept {
    this.#mustBeOpen()
    const kept = this.#boards.get(boardId)
    if (!kept) throw new StoreError('no-such-board', 'There is no such board.')
    return kept
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new StoreError('closed', 'The store is closed.')
  }
}

function entryOf(seq: number, { update, events }: LogEntry): StoredEntry {
  return { seq, ...(update ? { update } : {}), ...(events ? { events } : {}) }
}

function lastSeq(kept: Kept): number {
  return kept.entries.at(-1)?.seq ?? kept.snapshot?.seq ?? 0
}
