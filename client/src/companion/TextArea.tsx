import { useId, type RefObject } from 'react'
import { useText } from '../i18n/use-text.ts'
import { isComposing } from '../ui/is-composing.ts'

interface TextAreaProps {
  label: string
  placeholder?: string
  value: string
  /** characters */
  most: number
  onChange: (value: string) => void
  /** Enter, never the one that picks a Chinese word; Shift+Enter is a new line */
  onEnter: () => void
  onEscape?: () => void
  ref?: RefObject<HTMLTextAreaElement | null>
}

/** From here on the field says how much room is left, in characters. */
const NEAR_LIMIT = 60

/** Where a phone's person writes: letters of 16 px, or browsers zoom in on it. */
export function TextArea({ label, placeholder, value, most, onChange, onEnter, onEscape, ref }: TextAreaProps) {
  const { t } = useText()
  const hint = useId()
  const isLong = value.length > most - NEAR_LIMIT
  return (
    <div className="phone-field">
      <textarea
        ref={ref}
        className="input"
        rows={3}
        aria-label={label}
        aria-describedby={isLong ? hint : undefined}
        placeholder={placeholder}
        maxLength={most}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (isComposing(event)) return
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault()
            onEnter()
          }
          if (event.key === 'Escape') onEscape?.()
        }}
      />
      {isLong && (
        <span id={hint} className="field-hint tabular">
          {t('drafts.tooLong', { most })} · {value.length}/{most}
        </span>
      )}
    </div>
  )
}
