import { useRef } from 'react'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'

/** participantIds of who is here. The same set while only cursors move. */
export function usePresentIds(session: BoardSession): ReadonlySet<string> {
  const people = useReadable(session.people)
  const last = useRef<ReadonlySet<string>>(new Set())
  const now = new Set(people.map(({ id }) => id))
  if (now.size !== last.current.size || [...now].some((id) => !last.current.has(id))) last.current = now
  return last.current
}
