import { useId, type Ref } from 'react'
import { useText } from '../i18n/use-text.ts'
import { isComposing } from '../ui/is-composing.ts'

interface TextAreaProps {
  label: string
  placeholder?: string
  value: string
  /** characters */
  most: number
  onChange: (value: string) => void
  /** Enter, never the one that picks a Chinese word, nor with too long a text; Shift+Enter is a new line */
  onEnter: () => void
  onEscape?: () => void
  ref?: Ref<HTMLTextAreaElement>
}

/** From here on the field says how much room is left, in characters. */
const NEAR_LIMIT = 60

/** Where a phone's person writes. A text that is too long stays: a field that cuts off what was pasted loses it without a word. */
export function TextArea({ label, placeholder, value, most, onChange, onEnter, onEscape, ref }: TextAreaProps) {
  const { t } = useText()
  const hint = useId()
  const { length } = value.trim()
  const isNear = length > most - NEAR_LIMIT
  const isTooLong = length > most
  return (
    <div className="phone-field">
      <textarea
        ref={ref}
        className="input"
        rows={3}
        dir="auto"
        aria-label={label}
        aria-describedby={isNear ? hint : undefined}
        aria-invalid={isTooLong}
        placeholder={placeholder}
        enterKeyHint="send"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (isComposing(event)) return
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault()
            if (!isTooLong) onEnter()
          }
          if (event.key === 'Escape') onEscape?.()
        }}
      />
      {isNear && (
        <span id={hint} className={isTooLong ? 'field-error tabular' : 'field-hint tabular'}>
          {t('drafts.tooLong', { most })} · {length}/{most}
        </span>
      )}
    </div>
  )
}

/** Whether a text can be sent: there is one, and it is not too long. */
export function canSend(text: string, most: number): boolean {
  const { length } = text.trim()
  return length > 0 && length <= most
}
