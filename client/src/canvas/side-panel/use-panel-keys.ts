import { useEffect, useRef, type RefObject } from 'react'

/**
 * Keeps keys pressed inside a panel from tldraw. tldraw listens below React's root, so React's own events come too late; what a
 * panel wants to know of keys it is told through `onKey`, which returns true for a key that it has used up.
 */
export function usePanelKeys(element: RefObject<HTMLElement | null>, onKey: (event: KeyboardEvent) => boolean): void {
  const listener = useRef(onKey)
  listener.current = onKey
  useEffect(() => {
    const root = element.current
    if (!root) return
    const onEvent = (event: KeyboardEvent) => {
      event.stopPropagation()
      // Keys that choose a candidate belong to the input method; 229: Safari ends the composition before it tells of its last key.
      if (event.type !== 'keydown' || event.isComposing || event.keyCode === 229) return
      if (listener.current(event)) event.preventDefault()
    }
    root.addEventListener('keydown', onEvent)
    root.addEventListener('keyup', onEvent)
    return () => {
      root.removeEventListener('keydown', onEvent)
      root.removeEventListener('keyup', onEvent)
    }
  }, [element])
}
