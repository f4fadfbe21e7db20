import type { BoardStore, Snapshot } from '../storage/board-store.ts'
import type { RoomLogger } from './room-logger.ts'

/** When the log holds this much more than the snapshot: loading stays fast, and the disk is not rewritten all the time. */
const COMPACT_AFTER_ENTRIES = 500

interface CompactorOptions {
  store: BoardStore
  boardId: string
  logger: RoomLogger
  snapshot: () => Snapshot
  /** entries that the log holds beyond its snapshot */
  entries: number
  /** tests compact more often */
  compactAfterEntries?: number
}

/** Replaces a board's log by a snapshot now and then. */
export class Compactor {
  readonly #store: BoardStore
  readonly #boardId: string
  readonly #logger: RoomLogger
  readonly #snapshot: () => Snapshot
  readonly #limit: number
  #entries: number
  #running = false

  constructor(options: CompactorOptions) {
    this.#store = options.store
    this.#boardId = options.boardId
    this.#logger = options.logger
    this.#snapshot = options.snapshot
    this.#entries = options.entries
    this.#limit = options.compactAfterEntries ?? COMPACT_AFTER_ENTRIES
  }

  /** Call after each commit, when workshop and seq say the same. The document may be ahead: updates applied twice change nothing. */
  noteEntry(): void {
    this.#entries += 1
    if (this.#entries >= this.#limit) void this.run()
  }

  /** Compacts what is there, if anything. */
  async run(): Promise<void> {
    if (this.#running || this.#entries === 0) return
    this.#running = true
    this.#entries = 0
    try {
      await this.#store.compact(this.#boardId, this.#snapshot())
    } catch (error) {
      // The log still has everything; the next threshold tries again.
      this.#logger.warn({ board: this.#boardId, error: String(error) }, 'compaction failed')
    } finally {
      this.#running = false
    }
  }
}
