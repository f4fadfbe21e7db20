import { BellRing } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import { formatClock, type TimerReading } from './timer-reading.ts'

/** The last part of a step, when the display says that the end is near. */
const NEAR_END_MS = 60_000

/** Which of its forms a timer shows. Said in words and shape too, never by colour alone. */
export function timerMood(reading: TimerReading): 'over' | 'paused' | 'near' | 'calm' {
  if (reading.overMs > 0 || reading.remainingMs === 0) return 'over'
  if (reading.paused) return 'paused'
  return reading.remainingMs <= NEAR_END_MS ? 'near' : 'calm'
}

/** The time left, readable from across a table. */
export function TimerFace({ reading }: { reading: TimerReading }) {
  const { t } = useText()
  const mood = timerMood(reading)
  const gone = reading.durationMs > 0 ? 1 - Math.min(1, reading.remainingMs / reading.durationMs) : 1
  return (
    <div className={`timer timer-${mood}`}>
      <div className="timer-row" role="timer" aria-label={t('agenda.timeLeft')}>
        <span className="timer-digits tabular">{formatClock(reading.remainingMs)}</span>
        {mood === 'paused' && <span className="timer-word">{t('agenda.paused')}</span>}
        {mood === 'over' && (
          <span className="timer-word">
            <BellRing aria-hidden /> {t('agenda.timeUp')}
            {reading.overMs >= 1000 && (
              <span className="timer-excess tabular">{t('agenda.overBy', { time: formatClock(reading.overMs, 'down') })}</span>
            )}
          </span>
        )}
      </div>
      <div className="timer-track" aria-hidden>
        <i style={{ width: `${gone * 100}%` }} />
      </div>
    </div>
  )
}
