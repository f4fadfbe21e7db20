import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

/**
 * How many of `count` items of a list are wholly in view, from the first one on. A half card at the edge, or one beyond it, would be
 * missing without anybody knowing.
 */
export function useRoomFor(count: number): { list: RefObject<HTMLUListElement | null>; shown: number } {
  const list = useRef<HTMLUListElement>(null)
  const [shown, setShown] = useState(count)

  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    const look = () => {
      // Both are measured from the list itself, which is positioned.
      const edge = element.clientHeight
      const items = [...element.children].filter((item) => item instanceof HTMLElement)
      const firstHidden = items.findIndex((item) => item.offsetTop + item.offsetHeight > edge + 1)
      setShown(firstHidden < 0 ? items.length : firstHidden)
    }
    look()
    // The list, and its items: a text comes later than its card, and the wall may be resized.
    const observer = new ResizeObserver(look)
    for (const each of [element, ...element.children]) observer.observe(each)
    return () => observer.disconnect()
  }, [count])

  return { list, shown }
}
