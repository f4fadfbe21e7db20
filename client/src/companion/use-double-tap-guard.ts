import { useEffect, useState } from 'react'

/** Taps closer together are one. */
const DOUBLE_TAP_MS = 500

/** For a button that becomes another one when it is pressed: `isGuarded` for a moment after `guard` was called. */
export function useDoubleTapGuard(): [isGuarded: boolean, guard: () => void] {
  const [isGuarded, setGuarded] = useState(false)
  useEffect(() => {
    if (!isGuarded) return
    const timer = setTimeout(() => setGuarded(false), DOUBLE_TAP_MS)
    return () => clearTimeout(timer)
  }, [isGuarded])
  return [isGuarded, () => setGuarded(true)]
}
