import type { BoardStore, CompactionPoint, LogEntry } from '../storage/board-store.ts'
import { StoreError } from '../storage/store-error.ts'
import type { Clock, Random } from './clock.ts'
import { CommitQueue, type StoredBatch } from './commit-queue.ts'
import type { RoomLife } from './room-life.ts'
import type { RoomLogger } from './room-logger.ts'

/** A commit takes milliseconds; one that takes this long may never return, and people must know that nothing is saved. */
const STALLED_MS = 10_000

interface JournalOptions<Author> {
  boardId: string
  store: BoardStore
  /** last entry of the log */
  seq: number
  life: RoomLife
  clock: Clock
  random: Random
  logger: RoomLogger
  /** these are durable: they may be told now */
  onStored: (batch: StoredBatch<Author>) => void
  /** nothing can be stored (false), or everything again (true) */
  onStoring: (storing: boolean) => void
  /** the log is not what this room believes */
  onDiverged: () => void
}

/** A room's end of its board's log: what it commits, how it fares, and what that does to the room's life. */
export class Journal<Author> {
  readonly commits: CommitQueue<Author>
  readonly #options: JournalOptions<Author>
  #seq: number
  #cancelWatch = (): void => undefined

  constructor(options: JournalOptions<Author>) {
    this.#options = options
    this.#seq = options.seq
    this.commits = new CommitQueue<Author>({
      append: (entry) => this.#append(entry),
      onStored: options.onStored,
      onFailure: (error) => this.#onFailure(error),
      onRecovered: () => this.#recovered(),
      clock: options.clock,
      random: options.random,
    })
  }

  /** Where the log ends now, for a snapshot. `state` is the workshop as far as it is durable. */
  pointWith(state: CompactionPoint['state']): CompactionPoint {
    return { seq: this.#seq, state, now: this.#options.clock.now() }
  }

  /** Gives up what is not committed. */
  stop(): void {
    this.commits.stop()
    this.#cancelWatch()
  }

  async #append(entry: LogEntry): Promise<void> {
    const { store, boardId, clock } = this.#options
    this.#cancelWatch = clock.after(STALLED_MS, () => this.#suspend('the store does not answer'))
    try {
      await store.append(boardId, entry, this.#seq)
      this.#seq += 1
    } finally {
      this.#cancelWatch()
    }
    // It answered after all; an answer after a failure is noticed by the queue, too.
    this.#recovered()
  }

  #onFailure(error: unknown): 'retry' | 'stop' {
    const code = error instanceof StoreError ? error.code : 'unavailable'
    this.#suspend(String(error), code)
    if (code !== 'conflict' && code !== 'no-such-board' && code !== 'closed') return 'retry'
    this.#options.onDiverged()
    return 'stop'
  }

  #suspend(error: string, code = 'unavailable'): void {
    const { life, logger, boardId, onStoring } = this.#options
    logger.error({ board: boardId, code, error }, 'the board cannot be stored')
    life.on('store-failed')
    onStoring(false)
  }

  #recovered(): void {
    const { life, logger, boardId, onStoring } = this.#options
    if (!life.on('store-recovered')) return
    logger.warn({ board: boardId }, 'the board can be stored again')
    onStoring(true)
  }
}
