import { agendaPosition, inLocale } from '@remedyboard/shared/workshop/agenda-position'
import { ArrowLeft, BellOff, BellRing, FastForward, Pause, Play, Repeat, TimerReset } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { endBell, ringEndBell } from './end-bell.ts'
import { NextButton } from './NextButton.tsx'
import './steer-bar.css'
import type { Steering } from './steer-command.ts'
import { formatClock } from './timer-reading.ts'
import { timerMood } from './TimerFace.tsx'
import { useSteering } from './use-steering.ts'
import { useTimer } from './use-timer.ts'

/** A facilitator's phone: time and course of the workshop under the thumb, whatever part of the panel is scrolled to. One tap each. */
export function SteerBar({ session }: { session: BoardSession }) {
  const { t, locale } = useText()
  const { agenda, phaseId } = useReadable(session.view)
  const steering = useSteering(session)
  const reading = useTimer(session)
  const rings = useReadable(endBell)
  const { phase, next } = agendaPosition(agenda, phaseId)
  const { may, steer, failure } = steering
  if (agenda.length === 0) return null

  const button = (what: Steering, icon: ReactNode, word: string, label = word) => (
    <button type="button" className="steer-button" aria-label={label} disabled={!may(what)} onClick={() => steer(what)}>
      {icon}
      <span aria-hidden>{word}</span>
    </button>
  )
  return (
    <section className="steer-bar" aria-label={t('console.course')}>
      {failure && (
        <p className="field-error" role="alert">
          {t('agenda.failed', { reason: t(`error.${failure}`) })}
        </p>
      )}
      {phase && (
        <div className="steer-row">
          {button('back', <ArrowLeft aria-hidden />, t('agenda.back'))}
          {button('repeat', <Repeat aria-hidden />, t('console.again'), t('console.repeat'))}
          {button(
            'skip',
            <FastForward aria-hidden />,
            t('console.skipShort'),
            next ? t('console.skip', { name: inLocale(next.name, locale) }) : t('console.skipShort'),
          )}
          {button('reset', <TimerReset aria-hidden />, t('console.resetShort'), t('console.resetTimer'))}
          {reading?.paused
            ? button('pause', <Play aria-hidden />, t('agenda.resume'))
            : button('pause', <Pause aria-hidden />, t('agenda.pause'))}
          {button('minute', <b className="steer-minute">+1</b>, t('console.minuteShort'), t('agenda.addMinuteLabel'))}
        </div>
      )}
      <div className="steer-go">
        {reading && (
          <span className={`steer-time tabular timer-${timerMood(reading)}`} aria-hidden>
            {formatClock(reading.remainingMs)}
          </span>
        )}
        <button
          type="button"
          className="btn btn-quiet btn-icon"
          aria-label={rings ? t('console.soundOn') : t('console.soundOff')}
          aria-pressed={rings}
          onClick={() => {
            endBell.set(!rings)
            if (!rings) ringEndBell()
          }}
        >
          {rings ? <BellRing aria-hidden /> : <BellOff aria-hidden />}
        </button>
        <NextButton session={session} steering={steering} />
      </div>
    </section>
  )
}
