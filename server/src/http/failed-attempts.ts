/** Addresses that are remembered at most before those whose window is over are let go. */
const SWEEP_ABOVE = 10_000

/** Counts wrong attempts by address, in windows that begin with the first one. */
export class FailedAttempts {
  readonly #windowMs: number
  readonly #now: () => number
  readonly #windows = new Map<string, { count: number; endsAt: number }>()

  constructor(windowMs: number, now: () => number = Date.now) {
    this.#windowMs = windowMs
    this.#now = now
  }

  /** How many there were in the running window, and how long it still lasts. */
  of(address: string): { count: number; leftMs: number } {
    const window = this.#windows.get(address)
    const leftMs = window ? window.endsAt - this.#now() : 0
    return window && leftMs > 0 ? { count: window.count, leftMs } : { count: 0, leftMs: 0 }
  }

  /** Counts one more, and says how many there are now. */
  add(address: string): number {
    const now = this.#now()
    if (this.#windows.size > SWEEP_ABOVE) for (const [key, { endsAt }] of this.#windows) if (endsAt <= now) this.#windows.delete(key)
    const { count } = this.of(address)
    const endsAt = count > 0 ? (this.#windows.get(address)?.endsAt ?? now) : now + this.#windowMs
    this.#windows.set(address, { count: count + 1, endsAt })
    return count + 1
  }
}
