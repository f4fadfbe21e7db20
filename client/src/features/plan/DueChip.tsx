import type { PlanRow } from '@remedyboard/shared/coordination/plan-rows'
import { CalendarClock } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import { dayInWords } from '../../ui/local-date.ts'

/** By when, and whether that has passed. */
export function DueChip({ row, today }: { row: PlanRow; today: string }) {
  const { t, locale } = useText()
  const { due } = row.action
  if (due === null) return row.open ? <span className="chip chip-warn">{t('plan.noDate')}</span> : null
  return (
    <span className={row.overdue ? 'chip chip-danger' : 'chip'}>
      <CalendarClock aria-hidden />
      {row.overdue && <span>{t('plan.overdue')}</span>} {dayInWords(due, today, locale)}
    </span>
  )
}
