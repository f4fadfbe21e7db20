import { useEffect, useRef, type RefObject } from 'react'
import { keepKeys } from '../keyboard/keep-keys.ts'

/** Keeps keys pressed inside a panel from tldraw. What a panel wants to know of them it is told through `onKey`, which returns true for a key that it has used up. */
export function usePanelKeys(element: RefObject<HTMLElement | null>, onKey: (event: KeyboardEvent) => boolean): void {
  const listener = useRef(onKey)
  listener.current = onKey
  useEffect(() => {
    const root = element.current
    if (!root) return
    return keepKeys(root, (event) => {
      // Keys that choose a candidate belong to the input method; 229: Safari ends the composition before it tells of its last key.
      if (event.isComposing || event.keyCode === 229) return
      if (listener.current(event)) event.preventDefault()
    })
  }, [element])
}
