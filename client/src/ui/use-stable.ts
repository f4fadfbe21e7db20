import { useCallback, useRef } from 'react'

/** The same function for as long as a component lives, which does what the latest one would: for rows of long lists that are kept (`memo`). */
export function useStable<Args extends unknown[]>(latest: (...args: Args) => void): (...args: Args) => void {
  const ref = useRef(latest)
  ref.current = latest
  return useCallback((...args: Args) => ref.current(...args), [])
}
