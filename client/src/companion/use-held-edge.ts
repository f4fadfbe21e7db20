import { useEffect, type RefObject } from 'react'

/** Fields for which the lower edge of the page makes room (phone-shell.css). */
const FIELDS = "textarea, input:not([type='radio'], [type='checkbox'])"

/** A touch's click follows its end within about 300 ms; after a swipe there is none. */
const NO_CLICK_MS = 500

/**
 * Keeps the lower edge away until a press that ends the writing has had its click: a button near the bottom, "Send" for one, was covered
 * by the edge that came back between the finger's down and up. Marks `root` with `data-held` meanwhile.
 */
export function useHeldEdge(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const release = () => {
      clearTimeout(timer)
      delete element.dataset['held']
    }
    const releaseAfter = (ms: number) => () => {
      clearTimeout(timer)
      timer = setTimeout(release, ms)
    }
    const hold = () => {
      clearTimeout(timer)
      if (element.ownerDocument.activeElement?.matches(FIELDS)) element.dataset['held'] = ''
    }
    const listeners = [
      ['pointerdown', hold],
      ['pointerup', releaseAfter(NO_CLICK_MS)],
      ['click', releaseAfter(0)],
      ['pointercancel', release],
    ] as const
    for (const [type, listener] of listeners) element.addEventListener(type, listener, true)
    return () => {
      for (const [type, listener] of listeners) element.removeEventListener(type, listener, true)
      release()
    }
  }, [root])
}
