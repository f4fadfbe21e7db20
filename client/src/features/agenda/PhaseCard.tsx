import { agendaPosition, inLocale } from '@remedyboard/shared/workshop/agenda-position'
import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import { ArrowLeft, ArrowRight, Check, MapPin, Pause, Play } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import { failureCode } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useAction } from '../../ui/use-action.ts'
import { useReadable } from '../../ui/use-readable.ts'
import './agenda.css'
import { PhaseMenu } from './PhaseMenu.tsx'
import { StartTimer } from './StartTimer.tsx'
import { TimerFace } from './TimerFace.tsx'
import { withOneMoreMinute } from './timer-reading.ts'
import { useTimer } from './use-timer.ts'

interface PhaseCardProps {
  session: BoardSession
  /** facilitators steer; everybody else sees the same card without controls */
  canSteer: boolean
  onShowArea: (area: string) => void
}

/** The running step: what to do now, how long is left, and for facilitators how to go on. It never advances by itself. */
export function PhaseCard({ session, canSteer, onShowArea }: PhaseCardProps) {
  const { t, locale } = useText()
  const { agenda, phaseId, me } = useReadable(session.view)
  const reading = useTimer(session)
  const { busy, failure, run } = useAction(failureCode)
  const steer = (command: WorkshopCommand) => void run(() => session.send(command))
  const { index, phase, previous, next } = agendaPosition(agenda, phaseId)

  if (agenda.length === 0) return null

  if (!phase) {
    const waiting = {
      facilitator: t('agenda.notStartedHint'),
      participant: t('agenda.notStartedParticipant'),
      viewer: t('agenda.notStartedViewer'),
    }
    return (
      <section className="phase-card" aria-label={t('agenda.title')}>
        <h3>{t('agenda.notStarted')}</h3>
        <p className="phase-instruction">{waiting[me.role]}</p>
        {canSteer && next && (
          <div className="phase-controls">
            <button
              type="button"
              className="btn btn-primary phase-next"
              disabled={busy}
              onClick={() => steer({ type: 'set-phase', phaseId: next.id })}
            >
              <Play aria-hidden /> {t('agenda.start')}
            </button>
          </div>
        )}
        {failure && (
          <p className="field-error" role="alert">
            {t('agenda.failed', { reason: t(`error.${failure}`) })}
          </p>
        )}
      </section>
    )
  }

  const permissions = phase.can.map((permission) => t(`agenda.can.${permission}`))
  return (
    <section className="phase-card" aria-label={t('agenda.current')}>
      <p className="phase-step">{[t('agenda.step', { step: index + 1, total: agenda.length }), ...permissions].join(' · ')}</p>
      <h3>{inLocale(phase.name, locale)}</h3>
      <p className="phase-instruction">{inLocale(phase.instruction, locale)}</p>
      <button type="button" className="phase-area" onClick={() => onShowArea(phase.area)}>
        <MapPin aria-hidden /> {t('agenda.showArea')}
      </button>
      {reading && <TimerFace reading={reading} />}
      {canSteer && !reading && <StartTimer busy={busy} steer={steer} />}
      {canSteer && (
        <div className="phase-controls">
          {reading && (
            <>
              <button
                type="button"
                className="btn"
                aria-label={t('agenda.addMinuteLabel')}
                aria-keyshortcuts="Alt+M"
                disabled={busy}
                onClick={() => steer({ type: 'set-timer', ...withOneMoreMinute(reading) })}
              >
                {t('agenda.addMinute')}
              </button>
              <button
                type="button"
                className="btn"
                aria-keyshortcuts="Alt+P"
                disabled={busy || reading.overMs > 0}
                onClick={() => steer({ type: 'set-timer', remainingMs: reading.remainingMs, running: reading.paused })}
              >
                {reading.paused ? <Play aria-hidden /> : <Pause aria-hidden />}
                {reading.paused ? t('agenda.resume') : t('agenda.pause')}
              </button>
            </>
          )}
          <button
            type="button"
            className="btn btn-icon"
            aria-label={t('agenda.back')}
            title={`${t('agenda.back')} (Alt+U)`}
            aria-keyshortcuts="Alt+U"
            disabled={busy || !previous}
            onClick={() => previous && steer({ type: 'set-phase', phaseId: previous.id })}
          >
            <ArrowLeft aria-hidden />
          </button>
          <PhaseMenu session={session} busy={busy} steer={steer} />
          <button
            type="button"
            className="btn btn-primary phase-next"
            title={next ? `${t('agenda.next')} (Alt+N)` : undefined}
            aria-keyshortcuts={next ? 'Alt+N' : undefined}
            disabled={busy}
            onClick={() => steer({ type: 'set-phase', phaseId: next?.id ?? null })}
          >
            {next ? t('agenda.next') : t('agenda.finish')} {next ? <ArrowRight aria-hidden /> : <Check aria-hidden />}
          </button>
        </div>
      )}
      {failure && (
        <p className="field-error" role="alert">
          {t('agenda.failed', { reason: t(`error.${failure}`) })}
        </p>
      )}
    </section>
  )
}
