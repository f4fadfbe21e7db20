import { useEffect } from 'react'
import type { BoardSession } from '../../session/board-session.ts'

const TICK_MS = 2_000
/** A timer that is this late was not late: the computer slept. */
const SLEPT_MS = 12_000

/**
 * Connects again at once when the computer wakes up. The socket of before looks open then, and its provider would wait half a minute
 * until it believes that it is not.
 */
export function useWakeUp({ provider }: BoardSession): void {
  useEffect(() => {
    let last = Date.now()
    const connectAnew = () => {
      provider.disconnect()
      provider.connect()
    }
    const look = () => {
      const now = Date.now()
      const slept = now - last > SLEPT_MS
      last = now
      if (slept) connectAnew()
    }
    const interval = setInterval(look, TICK_MS)
    document.addEventListener('visibilitychange', look)
    addEventListener('online', connectAnew)
    return () => {
      clearInterval(interval)
      document.removeEventListener('visibilitychange', look)
      removeEventListener('online', connectAnew)
    }
  }, [provider])
}
