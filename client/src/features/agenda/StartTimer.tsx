import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import { Timer } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'

const MINUTES = [1, 3, 5, 10] as const

/** A timer for a step that has none. */
export function StartTimer({ busy, steer }: { busy: boolean; steer: (command: WorkshopCommand) => void }) {
  const { t } = useText()
  return (
    <div className="start-timer" role="group" aria-label={t('console.startTimer')}>
      <Timer aria-hidden />
      {MINUTES.map((count) => (
        <button
          key={count}
          type="button"
          className="btn"
          disabled={busy}
          onClick={() => steer({ type: 'set-timer', remainingMs: count * 60_000, running: true })}
        >
          {t('agenda.minutes', { count })}
        </button>
      ))}
    </div>
  )
}
