import { useLayoutEffect, useRef, type ReactNode } from 'react'
import './careful-button.css'
import { ConfirmButton } from './ConfirmButton.tsx'
import { PressButton } from './PressButton.tsx'

interface CarefulButtonProps {
  children: ReactNode
  /** null: nothing would be lost now, so nothing is asked */
  ask: { question: string; yes: string; no: string } | null
  enabled: boolean
  onPress: () => void
  className?: string
  title?: string | undefined
  shortcut?: string | undefined
}

/** A button that asks only while there is something to lose, and keeps the focus when that changes. */
export function CarefulButton({ children, ask, enabled, onPress, className = 'btn', title, shortcut }: CarefulButtonProps) {
  const place = useRef<HTMLDivElement>(null)
  const asks = ask !== null && enabled
  // One button takes the place of the other: whoever steers by keys stays where they are.
  const hadFocus = place.current?.contains(document.activeElement) ?? false
  useLayoutEffect(() => {
    if (hadFocus && place.current?.contains(document.activeElement) === false) place.current.querySelector('button')?.focus()
  })
  return (
    <div ref={place} className="careful">
      {asks ? (
        <ConfirmButton {...ask} className={className} onConfirm={onPress}>
          {children}
        </ConfirmButton>
      ) : (
        <PressButton className={className} title={title} aria-keyshortcuts={shortcut} enabled={enabled} onClick={onPress}>
          {children}
        </PressButton>
      )}
    </div>
  )
}
