import { COMMAND_LIMITS } from '@remedyboard/shared/workshop/command-limits'
import { useId, type RefObject } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { isComposing } from '../../ui/is-composing.ts'

interface NoteFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** Enter, or Ctrl+Enter; never the Enter that picks a Chinese word */
  onDone: () => void
  onEscape?: () => void
  ref?: RefObject<HTMLTextAreaElement | null>
}

/** From here on the field says how much room is left. */
const NEAR_LIMIT = 60

/** Where a hidden note is written. */
export function NoteField({ label, value, onChange, onDone, onEscape, ref }: NoteFieldProps) {
  const { t } = useText()
  const hint = useId()
  const most = COMMAND_LIMITS.draftLength
  const isLong = value.length > most - NEAR_LIMIT
  return (
    <>
      <textarea
        ref={ref}
        className="input drafts-field"
        rows={3}
        aria-label={label}
        aria-describedby={isLong ? hint : undefined}
        placeholder={t('drafts.placeholder')}
        maxLength={most}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          // What is typed here is no key of the canvas.
          event.stopPropagation()
          if (isComposing(event)) return
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault()
            onDone()
          }
          if (event.key === 'Escape' && onEscape) {
            event.preventDefault()
            onEscape()
          }
        }}
      />
      {isLong && (
        <span id={hint} className="field-hint tabular">
          {t('drafts.tooLong', { most })} · {value.length}/{most}
        </span>
      )}
    </>
  )
}
