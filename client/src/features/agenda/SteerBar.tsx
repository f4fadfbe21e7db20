import { agendaPosition } from '@remedyboard/shared/workshop/agenda-position'
import { ArrowLeft, Pause, Play } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { PressButton } from '../../ui/PressButton.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import { NextButton } from './NextButton.tsx'
import { PhaseMenu } from './PhaseMenu.tsx'
import './steer-bar.css'
import './timer.css'
import type { Steering } from './steer-command.ts'
import { formatClock } from './timer-reading.ts'
import { timerMood } from './timer-mood.ts'
import { Unfinished } from './Unfinished.tsx'
import { useSteering } from './use-steering.ts'
import { useTimer } from './use-timer.ts'

/**
 * A facilitator's phone: time and course of the workshop under the thumb, whatever part of the panel is scrolled to. What a slip of the
 * thumb could destroy is not here but in the menu.
 */
export function SteerBar({ session }: { session: BoardSession }) {
  const { t } = useText()
  const { agenda, phaseId, phaseRun } = useReadable(session.view)
  const steering = useSteering(session)
  const reading = useTimer(session)
  const { phase } = agendaPosition(agenda, phaseId)
  const { may, steer, failure } = steering
  if (agenda.length === 0) return null

  const button = (what: Steering, icon: ReactNode, word: string, label = word) => (
    <PressButton className="steer-button" aria-label={label} enabled={may(what)} onClick={() => steer(what)}>
      {icon}
      <span aria-hidden>{word}</span>
    </PressButton>
  )
  return (
    <section className="steer-bar" aria-label={t('console.course')}>
      {failure && (
        <p className="field-error" role="alert">
          {t('agenda.failed', { reason: t(`error.${failure}`) })}
        </p>
      )}
      {(phase || phaseRun > 0) && (
        <div className="steer-row">
          {button('back', <ArrowLeft aria-hidden />, phase ? t('agenda.back') : t('console.backToLast'), t('agenda.back'))}
          {phase && <PhaseMenu session={session} steering={steering} isLarge />}
          {phase &&
            (reading?.paused
              ? button('pause', <Play aria-hidden />, t('agenda.resume'))
              : button('pause', <Pause aria-hidden />, t('agenda.pause')))}
          {phase && button('minute', <b className="steer-minute">+1</b>, t('console.minuteShort'), t('agenda.addMinuteLabel'))}
        </div>
      )}
      <Unfinished session={session} />
      <div className="steer-go">
        {reading && (
          <span className={`steer-time tabular timer-${timerMood(reading)}`} aria-hidden>
            {formatClock(reading.remainingMs)}
          </span>
        )}
        <NextButton session={session} steering={steering} />
      </div>
    </section>
  )
}
