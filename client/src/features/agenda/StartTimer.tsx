import { Timer } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'

const MINUTES = [1, 3, 5, 10] as const

/** A timer for a step that has none. */
export function StartTimer({ onStart }: { onStart: (minutes: number) => void }) {
  const { t } = useText()
  return (
    <div className="start-timer" role="group" aria-label={t('console.startTimer')}>
      <Timer aria-hidden />
      {MINUTES.map((count) => (
        <button key={count} type="button" className="btn" onClick={() => onStart(count)}>
          {t('agenda.minutes', { count })}
        </button>
      ))}
    </div>
  )
}
