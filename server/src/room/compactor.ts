import type { BoardStore, CompactionPoint } from '../storage/board-store.ts'
import type { RoomLogger } from './room-logger.ts'

/** When the log holds this much more than the snapshot: loading stays fast, and the disk is not rewritten all the time. */
const COMPACT_AFTER_ENTRIES = 500

/** A snapshot costs as much as its size, so the log of a large board may grow with it. */
const LOG_SHARE = 1 / 4

/** But not for ever: ten times as many entries are read in a tenth of a second, too. */
const MOST_ENTRIES = 10

interface CompactorOptions {
  store: BoardStore
  boardId: string
  logger: RoomLogger
  /** asked when workshop and seq say the same */
  point: () => CompactionPoint
  /** what the log holds beyond its snapshot */
  log: LogSize
  /** bytes of the newest snapshot's document */
  snapshotBytes: number
  /** tests compact more often */
  compactAfterEntries?: number
}

/** How much there is to read before a board is there. */
export interface LogSize {
  entries: number
  /** of the updates */
  bytes: number
}

/** Lets a board's log be replaced by a snapshot now and then. The store does the work, from its own bytes. */
export class Compactor {
  readonly #options: CompactorOptions
  readonly #limit: number
  #log: LogSize
  #snapshotBytes: number
  #running: Promise<void> | null = null

  constructor(options: CompactorOptions) {
    this.#options = options
    this.#log = options.log
    this.#snapshotBytes = options.snapshotBytes
    this.#limit = options.compactAfterEntries ?? COMPACT_AFTER_ENTRIES
  }

  /** Call after each commit, when workshop and seq say the same. */
  noteEntry(bytes: number): void {
    this.#log = { entries: this.#log.entries + 1, bytes: this.#log.bytes + bytes }
    const { entries, bytes: logged } = this.#log
    const worthwhile = entries >= this.#limit && logged >= this.#snapshotBytes * LOG_SHARE
    if (worthwhile || entries >= this.#limit * MOST_ENTRIES) void this.run()
  }

  /** Compacts what is there, if anything. Resolves when it is done, or could not be. */
  run(): Promise<void> {
    if (this.#log.entries === 0 && !this.#running) return Promise.resolve()
    this.#running ??= this.#compact().finally(() => (this.#running = null))
    return this.#running
  }

  async #compact(): Promise<void> {
    const { store, boardId, point, logger } = this.#options
    this.#log = { entries: 0, bytes: 0 }
    try {
      this.#snapshotBytes = (await store.compact(boardId, point())) || this.#snapshotBytes
    } catch (error) {
      // The log still has everything; the next threshold tries again.
      logger.warn({ board: boardId, error: String(error) }, 'compaction failed')
    }
  }
}
