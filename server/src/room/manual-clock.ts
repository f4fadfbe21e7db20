import type { Clock } from './clock.ts'

/** A clock for tests: time passes only in `advance`. */
export class ManualClock implements Clock {
  #epoch = 1_750_000_000_000
  /** far from `now`, so that what mixes the two up fails */
  #elapsed = 5_000
  #timers: { at: number; run: () => void }[] = []

  now(): number {
    return this.#epoch + this.#elapsed
  }

  elapsed(): number {
    return this.#elapsed
  }

  /** Somebody sets the clock of the machine: no time passes. */
  setBack(ms: number): void {
    this.#epoch -= ms
  }

  after(delayMs: number, run: () => void): () => void {
    const timer = { at: this.#elapsed + delayMs, run }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer)
    }
  }

  /** Lets time pass; timers run in order, also those that are set on the way. */
  advance(ms: number): void {
    const end = this.#elapsed + ms
    for (;;) {
      const next = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      this.#timers = this.#timers.filter((other) => other !== next)
      this.#elapsed = Math.max(this.#elapsed, next.at)
      next.run()
    }
    this.#elapsed = end
  }

  get pendingTimers(): number {
    return this.#timers.length
  }
}
