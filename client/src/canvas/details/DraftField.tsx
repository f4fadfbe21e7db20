import { useEffect, useId, useRef, useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { MIXED, type Shared } from './shared-value.ts'

interface DraftFieldProps {
  label: string
  value: Shared<string | undefined>
  /** told when somebody has finished writing something else; returns what is wrong with it, or null when it was taken */
  onCommit: (typed: string) => string | null
  /** several lines */
  long?: boolean
  maxLength?: number
  inputMode?: 'numeric'
  placeholder?: string
  hint?: string
}

/** A text that is written when its field is left: one step of undo, and one change for the others. */
export function DraftField({ label, value, onCommit, long, maxLength = 500, inputMode, placeholder, hint }: DraftFieldProps) {
  const { t } = useText()
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const isMixed = value === MIXED
  const current = isMixed ? '' : (value ?? '')

  const commit = () => {
    if (draft === null) return
    const wrong = draft === current ? null : onCommit(draft)
    setProblem(wrong)
    if (wrong === null) setDraft(null)
  }
  // Whoever selects another card in the middle of a word has still written it.
  const last = useRef(commit)
  last.current = commit
  useEffect(() => () => last.current(), [])

  const shared = {
    id,
    className: long ? 'input rb-long-input' : 'input',
    value: draft ?? current,
    maxLength,
    placeholder: isMixed ? t('canvas.details.mixed') : placeholder,
    'aria-invalid': problem !== null,
    'aria-describedby': problem === null && hint === undefined ? undefined : `${id}-note`,
    onBlur: commit,
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {long ? (
        <textarea {...shared} rows={2} onChange={(event) => setDraft(event.target.value)} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            commit()
          }}
        >
          <input {...shared} inputMode={inputMode} autoComplete="off" onChange={(event) => setDraft(event.target.value)} />
        </form>
      )}
      {problem === null ? (
        hint !== undefined && (
          <span className="field-hint" id={`${id}-note`}>
            {hint}
          </span>
        )
      ) : (
        <span className="field-error" id={`${id}-note`} role="alert">
          {problem}
        </span>
      )}
    </div>
  )
}
