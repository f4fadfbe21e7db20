import type { Phase } from '@remedyboard/shared/workshop/state'
import type { TimerReading } from './timer-reading.ts'

const MINUTE_MS = 60_000

/** How long the rest of the agenda takes: what is left of the running step, and the steps to come as planned. In whole minutes. */
export function minutesToEnd(agenda: readonly Phase[], index: number, reading: TimerReading | null): number {
  const running = reading ? reading.remainingMs : (agenda[index]?.minutes ?? 0) * MINUTE_MS
  const later = agenda.slice(index + 1).reduce((sum, phase) => sum + phase.minutes, 0)
  return Math.ceil(running / MINUTE_MS) + later
}
