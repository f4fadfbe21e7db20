import * as Y from 'yjs'
import type { Clock } from './clock.ts'
import type { Connection } from './connection.ts'
import { encodeUpdate } from './frame.ts'

/** Up to here every commit goes out at once: the cost is small and people feel the difference. */
const MAX_UNPACED_PEOPLE = 50

/** One more millisecond of company per this many people: 4 ms for 100, 12 ms for 300. */
const PEOPLE_PER_MS = 25

/** The presence tick; beyond it people would feel the wait. */
const MAX_WINDOW_MS = 50

/** How long stored updates wait for others when one went out just before, so that a full room gets fewer frames. In ms. */
export function broadcastWindowMs(people: number): number {
  return people <= MAX_UNPACED_PEOPLE ? 0 : Math.min(MAX_WINDOW_MS, people / PEOPLE_PER_MS)
}

/** Sends stored updates to everybody who has the board, merged into one frame and encoded once. */
export class Broadcast {
  readonly #clock: Clock
  readonly #receivers: () => ReadonlySet<Connection>
  #updates: Uint8Array[] = []
  /** who made all that waits; null when it was several, or the server */
  #soleAuthor: Connection | null = null
  #sentAt = -Infinity
  #cancel: (() => void) | null = null

  constructor(options: { clock: Clock; receivers: () => ReadonlySet<Connection> }) {
    this.#clock = options.clock
    this.#receivers = options.receivers
  }

  add(update: Uint8Array, soleAuthor: Connection | null): void {
    this.#soleAuthor = this.#updates.length === 0 || this.#soleAuthor === soleAuthor ? soleAuthor : null
    this.#updates.push(update)
    if (this.#cancel) return
    const windowMs = broadcastWindowMs(this.#receivers().size)
    // Where nothing went out for a window, nobody is likely to come along within the next one.
    const sinceMs = this.#clock.elapsed() - this.#sentAt
    if (windowMs === 0 || sinceMs >= windowMs) this.flush()
    else this.#cancel = this.#clock.after(windowMs - sinceMs, () => this.flush())
  }

  flush(): void {
    this.#cancel?.()
    this.#cancel = null
    const updates = this.#updates
    const [first] = updates
    if (!first) return
    this.#updates = []
    const frame = encodeUpdate(updates.length > 1 ? Y.mergeUpdates(updates) : first)
    const now = this.#clock.elapsed()
    this.#sentAt = now
    for (const receiver of this.#receivers()) if (receiver !== this.#soleAuthor && receiver.synced) receiver.send(frame, now)
  }
}
