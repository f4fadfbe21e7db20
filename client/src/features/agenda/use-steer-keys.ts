import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import { useText } from '../../i18n/use-text.ts'
import { failureCode } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { announce } from '../../ui/announce.ts'
import { useAltKeys } from '../../ui/use-alt-keys.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { agendaPosition } from '@remedyboard/shared/workshop/agenda-position'
import { readTimer, resetTimer, withOneMoreMinute } from './timer-reading.ts'

/** A facilitator's keys: Alt+N next, Alt+U back, Alt+P pause or go on, Alt+M a minute more, Alt+R the timer from its beginning. */
export function useSteerKeys(session: BoardSession): void {
  const { t } = useText()
  const { me } = useReadable(session.view)

  const steer = (command: WorkshopCommand | null) => {
    if (!command) return
    session.send(command).catch((error: unknown) => {
      announce(t('agenda.failed', { reason: t(`error.${failureCode(error)}`) }))
    })
  }
  const timerCommand = (
    change: (reading: NonNullable<ReturnType<typeof readTimer>>) => { remainingMs: number; running: boolean } | null,
  ) => {
    const reading = readTimer(session.view.get().timer, session.serverNow())
    const changed = reading && change(reading)
    steer(changed && { type: 'set-timer', ...changed })
  }
  const position = () => {
    const { agenda, phaseId } = session.view.get()
    return agendaPosition(agenda, phaseId)
  }

  useAltKeys(
    {
      N: () => {
        const { phase, next } = position()
        // At the end of the agenda a key must not close the workshop: that is a click.
        if (next || !phase) steer(next && { type: 'set-phase', phaseId: next.id })
      },
      U: () => {
        const { previous } = position()
        steer(previous && { type: 'set-phase', phaseId: previous.id })
      },
      P: () => timerCommand(({ remainingMs, overMs, paused }) => (overMs > 0 ? null : { remainingMs, running: paused })),
      M: () => timerCommand(withOneMoreMinute),
      R: () => {
        const { phase } = position()
        if (phase && phase.minutes > 0) {
          steer({ type: 'set-timer', ...resetTimer(phase.minutes, readTimer(session.view.get().timer, session.serverNow())) })
        }
      },
    },
    me.role === 'facilitator',
  )
}
