import type { Timer } from '@remedyboard/shared/workshop/state'

/** What a timer shows at one moment. Times in ms. */
export interface TimerReading {
  /** never below 0 */
  remainingMs: number
  /** how long ago the time ran out; 0 while there is some left */
  overMs: number
  durationMs: number
  paused: boolean
}

/** null while no timer is set. `nowMs` is the server's clock. */
export function readTimer(timer: Timer, nowMs: number): TimerReading | null {
  switch (timer.state) {
    case 'idle':
      return null
    case 'running': {
      const left = timer.endsAt - nowMs
      return { remainingMs: Math.max(0, left), overMs: Math.max(0, -left), durationMs: timer.durationMs, paused: false }
    }
    case 'paused':
      return { remainingMs: timer.remainingMs, overMs: 0, durationMs: timer.durationMs, paused: true }
  }
}

const MINUTE_MS = 60_000

/** The remaining time after "+1 minute". A timer that has run out starts again with one minute. */
export function withOneMoreMinute(reading: TimerReading): { remainingMs: number; running: boolean } {
  return { remainingMs: reading.remainingMs + MINUTE_MS, running: !reading.paused }
}

/** The timer of a step from its beginning; a pause stays one. */
export function resetTimer(minutes: number, reading: TimerReading | null): { remainingMs: number; running: boolean } {
  return { remainingMs: minutes * MINUTE_MS, running: reading?.paused !== true }
}

/** `06:42`, or `1:06:42` from an hour on. Counting down it rounds up, so that `00:00` means the end; counting up it rounds down. */
export function formatClock(ms: number, rounding: 'up' | 'down' = 'up'): string {
  const total = rounding === 'up' ? Math.ceil(ms / 1000) : Math.floor(ms / 1000)
  const hours = Math.floor(total / 3600)
  const minutes = Math.floor((total % 3600) / 60)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${hours > 0 ? `${hours}:` : ''}${two(minutes)}:${two(total % 60)}`
}
