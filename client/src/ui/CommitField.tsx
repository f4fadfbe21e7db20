import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { isComposing } from './is-composing.ts'

interface CommitFieldProps {
  /** accessible name */
  label: string
  value: string
  /** Told once people are done, with what they wrote and what it was made from; never for nothing. */
  onCommit: (value: string, from: string) => void
  id?: string
  disabled?: boolean
  placeholder?: string
  maxLength?: number
  /** a date, or the rows of a longer text; default: one line */
  kind?: 'date' | { rows: number }
}

/** What was written stays on the screen this long, until it has come back as the value; else the field would show the old one for a moment. */
const HELD_MS = 400

/** Years before this are dates that are still being typed. */
const FIRST_YEAR = '1900'

/**
 * A field that writes what people typed when they leave it or press Enter, as one step, and follows what others write as long as
 * nobody types in it here. Escape takes back.
 */
export function CommitField({ label, value, onCommit, kind, ...rest }: CommitFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const [written, setWritten] = useState<string | null>(null)
  const from = useRef(value)
  const isDate = kind === 'date'

  useEffect(() => setWritten(null), [value])
  useEffect(() => {
    if (written === null) return
    const timer = setTimeout(() => setWritten(null), HELD_MS)
    return () => clearTimeout(timer)
  }, [written])

  const commit = (text: string | null) => {
    setDraft(null)
    if (text === null || text === from.current) return
    setWritten(text)
    onCommit(text, from.current)
  }
  const onChange = (text: string) => {
    if (draft === null) from.current = written ?? value
    // A day picked in the calendar is a decision; one that is typed goes through the years 2, 20 and 202.
    if (isDate && (text === '' || text >= FIRST_YEAR)) {
      commit(text)
      from.current = text
    } else setDraft(text)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation()
      event.preventDefault()
      setDraft(null)
    }
    if (event.key === 'Enter' && (typeof kind !== 'object' || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      commit(draft)
    }
  }
  const props = {
    ...rest,
    'aria-label': label,
    className: 'input',
    value: draft ?? written ?? value,
    onKeyDown,
    onBlur: () => commit(isDate ? null : draft),
  }
  if (typeof kind === 'object') return <textarea {...props} rows={kind.rows} onChange={(event) => onChange(event.target.value)} />
  return (
    <input
      {...props}
      type={isDate ? 'date' : 'text'}
      max={isDate ? '9999-12-31' : undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
