import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import type { Timer } from '@remedyboard/shared/workshop/state'

/** A timer that the server has taken, while the view may still show the one before (up to 250 ms, R43). */
export interface SentTimer {
  before: Timer
  after: Timer
}

/** What the view will show for a command that was taken; null when it is not about the timer. `now` is the server's clock. */
export function sentTimer(command: WorkshopCommand, before: Timer, now: number): SentTimer | null {
  if (command.type !== 'set-timer') return null
  const { remainingMs, running } = command
  const after: Timer = running
    ? { state: 'running', endsAt: now + remainingMs, durationMs: remainingMs }
    : { state: 'paused', remainingMs, durationMs: remainingMs }
  return { before, after }
}

/** The timer to build on: the sent one until the view shows another than it did then, so that a second minute is not lost. */
export function latestTimer(shown: Timer, sent: SentTimer | null): Timer {
  return sent && JSON.stringify(shown) === JSON.stringify(sent.before) ? sent.after : shown
}
