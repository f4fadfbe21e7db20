import { useEffect, useRef, type RefObject } from 'react'

/**
 * Keeps keys pressed inside an element from tldraw, which would move the selected cards by the arrow keys; here they go from
 * button to button. Escape calls `onEscape`. tldraw listens below React's root, so React's own events come too late.
 */
export function useOwnKeys(element: RefObject<HTMLElement | null>, onEscape: () => void): void {
  const escape = useRef(onEscape)
  escape.current = onEscape
  useEffect(() => {
    const root = element.current
    if (!root) return
    const onKey = (event: KeyboardEvent) => {
      event.stopPropagation()
      if (event.type !== 'keydown') return
      if (event.key === 'Escape') escape.current()
      const by = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0
      if (by === 0) return
      event.preventDefault()
      const buttons = [...root.querySelectorAll('button')]
      const at = buttons.findIndex((button) => button === document.activeElement)
      buttons[(at + by + buttons.length) % buttons.length]?.focus()
    }
    root.addEventListener('keydown', onKey)
    root.addEventListener('keyup', onKey)
    return () => {
      root.removeEventListener('keydown', onKey)
      root.removeEventListener('keyup', onKey)
    }
  }, [element])
}
