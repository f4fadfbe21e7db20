import { useEffect, useRef } from 'react'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'

/**
 * Tells once when the running time is up. One timeout to the end, because a browser wakes a hidden page's repeated ones seldom; it looks
 * again when the page is shown and with each message of the server, which may have set the clock right.
 */
export function useTimeUp(session: Pick<BoardSession, 'view' | 'serverNow'>, onTimeUp: () => void): void {
  const { timer } = useReadable(session.view)
  const endsAt = timer.state === 'running' ? timer.endsAt : null
  const tell = useRef(onTimeUp)
  tell.current = onTimeUp

  useEffect(() => {
    // What was over before this page knew of it is no news.
    if (endsAt === null || endsAt <= session.serverNow()) return
    let timeout: ReturnType<typeof setTimeout> | undefined
    const stop = () => {
      clearTimeout(timeout)
      stopView()
      document.removeEventListener('visibilitychange', look)
    }
    const look = () => {
      clearTimeout(timeout)
      const left = endsAt - session.serverNow()
      if (left > 0) timeout = setTimeout(look, left)
      else {
        stop()
        tell.current()
      }
    }
    const stopView = session.view.subscribe(look)
    document.addEventListener('visibilitychange', look)
    look()
    return stop
  }, [session, endsAt])
}
