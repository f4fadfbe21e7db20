import { ChevronDown } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import { Popover } from '../../ui/Popover.tsx'
import type { DutyFieldProps } from './LeadField.tsx'

/** Who supports: any number. */
export function SupportersField({ label, row, plan, disabled, edits }: DutyFieldProps) {
  const { t } = useText()
  const chosen = new Set(row.supporters)
  const names = row.supporters.map((id) => plan.graph.cards.get(id)?.text || t('plan.unnamed'))
  const words = names.length === 0 ? t('plan.nobody') : names.join('、')
  if (disabled) return <span className="plan-names">{words}</span>
  return (
    <Popover
      label={`${label}: ${words}`}
      buttonClass="input plan-supporters"
      button={
        <>
          <span>{words}</span> <ChevronDown aria-hidden />
        </>
      }
    >
      {() => (
        <fieldset className="plan-choices">
          <legend className="field-label">{label}</legend>
          {plan.stakeholders.length === 0 && <p>{t('plan.noStakeholders')}</p>}
          {plan.stakeholders
            .filter(({ id }) => !row.leads.includes(id))
            .map(({ id, text }) => (
              <label key={id} className="check">
                <input
                  type="checkbox"
                  checked={chosen.has(id)}
                  onChange={(event) => edits.setDuty(row.action.id, id, event.target.checked ? 'support' : null)}
                />
                <span>{text || t('plan.unnamed')}</span>
              </label>
            ))}
        </fieldset>
      )}
    </Popover>
  )
}
