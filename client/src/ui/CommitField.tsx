import { useEffect, useRef, useState, type ChangeEvent, type CompositionEvent, type KeyboardEvent } from 'react'
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

type Field = HTMLInputElement | HTMLTextAreaElement

/** What was written stays on the screen this long, until it has come back as the value; else the field would show the old one for a moment. */
const HELD_MS = 400

/** Years before this are dates that are still being typed. */
const FIRST_YEAR = '1900'

/**
 * A field that writes what people typed when they leave it or the page, press Enter or it is taken away, as one step, and follows what others write
 * as long as nobody types in it here. Escape takes back.
 */
export function CommitField({ label, value, onCommit, kind, ...rest }: CommitFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const [written, setWritten] = useState<string | null>(null)
  const from = useRef(value)
  // what is typed, without the letters of a Chinese word that is not picked yet
  const typed = useRef<string | null>(null)
  const isDate = kind === 'date'

  useEffect(() => setWritten(null), [value])
  useEffect(() => {
    if (written === null) return
    const timer = setTimeout(() => setWritten(null), HELD_MS)
    return () => clearTimeout(timer)
  }, [written])

  // The step went on, somebody went back, or the page goes (a reload, a phone that is put away): nothing tells the field that it loses
  // the focus.
  const leave = useRef(() => undefined as void)
  leave.current = () => {
    if (typed.current === null || typed.current === from.current) return
    onCommit(typed.current, from.current)
    from.current = typed.current
  }
  useEffect(() => {
    const onGoing = () => {
      if (document.visibilityState === 'hidden') leave.current()
    }
    const onGone = () => leave.current()
    document.addEventListener('visibilitychange', onGoing)
    // Before whoever stores what there is then.
    addEventListener('pagehide', onGone, true)
    return () => {
      document.removeEventListener('visibilitychange', onGoing)
      removeEventListener('pagehide', onGone, true)
      leave.current()
    }
  }, [])

  const drop = () => {
    typed.current = null
    setDraft(null)
  }
  const commit = (text: string | null) => {
    drop()
    if (text === null || text === from.current) return
    setWritten(text)
    onCommit(text, from.current)
  }
  const change = (text: string, isPicking: boolean) => {
    if (draft === null) from.current = written ?? value
    // A day picked in the calendar is a decision; one that is typed goes through the years 2, 20 and 202.
    if (isDate && (text === '' || text >= FIRST_YEAR)) {
      commit(text)
      from.current = text
      return
    }
    setDraft(text)
    // A date that is not whole is worth nothing.
    if (!isPicking && !isDate) typed.current = text
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation()
      event.preventDefault()
      drop()
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
    onChange: ({ target, nativeEvent }: ChangeEvent<Field>) => change(target.value, (nativeEvent as InputEvent).isComposing),
    onCompositionEnd: ({ currentTarget }: CompositionEvent<Field>) => void (typed.current = currentTarget.value),
  }
  if (typeof kind === 'object') return <textarea {...props} rows={kind.rows} />
  return <input {...props} type={isDate ? 'date' : 'text'} max={isDate ? '9999-12-31' : undefined} />
}
