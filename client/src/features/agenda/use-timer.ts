import { useEffect, useState } from 'react'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { readTimer, type TimerReading } from './timer-reading.ts'

/** Twice as often as the display changes, so that no second is skipped. */
const TICK_MS = 500

/** The workshop's timer, by the server's clock. */
export function useTimer(session: BoardSession): TimerReading | null {
  const { timer } = useReadable(session.view)
  const [now, setNow] = useState(() => session.serverNow())
  const running = timer.state === 'running'

  useEffect(() => {
    setNow(session.serverNow())
    if (!running) return
    const interval = setInterval(() => setNow(session.serverNow()), TICK_MS)
    return () => clearInterval(interval)
  }, [session, timer, running])

  return readTimer(timer, now)
}
