/** Time as the room sees it; tests pass one that they turn by hand. */
export interface Clock {
  /** ms since the epoch: what is stored, and shown to people. Somebody may set it, also back. */
  now(): number
  /** ms since some moment, never set back: what intervals are measured with */
  elapsed(): number
  /** Runs once after the delay; returns how to call it off. Never keeps the process alive. */
  after(delayMs: number, run: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

/** 0 ≤ n < 1, like Math.random. */
export type Random = () => number
