import { ArrowLeft, Pause, Play } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import './agenda.css'
import { NextButton } from './NextButton.tsx'
import { PhaseMenu } from './PhaseMenu.tsx'
import { StartTimer } from './StartTimer.tsx'
import { useSteering } from './use-steering.ts'
import { useTimer } from './use-timer.ts'

/** For facilitators, in the running step: time and course by mouse. What is rare is in the menu. */
export function PhaseControls({ session }: { session: BoardSession }) {
  const { t } = useText()
  const steering = useSteering(session)
  const reading = useTimer(session)
  const { may, steer, failure } = steering
  const { phaseId } = useReadable(session.view)
  const runs = phaseId !== null
  return (
    <>
      {runs && !reading && <StartTimer onStart={steering.startTimer} />}
      <div className="phase-controls">
        {runs && reading && (
          <>
            <button
              type="button"
              className="btn"
              aria-label={t('agenda.addMinuteLabel')}
              aria-keyshortcuts="Alt+M"
              disabled={!may('minute')}
              onClick={() => steer('minute')}
            >
              {t('agenda.addMinute')}
            </button>
            <button type="button" className="btn" aria-keyshortcuts="Alt+P" disabled={!may('pause')} onClick={() => steer('pause')}>
              {reading.paused ? <Play aria-hidden /> : <Pause aria-hidden />}
              {reading.paused ? t('agenda.resume') : t('agenda.pause')}
            </button>
          </>
        )}
        {runs && (
          <>
            <button
              type="button"
              className="btn btn-icon"
              aria-label={t('agenda.back')}
              title={`${t('agenda.back')} (Alt+U)`}
              aria-keyshortcuts="Alt+U"
              disabled={!may('back')}
              onClick={() => steer('back')}
            >
              <ArrowLeft aria-hidden />
            </button>
            <PhaseMenu session={session} steering={steering} />
          </>
        )}
        <NextButton session={session} steering={steering} />
      </div>
      {failure && (
        <p className="field-error" role="alert">
          {t('agenda.failed', { reason: t(`error.${failure}`) })}
        </p>
      )}
    </>
  )
}
