import { agendaPosition, inLocale } from '@remedyboard/shared/workshop/agenda-position'
import { MapPin } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { clockTime } from '../../ui/clock-time.ts'
import { useReadable } from '../../ui/use-readable.ts'
import './agenda.css'
import { minutesToEnd } from './minutes-to-end.ts'
import { PhaseControls } from './PhaseControls.tsx'
import { TimerFace } from './TimerFace.tsx'
import { useTimer } from './use-timer.ts'

interface PhaseCardProps {
  session: BoardSession
  /** facilitators steer; everybody else sees the same card without controls, and so do they where the controls are elsewhere */
  canSteer: boolean
  onShowArea: (area: string) => void
}

/** The running step: what to do now, how long is left, and for facilitators how to go on. It never advances by itself. */
export function PhaseCard({ session, canSteer, onShowArea }: PhaseCardProps) {
  const { t, locale } = useText()
  const { agenda, phaseId, phaseRun, me } = useReadable(session.view)
  const reading = useTimer(session)
  const { index, phase, next } = agendaPosition(agenda, phaseId)

  if (agenda.length === 0) return null

  if (!phase) {
    const isOver = phaseRun > 0
    const waiting = {
      facilitator: t('agenda.notStartedHint'),
      participant: t('agenda.notStartedParticipant'),
      viewer: t('agenda.notStartedViewer'),
    }
    return (
      <section className="phase-card" aria-label={t('agenda.title')}>
        <h3>{isOver ? t('console.over') : t('agenda.notStarted')}</h3>
        <p className="phase-instruction">
          {isOver ? t(me.role === 'facilitator' ? 'console.overHint' : 'console.overThanks') : waiting[me.role]}
        </p>
        {canSteer && <PhaseControls session={session} />}
      </section>
    )
  }

  const permissions = phase.can.map((permission) => t(`agenda.can.${permission}`))
  const left = minutesToEnd(agenda, index, reading)
  return (
    <section className="phase-card" aria-label={t('agenda.current')}>
      <p className="phase-step">{[t('agenda.step', { step: index + 1, total: agenda.length }), ...permissions].join(' · ')}</p>
      <h3>{inLocale(phase.name, locale)}</h3>
      <p className="phase-instruction">{inLocale(phase.instruction, locale)}</p>
      <button type="button" className="phase-area" onClick={() => onShowArea(phase.area)}>
        <MapPin aria-hidden /> {t('agenda.showArea')}
      </button>
      {reading && <TimerFace reading={reading} />}
      {me.role === 'facilitator' && next && left > 0 && (
        <p className="phase-left tabular">
          {t('console.toTheEnd', { minutes: left, when: clockTime(session.serverNow() + left * 60_000, session.serverNow(), locale) })}
        </p>
      )}
      {canSteer && <PhaseControls session={session} />}
    </section>
  )
}
