import type { PlanRow } from '@remedyboard/shared/coordination/plan-rows'
import { ArrowLeft, ChevronLeft, ChevronRight, LocateFixed } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { focusOnArrival } from '../../ui/focus-on-arrival.ts'
import { ActionFields } from './ActionFields.tsx'
import { DueChip } from './DueChip.tsx'
import type { Plan } from './use-plan.ts'

interface ActionFormProps {
  session: BoardSession
  plan: Plan
  row: PlanRow
  onOpen: (actionId: string | null) => void
  onGoTo: (cardId: string) => void
}

/** One action with all its fields, one below the other: on phones it fills the screen. */
export function ActionForm({ session, plan, row, onOpen, onGoTo }: ActionFormProps) {
  const { t } = useText()
  const at = plan.rows.indexOf(row)
  const step = (by: number) => plan.rows[at + by]?.action.id
  const arrow = (by: -1 | 1, name: string) => (
    <button
      type="button"
      className="btn btn-quiet btn-icon"
      aria-label={name}
      title={name}
      disabled={step(by) === undefined}
      onClick={() => onOpen(step(by) ?? null)}
    >
      {by < 0 ? <ChevronLeft aria-hidden /> : <ChevronRight aria-hidden />}
    </button>
  )
  return (
    <>
      <div className="plan-back">
        <button ref={focusOnArrival} type="button" className="btn btn-quiet" onClick={() => onOpen(null)}>
          <ArrowLeft aria-hidden /> {t('plan.title')}
        </button>
        <span className="plan-steps">
          <span className="tabular">{t('plan.position', { n: at + 1, total: plan.rows.length })}</span>
          {arrow(-1, t('plan.previous'))}
          {arrow(1, t('plan.next'))}
          <button
            type="button"
            className="btn btn-quiet btn-icon"
            aria-label={t('plan.goTo')}
            title={t('plan.goTo')}
            onClick={() => onGoTo(row.action.id)}
          >
            <LocateFixed aria-hidden />
          </button>
        </span>
      </div>
      <p className="plan-item-facts">
        {row.ownerless && <span className="chip chip-warn">{t('plan.noLead')}</span>}
        <DueChip row={row} today={plan.today} />
      </p>
      <ActionFields session={session} plan={plan} row={row} layout="form" onGoTo={onGoTo} />
    </>
  )
}
