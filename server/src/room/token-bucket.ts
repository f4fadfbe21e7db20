/** Allows `burst` at once and `perSecond` in the long run. Times are `Clock.elapsed`. */
export class TokenBucket {
  readonly #perMs: number
  readonly #burst: number
  #tokens: number
  #at: number

  constructor(limit: { perSecond: number; burst: number }, now: number) {
    this.#perMs = limit.perSecond / 1000
    this.#burst = limit.burst
    this.#tokens = limit.burst
    this.#at = now
  }

  /** Takes `amount`; false when there is not enough. */
  take(amount: number, now: number): boolean {
    this.#tokens = Math.min(this.#burst, this.#tokens + (now - this.#at) * this.#perMs)
    this.#at = now
    if (amount > this.#tokens) return false
    this.#tokens -= amount
    return true
  }
}
