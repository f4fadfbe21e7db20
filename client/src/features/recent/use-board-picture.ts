import { useEffect, useRef } from 'react'
import type { BoardSession } from '../../session/board-session.ts'
import { keepPicture } from './board-pictures.ts'
import { smallPicture } from './small-picture.ts'

/** The first picture: the board has been drawn by then, and whoever only looked in has one, too. */
const FIRST_MS = 4_000
/** After a change the next picture waits, so that a lively board is not drawn for nothing. */
const AGAIN_MS = 20_000

/** Keeps a picture of the open board for the list of recent boards. */
export function useBoardPicture(session: BoardSession, takePicture: (() => Promise<Blob | null>) | null): void {
  const take = useRef(takePicture)
  take.current = takePicture
  const canTake = takePicture !== null

  useEffect(() => {
    if (!canTake) return
    let stopped = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = async () => {
      timer = undefined
      // A page in the background draws nothing; it takes its picture when it is looked at and changes again.
      if (stopped || document.hidden) return
      try {
        const blob = await take.current?.()
        const url = blob ? await smallPicture(blob) : null
        if (url !== null) await keepPicture(session.board.id, url)
      } catch {
        // No picture is no harm: the list shows the board without.
      }
    }
    const schedule = (delay: number) => (timer ??= setTimeout(() => void keep(), delay))
    schedule(FIRST_MS)
    const unsubscribe = session.records.subscribe(() => schedule(AGAIN_MS))
    return () => {
      stopped = true
      clearTimeout(timer)
      unsubscribe()
    }
  }, [session, canTake])
}
