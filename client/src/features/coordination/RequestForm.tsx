import { CARD_LIMITS } from '@remedyboard/shared/board/card'
import type { CoordinationGap } from '@remedyboard/shared/coordination/coordination-rules'
import { useId, useState, type FormEvent } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { focusOnArrival } from '../../ui/focus-on-arrival.ts'
import type { Coordination } from './use-coordination.ts'

interface RequestFormProps {
  coordination: Coordination
  gap: CoordinationGap
  /** what the gap is, to begin with */
  suggestion: string
  onMake: (request: { text: string; ownerId: string | null; due: string | undefined }) => void
  onCancel: () => void
}

/** One request to one actor, with a date: what makes a gap into something that somebody does. */
export function RequestForm({ coordination, gap, suggestion, onMake, onCancel }: RequestFormProps) {
  const { t } = useText()
  const id = useId()
  const { stakeholders } = coordination.matrix
  const [text, setText] = useState(suggestion)
  const [owner, setOwner] = useState(() => gap.cards.find((card) => stakeholders.some((one) => one.id === card)) ?? '')
  const [due, setDue] = useState('')
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '') onMake({ text: text.trim(), ownerId: owner === '' ? null : owner, due: due === '' ? undefined : due })
  }
  return (
    <form className="request-form" onSubmit={onSubmit}>
      <div className="field">
        <label htmlFor={`${id}-text`}>{t('coordination.requestText')}</label>
        <textarea
          ref={focusOnArrival}
          id={`${id}-text`}
          className="input"
          rows={3}
          value={text}
          maxLength={CARD_LIMITS.textLength}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-owner`}>{t('coordination.requestOwner')}</label>
        <select id={`${id}-owner`} className="input" value={owner} onChange={(event) => setOwner(event.target.value)}>
          <option value="">{t('plan.nobody')}</option>
          {stakeholders.map((card) => (
            <option key={card.id} value={card.id}>
              {card.text || t('coordination.unnamed')}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-due`}>{t('canvas.details.due')}</label>
        <input
          id={`${id}-due`}
          className="input"
          type="date"
          max="9999-12-31"
          value={due}
          onChange={(event) => setDue(event.target.value)}
        />
      </div>
      <div className="request-buttons">
        <button type="submit" className="btn btn-primary" disabled={text.trim() === ''}>
          {t('coordination.requestMake')}
        </button>
        <button type="button" className="btn" onClick={onCancel}>
          {t('canvas.cancel')}
        </button>
      </div>
    </form>
  )
}
