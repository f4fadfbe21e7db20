import { CARD_LIMITS } from '@remedyboard/shared/board/card'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'

/** A line for a new action. */
export function AddAction({ onAdd }: { onAdd: (text: string) => void }) {
  const { t } = useText()
  const [text, setText] = useState('')
  return (
    <form
      className="plan-add"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() === '') return
        onAdd(text.trim())
        setText('')
      }}
    >
      <input
        className="input"
        aria-label={t('plan.newAction')}
        placeholder={t('plan.newAction')}
        value={text}
        maxLength={CARD_LIMITS.textLength}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="btn btn-icon" aria-label={t('plan.add')} title={t('plan.add')} disabled={text.trim() === ''}>
        <Plus aria-hidden />
      </button>
    </form>
  )
}
