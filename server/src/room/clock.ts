/** Time as the room sees it; tests pass one that they turn by hand. */
export interface Clock {
  /** ms since the epoch */
  now(): number
  /** Runs once after the delay; returns how to call it off. Never keeps the process alive. */
  after(delayMs: number, run: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

/** 0 ≤ n < 1, like Math.random. */
export type Random = () => number
