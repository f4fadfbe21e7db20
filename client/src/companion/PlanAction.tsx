import { CARD_LIMITS } from '@remedyboard/shared/board/card'
import type { PlanRow } from '@remedyboard/shared/coordination/plan-rows'
import type { MappingCard } from '@remedyboard/shared/mapping/mapping-card'
import { ArrowLeft } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { mayChangeCard } from '../session/may-change-card.ts'
import type { PlanEdits } from '../session/plan-edits.ts'
import { CommitField } from '../ui/CommitField.tsx'
import { targetName } from '../session/writing-target.ts'
import { focusOnArrival } from '../ui/focus-on-arrival.ts'
import { useReadable } from '../ui/use-readable.ts'
import { NewName } from './NewName.tsx'
import { TaskFrame } from './TaskFrame.tsx'
import { useWaitingText } from './use-unfinished.ts'

interface PlanActionProps {
  session: BoardSession
  row: PlanRow
  stakeholders: readonly MappingCard[]
  edits: PlanEdits
  onBack: () => void
}

/** The choice that puts somebody new on the board. */
const NEW = 'new'

/** Characters of how people will see that it worked; as on the board. */
const MEASURE_LENGTH = 500

/** One action to fill in: what, who, by when, and how one will see that it worked. */
export function PlanAction({ session, row, stakeholders, edits, onBack }: PlanActionProps) {
  const { t } = useText()
  const rights = useReadable(session.rights)
  const { me } = useReadable(session.view)
  const { action, leads, supporters } = row
  const [isNaming, setNaming] = useState(false)
  const leadName = targetName({ kind: 'name', id: action.id })
  useWaitingText(session, leadName, rights.add)
  const isLocked = !mayChangeCard(rights, action, me.id)
  const others = stakeholders.filter(({ id }) => !leads.includes(id))
  return (
    <TaskFrame
      label={t('phone.task.plan')}
      footer={
        <>
          <span className="phone-left" />
          <button type="button" className="btn btn-primary btn-big" onClick={onBack}>
            {t('drafts.done')}
          </button>
        </>
      }
    >
      <button ref={focusOnArrival} type="button" className="btn phone-back" onClick={onBack}>
        <ArrowLeft aria-hidden /> {t('phone.plan.back')}
      </button>
      <Field label={t('plan.action')}>
        <CommitField
          label={t('plan.action')}
          kind={{ rows: 3 }}
          value={action.text}
          disabled={isLocked}
          maxLength={CARD_LIMITS.textLength}
          onCommit={(value, from) => edits.rename(action.id, value, from)}
        />
      </Field>
      <Field label={t('plan.lead')}>
        <select
          className="input"
          aria-label={t('plan.lead')}
          disabled={!rights.link}
          value={leads[0] ?? ''}
          onChange={({ target: { value } }) => {
            setNaming(value === NEW)
            if (value !== NEW) edits.setLead(action.id, value === '' ? null : value)
          }}
        >
          <option value="">{t('plan.nobody')}</option>
          {stakeholders.map(({ id, text }) => (
            <option key={id} value={id}>
              {text || t('plan.unnamed')}
            </option>
          ))}
          {rights.add && <option value={NEW}>{t('phone.plan.newLead')}</option>}
        </select>
        {isNaming && (
          <NewName
            session={session}
            target={leadName}
            label={t('phone.plan.newLeadName')}
            make={t('phone.plan.makeLead')}
            onMake={(name) => {
              setNaming(false)
              edits.setNewLead(action.id, name)
            }}
            onCancel={() => setNaming(false)}
          />
        )}
      </Field>
      <Field label={t('phone.plan.due')}>
        <CommitField
          label={t('phone.plan.due')}
          kind="date"
          value={action.due ?? ''}
          disabled={isLocked}
          onCommit={(value) => edits.change(action.id, { due: value === '' ? null : value })}
        />
      </Field>
      <Field label={t('phone.plan.measure')}>
        <CommitField
          label={t('phone.plan.measure')}
          kind={{ rows: 2 }}
          value={action.measure ?? ''}
          disabled={isLocked}
          maxLength={MEASURE_LENGTH}
          onCommit={(value) => edits.change(action.id, { measure: value.trim() === '' ? null : value.trim() })}
        />
      </Field>
      {others.length > 0 && (
        <fieldset className="phone-helpers" disabled={!rights.link}>
          <legend className="field-label">{t('plan.supporters')}</legend>
          {others.map(({ id, text }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={supporters.includes(id)}
                onChange={(event) => edits.setDuty(action.id, id, event.target.checked ? 'support' : null)}
              />
              {text || t('plan.unnamed')}
            </label>
          ))}
        </fieldset>
      )}
    </TaskFrame>
  )
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="field">
      <span className="field-label" aria-hidden>
        {label}
      </span>
      {children}
    </div>
  )
}
