import { useText } from '../../i18n/use-text.ts'
import { DueChip } from './DueChip.tsx'
import type { Plan } from './use-plan.ts'

/** The actions one below the other, the earliest due first. */
export function PlanList({ plan: { rows, graph, today }, onOpen }: { plan: Plan; onOpen: (actionId: string) => void }) {
  const { t } = useText()
  return (
    <ul className="plan-list">
      {rows.map((row) => {
        const { action, leads, ownerless, status } = row
        const names = leads.map((id) => graph.cards.get(id)?.text || t('plan.unnamed'))
        return (
          <li key={action.id}>
            <button type="button" className="plan-item" data-status={status} onClick={() => onOpen(action.id)}>
              <strong>{action.text || t('plan.unnamed')}</strong>
              <span className="plan-item-facts">
                {ownerless ? <span className="chip chip-warn">{t('plan.noLead')}</span> : <span>{names.join('、')}</span>}
                <DueChip row={row} today={today} />
                {status !== 'planned' && <span className={`chip plan-status-${status}`}>{t(`canvas.status.${status}`)}</span>}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
