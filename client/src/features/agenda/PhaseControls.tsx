import { ArrowLeft, Pause, Play } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { PressButton } from '../../ui/PressButton.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import './agenda.css'
import { NextButton } from './NextButton.tsx'
import { PhaseMenu } from './PhaseMenu.tsx'
import { StartTimer } from './StartTimer.tsx'
import { Unfinished } from './Unfinished.tsx'
import { useSteering } from './use-steering.ts'
import { useTimer } from './use-timer.ts'

/** For facilitators, in the running step: time and course by mouse. What is rare is in the menu. */
export function PhaseControls({ session }: { session: BoardSession }) {
  const { t } = useText()
  const steering = useSteering(session)
  const reading = useTimer(session)
  const { may, steer, failure } = steering
  const { phaseId, phaseRun } = useReadable(session.view)
  const runs = phaseId !== null
  return (
    <>
      {runs && !reading && <StartTimer onStart={steering.startTimer} />}
      <Unfinished session={session} />
      <div className="phase-controls">
        {runs && reading && (
          <>
            <PressButton
              className="btn"
              aria-label={t('agenda.addMinuteLabel')}
              aria-keyshortcuts="Alt+M"
              enabled={may('minute')}
              onClick={() => steer('minute')}
            >
              {t('agenda.addMinute')}
            </PressButton>
            <PressButton className="btn" aria-keyshortcuts="Alt+P" enabled={may('pause')} onClick={() => steer('pause')}>
              {reading.paused ? <Play aria-hidden /> : <Pause aria-hidden />}
              {reading.paused ? t('agenda.resume') : t('agenda.pause')}
            </PressButton>
          </>
        )}
        {(runs || phaseRun > 0) && (
          <PressButton
            className={runs ? 'btn btn-icon' : 'btn'}
            aria-label={t('agenda.back')}
            title={`${t('agenda.back')} (Alt+U)`}
            aria-keyshortcuts="Alt+U"
            enabled={may('back')}
            onClick={() => steer('back')}
          >
            <ArrowLeft aria-hidden />
            {!runs && t('console.backToLast')}
          </PressButton>
        )}
        {runs && <PhaseMenu session={session} steering={steering} />}
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
