import { X } from 'lucide-react'
import { useEffect, useId, useRef, type MouseEvent, type ReactNode } from 'react'
import './dialog.css'

interface DialogProps {
  title: string
  closeLabel: string
  onClose: () => void
  children: ReactNode
  /** `sheet`: from the bottom edge on narrow screens; `full`: the whole screen */
  variant?: 'dialog' | 'sheet' | 'full'
}

/** A modal on the native element: the browser keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ title, closeLabel, onClose, children, variant = 'dialog' }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useEffect(() => {
    const dialog = element.current
    if (!dialog) return
    dialog.showModal()
    return () => dialog.close()
  }, [])

  // Both ends of the click must be beside the dialog: marking text may end there too.
  const pressedBeside = useRef(false)
  const isBeside = (event: MouseEvent) => event.target === element.current

  return (
    // The keyboard has Escape and the close button; a click beside the dialog is a convenience for the mouse.
    <dialog
      ref={element}
      className={`dialog dialog-${variant}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClose={onClose}
      onMouseDown={(event) => {
        pressedBeside.current = isBeside(event)
      }}
      onClick={(event) => {
        if (pressedBeside.current && isBeside(event)) onClose()
      }}
    >
      <div className="dialog-body">
        <header className="dialog-header">
          <h2 id={titleId}>{title}</h2>
          <button type="button" className="btn btn-quiet btn-icon" aria-label={closeLabel} onClick={onClose}>
            <X aria-hidden />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
