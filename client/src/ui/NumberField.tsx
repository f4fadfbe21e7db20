import { useId, useState } from 'react'
import './number-field.css'

interface NumberFieldProps {
  label: string
  /** the words beside it say it to those who see */
  isLabelHidden?: boolean
  /** null = empty, where `emptyHint` says what that means */
  value: number | null
  min: number
  max: number
  emptyHint?: string
  onCommit: (value: number | null) => void
}

/** A whole number, taken when people leave the field or press Enter. What is out of bounds goes to the nearest that is in. */
export function NumberField({ label, isLabelHidden = false, value, min, max, emptyHint, onCommit }: NumberFieldProps) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const commit = () => {
    setTyped(null)
    if (typed === null) return
    const number = Math.round(Number(typed))
    const wanted = typed.trim() === '' || Number.isNaN(number) ? null : Math.min(max, Math.max(min, number))
    if (wanted !== value && (wanted !== null || emptyHint !== undefined)) onCommit(wanted)
  }
  return (
    <div className="number-field">
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <input
        id={id}
        className="input tabular"
        inputMode="numeric"
        value={typed ?? value ?? ''}
        placeholder={emptyHint}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            commit()
          }
        }}
      />
    </div>
  )
}
