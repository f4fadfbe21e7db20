import { useEffect, useRef } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { announce } from '../../ui/announce.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { agendaPosition, inLocale } from '@remedyboard/shared/workshop/agenda-position'
import { ringEndBell } from './end-bell.ts'
import { useTimer } from './use-timer.ts'

/** Says a new step, and the end of its time, to people who do not see the screen, and rings for facilitators. Shows nothing. */
export function AgendaAnnouncer({ session }: { session: BoardSession }) {
  const { t, locale } = useText()
  const { agenda, phaseId, me } = useReadable(session.view)
  const reading = useTimer(session)
  const { index, phase } = agendaPosition(agenda, phaseId)
  const over = reading !== null && !reading.paused && reading.remainingMs === 0
  const said = useRef({ phaseId, over })

  useEffect(() => {
    if (said.current.phaseId !== phaseId && phase) {
      const values = {
        step: index + 1,
        total: agenda.length,
        name: inLocale(phase.name, locale),
        instruction: inLocale(phase.instruction, locale),
      }
      announce(t('agenda.announce', values))
    } else if (over && !said.current.over && phase) {
      announce(t('agenda.announceTimeUp', { name: inLocale(phase.name, locale) }))
      if (me.role === 'facilitator') ringEndBell()
    }
    said.current = { phaseId, over }
  }, [agenda.length, index, locale, me.role, over, phase, phaseId, t])

  return null
}
