import { useEffect, useRef, useState, type ReactNode } from 'react'
import './confirm-button.css'

interface ConfirmButtonProps {
  children: ReactNode
  /** asked before it happens */
  question: string
  yes: string
  no: string
  onConfirm: () => void
  className?: string
  /** also while it asks: then only the safe answer can be given */
  disabled?: boolean
  /** accessible name, for a button that shows only a sign */
  label?: string
}

/** A button for what cannot be taken back: asks in its own place, and the safe answer has the focus. Give it a key of what it asks about. */
export function ConfirmButton({ children, question, yes, no, onConfirm, className = 'btn', disabled = false, label }: ConfirmButtonProps) {
  const [asking, setAsking] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const safe = useRef<HTMLButtonElement>(null)
  const wasAsking = useRef(false)

  useEffect(() => {
    if (asking) safe.current?.focus()
    else if (wasAsking.current) opener.current?.focus()
    wasAsking.current = asking
  }, [asking])

  if (!asking) {
    return (
      <button ref={opener} type="button" className={className} aria-label={label} disabled={disabled} onClick={() => setAsking(true)}>
        {children}
      </button>
    )
  }
  return (
    // Escape is the safe answer, whichever of the two has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="confirm"
      role="alertdialog"
      aria-label={question}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        setAsking(false)
      }}
    >
      <p>{question}</p>
      <div className="confirm-answers">
        <button ref={safe} type="button" className="btn" onClick={() => setAsking(false)}>
          {no}
        </button>
        <button
          type="button"
          className="btn btn-primary"
          disabled={disabled}
          onClick={() => {
            setAsking(false)
            onConfirm()
          }}
        >
          {yes}
        </button>
      </div>
    </div>
  )
}
