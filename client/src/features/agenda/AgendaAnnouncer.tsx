import { useEffect, useRef } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { announce } from '../../ui/announce.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { agendaPosition, inLocale } from '@remedyboard/shared/workshop/agenda-position'
import { keepBellReady, ringEndBell } from './end-bell.ts'
import { useTimeUp } from './use-time-up.ts'

/** Says a new step, and the end of its time, to people who do not see the screen, and rings for facilitators. Shows nothing. */
export function AgendaAnnouncer({ session }: { session: BoardSession }) {
  const { t, locale } = useText()
  const { agenda, phaseId, me } = useReadable(session.view)
  const { index, phase } = agendaPosition(agenda, phaseId)
  const leads = me.role === 'facilitator'
  const said = useRef(phaseId)

  useEffect(() => {
    if (said.current !== phaseId && phase) {
      const values = {
        step: index + 1,
        total: agenda.length,
        name: inLocale(phase.name, locale),
        instruction: inLocale(phase.instruction, locale),
      }
      announce(t('agenda.announce', values))
    }
    said.current = phaseId
  }, [agenda.length, index, locale, phase, phaseId, t])

  useTimeUp(session, () => {
    if (!phase) return
    announce(t('agenda.announceTimeUp', { name: inLocale(phase.name, locale) }))
    if (leads) ringEndBell()
  })

  useEffect(() => (leads ? keepBellReady(window) : undefined), [leads])

  return null
}
