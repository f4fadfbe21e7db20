import { BellRing, Pause } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { timerMood } from '../features/agenda/timer-mood.ts'
import { formatClock } from '../features/agenda/timer-reading.ts'
import { useTimer } from '../features/agenda/use-timer.ts'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { announce } from '../ui/announce.ts'
import './phone-timer.css'

/** The time left of the step, large; and how much it is over, with a sign besides the colour. */
export function PhoneTimer({ session }: { session: BoardSession }) {
  const { t } = useText()
  const reading = useTimer(session)
  const mood = reading && timerMood(reading)
  const last = useRef(mood)

  useEffect(() => {
    if (mood === 'over' && last.current !== 'over' && last.current !== null) announce(t('agenda.timeUp'))
    last.current = mood
  }, [mood, t])

  if (!reading) return null
  const isOver = mood === 'over'
  return (
    <span className={`phone-timer phone-timer-${mood} tabular`} role="timer" aria-label={t(isOver ? 'agenda.timeUp' : 'agenda.timeLeft')}>
      {isOver && <BellRing aria-hidden />}
      {mood === 'paused' && <Pause role="img" aria-label={t('agenda.paused')} />}
      {isOver ? `+${formatClock(reading.overMs, 'down')}` : formatClock(reading.remainingMs)}
    </span>
  )
}
