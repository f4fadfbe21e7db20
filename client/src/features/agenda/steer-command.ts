import { agendaPosition } from '@remedyboard/shared/workshop/agenda-position'
import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import type { SessionView } from '@remedyboard/shared/workshop/view'
import { readTimer, resetTimer, withOneMoreMinute } from './timer-reading.ts'

/** What a facilitator does to the course of a workshop, by button or key. `finish` is apart from `next`: a key must not end a workshop. */
export type Steering = 'next' | 'finish' | 'back' | 'repeat' | 'skip' | 'minute' | 'pause' | 'reset'

/** What to send for it now; null while it makes no sense. `now` is the server's clock. */
export function steerCommand(
  steering: Steering,
  { agenda, phaseId, phaseRun, timer }: Pick<SessionView, 'agenda' | 'phaseId' | 'phaseRun' | 'timer'>,
  now: number,
): WorkshopCommand | null {
  const { index, phase, previous, next } = agendaPosition(agenda, phaseId)
  const reading = readTimer(timer, now)
  const goTo = (to: { id: string } | null | undefined): WorkshopCommand | null => (to ? { type: 'set-phase', phaseId: to.id } : null)
  switch (steering) {
    case 'next':
      return goTo(next)
    case 'finish':
      return phase && !next ? { type: 'set-phase', phaseId: null } : null
    case 'back':
      // Back from the end, which may have been a slip: into the last step.
      return goTo(phaseId === null && phaseRun > 0 ? agenda.at(-1) : previous)
    case 'repeat':
      return phase && { type: 'repeat-phase', run: phaseRun }
    case 'skip':
      return phase && goTo(agenda[index + 2])
    case 'minute':
      return reading && { type: 'set-timer', ...withOneMoreMinute(reading) }
    case 'pause':
      return reading && reading.overMs === 0 ? { type: 'set-timer', remainingMs: reading.remainingMs, running: reading.paused } : null
    case 'reset':
      return phase && phase.minutes > 0 ? { type: 'set-timer', ...resetTimer(phase.minutes, reading) } : null
  }
}
