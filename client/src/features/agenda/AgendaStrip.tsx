import { agendaPosition, inLocale } from '@remedyboard/shared/workshop/agenda-position'
import { BellRing, Hand, ListChecks, Pause } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import './agenda-strip.css'
import './timer.css'
import { timerMood } from './timer-mood.ts'
import { formatClock } from './timer-reading.ts'
import { useTimer } from './use-timer.ts'

/** The running step in one line: for narrow screens, and while the panel is folded away. */
export function AgendaStrip({ session }: { session: BoardSession }) {
  const { t, locale } = useText()
  const { agenda, phaseId, hands, me } = useReadable(session.view)
  const reading = useTimer(session)
  const { index, phase } = agendaPosition(agenda, phaseId)
  if (agenda.length === 0) return null
  const mood = reading && timerMood(reading)

  return (
    <span className="agenda-strip">
      {phase ? (
        <span className="agenda-strip-step tabular" aria-label={t('agenda.step', { step: index + 1, total: agenda.length })}>
          {index + 1}/{agenda.length}
        </span>
      ) : (
        <ListChecks aria-hidden />
      )}
      <span key={phaseId} className="agenda-strip-name">
        {phase ? inLocale(phase.name, locale) : t('agenda.notStarted')}
      </span>
      {me.role === 'facilitator' && hands.length > 0 && (
        <span className="agenda-strip-hands tabular" role="img" aria-label={t('console.handsUp', { count: hands.length })}>
          <Hand aria-hidden /> {hands.length}
        </span>
      )}
      {reading && (
        <span className={`agenda-strip-time tabular timer-${mood}`}>
          {mood === 'over' && <BellRing aria-hidden />}
          {mood === 'paused' && <Pause aria-label={t('agenda.paused')} />}
          {mood === 'over' ? t('agenda.timeUp') : formatClock(reading.remainingMs)}
        </span>
      )}
    </span>
  )
}
