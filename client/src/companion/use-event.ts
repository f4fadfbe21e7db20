import { useCallback, useLayoutEffect, useRef } from 'react'

/**
 * What happens at an event, as one function that stays the same while it does what the latest drawing says: rows that are given it are
 * not drawn again for it. Never called while drawing.
 */
export function useEvent<Given extends unknown[]>(handle: (...given: Given) => void): (...given: Given) => void {
  const latest = useRef(handle)
  useLayoutEffect(() => void (latest.current = handle))
  return useCallback((...given) => latest.current(...given), [])
}
