import { ACTION_STATUSES, CARD_LIMITS, type ActionStatus } from '@remedyboard/shared/board/card'
import type { PlanRow } from '@remedyboard/shared/coordination/plan-rows'
import { Fragment, type ReactNode } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { mayChangeCard } from '../../session/may-change-card.ts'
import { CommitField } from '../../ui/CommitField.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import { LeadField } from './LeadField.tsx'
import { SupportersField } from './SupportersField.tsx'
import { planEdits } from '../../session/plan-edits.ts'
import type { Plan } from './use-plan.ts'

interface ActionFieldsProps {
  session: BoardSession
  plan: Plan
  row: PlanRow
  /** `form`: one below the other, with labels; `cells`: as the cells of a table's row */
  layout: 'form' | 'cells'
  onGoTo: (cardId: string) => void
}

/** Longest measure, in characters: a sentence or two. */
const MEASURE_LENGTH = 500

/** All fields of an action. Each is written for itself, so that two people in different fields both keep theirs. */
export function ActionFields({ session, plan, row, layout, onGoTo }: ActionFieldsProps) {
  const { t } = useText()
  const edits = planEdits(session)
  const rights = useReadable(session.rights)
  const { me } = useReadable(session.view)
  const { action, status, remedies } = row
  const { id } = action
  const locked = !mayChangeCard(rights, action, me.id)
  const isForm = layout === 'form'
  // In a table each field says which action it belongs to.
  const name = (field: string) => (isForm ? field : `${field}: ${action.text || t('plan.unnamed')}`)
  const slot = (field: string, content: ReactNode, kind = 'plan-cell') =>
    isForm ? (
      <div className="field">
        <span className="field-label" aria-hidden>
          {field}
        </span>
        {content}
      </div>
    ) : (
      <td className={kind}>{content}</td>
    )
  const text = t('plan.action')
  const measure = t('canvas.details.measure')
  return (
    <>
      {slot(
        text,
        <>
          <CommitField
            label={name(text)}
            value={action.text}
            disabled={locked}
            maxLength={CARD_LIMITS.textLength}
            kind={{ rows: isForm ? 3 : 2 }}
            onCommit={(value, from) => edits.rename(id, value, from)}
          />
          {remedies.length > 0 && (
            <span className="plan-remedies">
              {t('plan.from')}{' '}
              {remedies.map((remedyId) => (
                <button key={remedyId} type="button" className="plan-link" onClick={() => onGoTo(remedyId)}>
                  {plan.graph.cards.get(remedyId)?.text || t('plan.unnamed')}
                </button>
              ))}
            </span>
          )}
        </>,
        'plan-cell plan-cell-text',
      )}
      {slot(t('plan.lead'), <LeadField label={name(t('plan.lead'))} row={row} plan={plan} disabled={!rights.link} edits={edits} />)}
      {slot(
        t('plan.supporters'),
        <SupportersField label={name(t('plan.supporters'))} row={row} plan={plan} disabled={!rights.link} edits={edits} />,
      )}
      {(['start', 'due'] as const).map((field) => (
        <Fragment key={field}>
          {slot(
            t(`canvas.details.${field}`),
            <CommitField
              label={name(t(`canvas.details.${field}`))}
              kind="date"
              value={action[field] ?? ''}
              disabled={locked}
              onCommit={(value) => edits.change(id, { [field]: value === '' ? null : value })}
            />,
            field === 'due' && row.overdue ? 'plan-cell plan-cell-overdue' : 'plan-cell',
          )}
        </Fragment>
      ))}
      {slot(
        measure,
        <CommitField
          label={name(measure)}
          value={action.measure ?? ''}
          disabled={locked}
          maxLength={MEASURE_LENGTH}
          placeholder={isForm ? t('canvas.details.measureHint') : undefined}
          kind={{ rows: 2 }}
          onCommit={(value) => edits.change(id, { measure: value.trim() === '' ? null : value.trim() })}
        />,
        'plan-cell plan-cell-measure',
      )}
      {slot(
        t('canvas.details.status'),
        <select
          className="input"
          aria-label={name(t('canvas.details.status'))}
          value={status}
          disabled={locked}
          onChange={(event) => edits.setStatus(id, event.target.value as ActionStatus)} // the options are the statuses
        >
          {ACTION_STATUSES.map((one) => (
            <option key={one} value={one}>
              {t(`canvas.status.${one}`)}
            </option>
          ))}
        </select>,
      )}
    </>
  )
}
