import type { TimerReading } from './timer-reading.ts'

/** The last part of a step, when the display says that the end is near. */
const NEAR_END_MS = 60_000

/** Which of its forms a timer shows. Said in words and shape too, never by colour alone. */
export function timerMood(reading: TimerReading): 'over' | 'paused' | 'near' | 'calm' {
  if (reading.overMs > 0 || reading.remainingMs === 0) return 'over'
  if (reading.paused) return 'paused'
  return reading.remainingMs <= NEAR_END_MS ? 'near' : 'calm'
}
