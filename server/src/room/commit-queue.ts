import type { WorkshopEvent } from '@remedyboard/shared/workshop/event'
import type { SealedOp } from '@remedyboard/shared/workshop/sealed'
import * as Y from 'yjs'
import type { LogEntry } from '../storage/board-store.ts'
import type { Clock, Random } from './clock.ts'

/** One atomic step that waits for its durable commit. */
export interface PendingChange<Author> {
  update?: Uint8Array
  events?: readonly WorkshopEvent[]
  sealed?: readonly SealedOp[]
  /** who has the update already and need not get it back; null when everybody needs it */
  author: Author | null
}

/** Steps that were committed together. */
export interface StoredBatch<Author> {
  /** all updates merged into one */
  update?: Uint8Array
  events: readonly WorkshopEvent[]
  sealed: readonly SealedOp[]
  /** set when one author made all of it */
  soleAuthor: Author | null
}

interface Batch<Author> {
  changes: PendingChange<Author>[]
  /** what to do then, each under a name of its own */
  afterwards: Map<object, () => void>
}

/** First wait before a failed commit is tried again; doubles up to the maximum. */
const FIRST_RETRY_MS = 250
const MAX_RETRY_MS = 5_000

/**
 * Turns changes into durable log entries, one commit at a time: what arrives during a commit goes into the next one, so a slow
 * disk makes larger commits and no queue. Nothing is told to anybody before its commit returned.
 */
export class CommitQueue<Author> {
  readonly #append: (entry: LogEntry) => Promise<void>
  readonly #onStored: (batch: StoredBatch<Author>) => void
  readonly #onFailure: (error: unknown) => 'retry' | 'stop'
  readonly #onRecovered: () => void
  readonly #clock: Clock
  readonly #random: Random
  #collecting: Batch<Author> = { changes: [], afterwards: new Map() }
  #committing: Batch<Author> | null = null
  #failures = 0
  #stopped = false
  #cancelRetry: () => void = () => undefined
  #idle: (() => void)[] = []
  /** bytes of updates that are not yet durable */
  waitingBytes = 0

  constructor(options: {
    append: (entry: LogEntry) => Promise<void>
    onStored: (batch: StoredBatch<Author>) => void
    onFailure: (error: unknown) => 'retry' | 'stop'
    onRecovered: () => void
    clock: Clock
    random: Random
  }) {
    this.#append = options.append
    this.#onStored = options.onStored
    this.#onFailure = options.onFailure
    this.#onRecovered = options.onRecovered
    this.#clock = options.clock
    this.#random = options.random
  }

  add(change: PendingChange<Author>): void {
    this.#collecting.changes.push(change)
    this.waitingBytes += change.update?.byteLength ?? 0
    this.#start()
  }

  /**
   * Runs when everything added so far is durable, and before it is passed on; at once when it already is. What waits for the same commit
   * under the same name is replaced: a store may be down for an hour.
   */
  whenDurable(run: () => void, name: object = run): void {
    const batch = this.#collecting.changes.length > 0 ? this.#collecting : this.#committing
    if (batch) batch.afterwards.set(name, run)
    else run()
  }

  /** Resolves when nothing waits, or when the queue was stopped. */
  whenIdle(): Promise<void> {
    if (this.#isIdle()) return Promise.resolve()
    return new Promise((resolve) => this.#idle.push(resolve))
  }

  /** Gives up what is not committed. */
  stop(): void {
    this.#stopped = true
    this.#cancelRetry()
    this.#settleIdle()
  }

  #isIdle(): boolean {
    return this.#stopped || (!this.#committing && this.#collecting.changes.length === 0)
  }

  #settleIdle(): void {
    if (!this.#isIdle()) return
    for (const resolve of this.#idle.splice(0)) resolve()
  }

  #start(): void {
    if (this.#committing || this.#stopped || this.#failures > 0 || this.#collecting.changes.length === 0) return
    this.#committing = this.#collecting
    this.#collecting = { changes: [], afterwards: new Map() }
    void this.#commit(this.#committing)
  }

  async #commit(batch: Batch<Author>): Promise<void> {
    const update = mergedUpdate(batch.changes)
    const events = batch.changes.flatMap((change) => change.events ?? [])
    const sealed = batch.changes.flatMap((change) => change.sealed ?? [])
    try {
      await this.#append({
        ...(update ? { update } : {}),
        ...(events.length > 0 ? { events } : {}),
        ...(sealed.length > 0 ? { sealed } : {}),
      })
    } catch (error) {
      if (!this.#stopped) this.#fail(batch, error)
      return
    }
    if (this.#stopped) return
    this.#committing = null
    for (const change of batch.changes) this.waitingBytes -= change.update?.byteLength ?? 0
    const recovered = this.#failures > 0
    this.#failures = 0
    // The next commit may run while this one is told to everybody.
    this.#start()
    if (recovered) this.#onRecovered()
    const [first] = batch.changes
    const sole = first && batch.changes.every((change) => change.author === first.author) ? first.author : null
    // Whoever asked for the board meanwhile gets it first, and then this batch, which may hold changes from after their question.
    for (const run of batch.afterwards.values()) run()
    this.#onStored({ ...(update ? { update } : {}), events, sealed, soleAuthor: sole })
    this.#settleIdle()
  }

  #fail(batch: Batch<Author>, error: unknown): void {
    this.#failures += 1
    // Whatever arrived meanwhile goes along with the next attempt.
    this.#collecting = {
      changes: [...batch.changes, ...this.#collecting.changes],
      afterwards: new Map([...batch.afterwards, ...this.#collecting.afterwards]),
    }
    this.#committing = null
    if (this.#onFailure(error) === 'stop') {
      this.stop()
      return
    }
    const backOff = Math.min(MAX_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.#failures - 1))
    this.#cancelRetry = this.#clock.after(backOff * (0.75 + this.#random() / 2), () => {
      this.#committing = this.#collecting
      this.#collecting = { changes: [], afterwards: new Map() }
      void this.#commit(this.#committing)
    })
  }
}

function mergedUpdate(changes: readonly PendingChange<unknown>[]): Uint8Array | undefined {
  const updates = changes.flatMap(({ update }) => (update ? [update] : []))
  return updates.length > 1 ? Y.mergeUpdates(updates) : updates[0]
}
