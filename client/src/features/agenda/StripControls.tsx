import { agendaPosition, inLocale } from '@remedyboard/shared/workshop/agenda-position'
import { ArrowRight, Pause, Play } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { announce } from '../../ui/announce.ts'
import { PressButton } from '../../ui/PressButton.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import './steer-bar.css'
import { useSteering } from './use-steering.ts'
import { useTimer } from './use-timer.ts'

/** Beside the running step on a narrow screen, for facilitators: what must not wait until the panel is open. */
export function StripControls({ session }: { session: BoardSession }) {
  const { t, locale } = useText()
  const { agenda, phaseId, phaseRun } = useReadable(session.view)
  const { may, steer } = useSteering(session, (code) => announce(t('agenda.failed', { reason: t(`error.${code}`) })))
  const reading = useTimer(session)
  const { phase, next } = agendaPosition(agenda, phaseId)
  const nextName = next && inLocale(next.name, locale)
  // Beginning again is no matter of one tap.
  const mayGoOn = phase !== null || phaseRun === 0
  const nextLabel = mayGoOn && nextName && (phase ? t('console.nextTo', { name: nextName }) : t('console.startWith', { name: nextName }))
  const pauseLabel = reading?.paused ? t('agenda.resume') : t('agenda.pause')
  return (
    <span className="strip-controls">
      {phase && reading && (
        <>
          <PressButton
            className="btn btn-icon"
            aria-label={t('agenda.addMinuteLabel')}
            title={t('agenda.addMinuteLabel')}
            enabled={may('minute')}
            onClick={() => steer('minute')}
          >
            <b className="steer-minute">+1</b>
          </PressButton>
          <PressButton
            className="btn btn-icon"
            aria-label={pauseLabel}
            title={pauseLabel}
            enabled={may('pause')}
            onClick={() => steer('pause')}
          >
            {reading.paused ? <Play aria-hidden /> : <Pause aria-hidden />}
          </PressButton>
        </>
      )}
      {nextLabel && (
        <PressButton
          className="btn btn-primary btn-icon"
          aria-label={nextLabel}
          title={nextLabel}
          enabled={may('next')}
          onClick={() => steer('next')}
        >
          {phase ? <ArrowRight aria-hidden /> : <Play aria-hidden />}
        </PressButton>
      )}
    </span>
  )
}
