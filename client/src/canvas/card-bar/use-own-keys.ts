import { useEffect, useRef, type RefObject } from 'react'
import { keepKeys } from '../keyboard/keep-keys.ts'

/**
 * Keeps keys pressed inside an element from tldraw, which would move the selected cards by the arrow keys; here they go from
 * button to button. Escape calls `onEscape`.
 */
export function useOwnKeys(element: RefObject<HTMLElement | null>, onEscape: () => void): void {
  const escape = useRef(onEscape)
  escape.current = onEscape
  useEffect(() => {
    const root = element.current
    if (!root) return
    return keepKeys(root, (event) => {
      if (event.key === 'Escape') escape.current()
      const by = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0
      if (by === 0) return
      event.preventDefault()
      const buttons = [...root.querySelectorAll('button')]
      const at = buttons.findIndex((button) => button === document.activeElement)
      buttons[(at + by + buttons.length) % buttons.length]?.focus()
    })
  }, [element])
}
