import { BellRing } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import './timer.css'
import { timerMood } from './timer-mood.ts'
import { formatClock, type TimerReading } from './timer-reading.ts'

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
