import { COMMAND_LIMITS } from '@remedyboard/shared/workshop/command-limits'
import { useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { focusOnArrival } from '../ui/focus-on-arrival.ts'
import { isComposing } from '../ui/is-composing.ts'

interface NewGroupProps {
  onMake: (name: string) => void
  onCancel: () => void
}

/** The name of a group that is being made. */
export function NewGroup({ onMake, onCancel }: NewGroupProps) {
  const { t } = useText()
  const [name, setName] = useState('')
  const make = () => {
    if (name.trim() !== '') onMake(name.trim())
  }
  return (
    <div className="phone-part phone-new-group">
      <input
        ref={focusOnArrival}
        type="text"
        className="input"
        aria-label={t('phone.group.newName')}
        placeholder={t('phone.group.newName')}
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
          {t('phone.group.make')}
        </button>
      </div>
    </div>
  )
}
