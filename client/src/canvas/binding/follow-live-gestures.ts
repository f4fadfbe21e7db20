import { decodeLiveFrame, type LiveFrame } from '@remedyboard/shared/protocol/live-frame'
import type { BoardSession } from '../../session/board-session.ts'
import { LIVE_STALE_MS, type LiveOverlay } from './live-overlay.ts'

/** Feeds others' live frames into the overlay and takes them out when their sender stops or leaves. Returns the way to stop. */
export function followLiveGestures(session: BoardSession, overlay: LiveOverlay, show: (ids: ReadonlySet<string>) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const expire = () => {
    timer = undefined
    const touched = overlay.expire(Date.now())
    if (touched.size > 0) show(touched)
    if (!overlay.isEmpty) timer = setTimeout(expire, LIVE_STALE_MS / 3)
  }
  const stopFrames = session.onLive((frames) => {
    const touched = new Set<string>()
    for (const { clientId, frame } of frames) {
      const live = clientId === session.doc.clientID ? null : readFrame(frame)
      if (live) for (const id of overlay.receive(clientId, live, Date.now())) touched.add(id)
    }
    if (touched.size > 0) show(touched)
    if (!overlay.isEmpty) timer ??= setTimeout(expire, LIVE_STALE_MS / 3)
  })
  let present = new Set<number>()
  const stopPeople = session.people.subscribe(() => {
    const now = new Set(session.people.get().map((person) => person.clientId))
    for (const clientId of present) {
      const touched = now.has(clientId) ? undefined : overlay.leave(clientId)
      if (touched && touched.size > 0) show(touched)
    }
    present = now
  })
  return () => {
    clearTimeout(timer)
    stopFrames()
    stopPeople()
  }
}

/** A frame that cannot be read is another client's fault: nothing to show, nothing to stop. */
function readFrame(bytes: Uint8Array): LiveFrame | null {
  try {
    return decodeLiveFrame(bytes)
  } catch {
    return null
  }
}
