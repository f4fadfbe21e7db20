import type { PlanRow } from '@remedyboard/shared/coordination/plan-rows'
import { useText } from '../../i18n/use-text.ts'
import type { PlanEdits } from '../../session/plan-edits.ts'
import type { Plan } from './use-plan.ts'

export interface DutyFieldProps {
  label: string
  row: PlanRow
  plan: Plan
  disabled: boolean
  edits: PlanEdits
}

/** More than one leads; an option of its own, because a select has one value. */
const SEVERAL = 'several'

/** Who leads. Whoever led before supports from then on. */
export function LeadField({ label, row, plan, disabled, edits }: DutyFieldProps) {
  const { t } = useText()
  const [lead, ...others] = row.leads
  const several = others.length > 0
  return (
    <select
      className="input"
      aria-label={label}
      disabled={disabled}
      data-wanting={row.ownerless}
      value={several ? SEVERAL : (lead ?? '')}
      onChange={(event) => edits.setLead(row.action.id, event.target.value === '' ? null : event.target.value)}
    >
      <option value="">{t('plan.nobody')}</option>
      {several && (
        <option value={SEVERAL} disabled>
          {t('plan.several', { count: row.leads.length })}
        </option>
      )}
      {plan.stakeholders.map(({ id, text }) => (
        <option key={id} value={id}>
          {text || t('plan.unnamed')}
        </option>
      ))}
    </select>
  )
}
