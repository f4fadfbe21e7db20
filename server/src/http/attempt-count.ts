/** Addresses or people that are remembered at most before those whose window is over are let go. */
const SWEEP_ABOVE = 10_000

/** Counts attempts by address or person, in windows that begin with the first one and that no setting of the clock makes longer. */
export class AttemptCount {
  readonly #windowMs: number
  readonly #now: () => number
  readonly #windows = new Map<string, { count: number; endsAt: number }>()

  /** `now`: ms that are never set back */
  constructor(windowMs: number, now: () => number = () => performance.now()) {
    this.#windowMs = windowMs
    this.#now = now
  }

  /** How many there were in the running window, and how long it still lasts. */
  of(key: string): { count: number; leftMs: number } {
    const window = this.#windows.get(key)
    const leftMs = window ? window.endsAt - this.#now() : 0
    return window && leftMs > 0 ? { count: window.count, leftMs } : { count: 0, leftMs: 0 }
  }

  /** Counts one more, and says how many there are now. */
  add(key: string): number {
    const now = this.#now()
    if (this.#windows.size > SWEEP_ABOVE) for (const [old, { endsAt }] of this.#windows) if (endsAt <= now) this.#windows.delete(old)
    const { count } = this.of(key)
    const endsAt = count > 0 ? (this.#windows.get(key)?.endsAt ?? now) : now + this.#windowMs
    this.#windows.set(key, { count: count + 1, endsAt })
    return count + 1
  }
}
