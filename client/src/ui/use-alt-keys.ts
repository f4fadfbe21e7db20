import { useEffect, useRef } from 'react'

/** What a letter does together with Alt (⌥ on a Mac). */
export type AltKeys = Readonly<Record<string, () => void>>

/**
 * Keys that work wherever the focus is on the page. Alt, because the canvas has the plain letters and the browser the others; by the
 * key's place, because ⌥ types another letter on a Mac. While somebody writes a Mac needs ⌥ for letters: nothing happens then.
 */
export function useAltKeys(keys: AltKeys, enabled: boolean): void {
  const now = useRef(keys)
  now.current = keys
  useEffect(() => {
    if (!enabled) return
    const onKey = (event: KeyboardEvent) => {
      // AltGr, which types letters, comes with ctrlKey or without altKey.
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.repeat) return
      if (isWriting(event.target)) return
      const act = event.code.startsWith('Key') ? now.current[event.code.slice(3)] : undefined
      if (!act) return
      event.preventDefault()
      event.stopPropagation()
      act()
    }
    // before the canvas, which listens to every key below itself
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [enabled])
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea'))
}
