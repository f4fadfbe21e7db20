import { CARD_LIMITS } from '@remedyboard/shared/board/card'
import { Plus } from 'lucide-react'
import { useState } from 'react'

/** A line for one more card. */
export function AddLine({ label, onAdd }: { label: string; onAdd: (text: string) => void }) {
  const [text, setText] = useState('')
  return (
    <form
      className="add-line"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() === '') return
        onAdd(text.trim())
        setText('')
      }}
    >
      <input
        className="input"
        aria-label={label}
        placeholder={label}
        value={text}
        maxLength={CARD_LIMITS.textLength}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="btn btn-icon" aria-label={`＋ ${label}`} title={`＋ ${label}`} disabled={text.trim() === ''}>
        <Plus aria-hidden />
      </button>
    </form>
  )
}
