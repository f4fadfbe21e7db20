import { useEffect, type RefObject } from 'react'

/**
 * A button that goes away when it is pressed takes the keyboard with it: then nothing hears Escape, and Tab begins at the top of the
 * page. The panel itself takes over from it.
 */
export function useKeptFocus(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = element.current
    if (!root) return
    let last: Element | null = null
    const note = () => (last = root.ownerDocument.activeElement)
    const observer = new MutationObserver(() => {
      const { activeElement, body } = root.ownerDocument
      if (last && !last.isConnected && (activeElement === null || activeElement === body)) root.focus({ preventScroll: true })
    })
    const forget = ({ relatedTarget }: FocusEvent) => {
      // It went elsewhere; to nowhere it goes also with what is taken away, in some browsers before that.
      if (relatedTarget !== null) last = null
    }
    root.addEventListener('focusin', note)
    root.addEventListener('focusout', forget)
    observer.observe(root, { childList: true, subtree: true })
    return () => {
      root.removeEventListener('focusin', note)
      root.removeEventListener('focusout', forget)
      observer.disconnect()
    }
  }, [element])
}
