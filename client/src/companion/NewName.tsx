import { COMMAND_LIMITS } from '@remedyboard/shared/workshop/command-limits'
import { useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { focusOnArrival } from '../ui/focus-on-arrival.ts'
import { isComposing } from '../ui/is-composing.ts'

interface NewNameProps {
  label: string
  /** what the button says */
  make: string
  onMake: (name: string) => void
  onCancel: () => void
}

/** The name of something that is being made: a group, somebody who leads. */
export function NewName({ label, make: makeWords, onMake, onCancel }: NewNameProps) {
  const { t } = useText()
  const [name, setName] = useState('')
  const make = () => {
    if (name.trim() !== '') onMake(name.trim())
  }
  return (
    <div className="phone-part phone-new-name">
      <input
        ref={focusOnArrival}
        type="text"
        className="input"
        aria-label={label}
        placeholder={label}
        maxLength={COMMAND_LIMITS.nameLength}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (isComposing(event)) return
          if (event.key === 'Enter') make()
          if (event.key === 'Escape') onCancel()
        }}
      />
      <div className="phone-buttons">
        <button type="button" className="btn" onClick={onCancel}>
          {t('drafts.undo')}
        </button>
        <button type="button" className="btn btn-primary" disabled={name.trim() === ''} onClick={make}>
          {makeWords}
        </button>
      </div>
    </div>
  )
}
