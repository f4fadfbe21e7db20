import { useRef } from 'react'
import type { BoardSession, PresentPerson } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { distinctPeople } from './distinct-people.ts'

/** Who is here, once each. The same list while only cursors move, so that lists are not drawn anew with each of them. */
export function useDistinctPeople(session: BoardSession): readonly PresentPerson[] {
  const present = useReadable(session.people)
  const last = useRef<readonly PresentPerson[]>([])
  const people = distinctPeople(present)
  if (!sameIdentities(last.current, people)) last.current = people
  return last.current
}

function sameIdentities(a: readonly PresentPerson[], b: readonly PresentPerson[]): boolean {
  return (
    a.length === b.length &&
    a.every((person, at) => {
      const other = b[at]
      return other?.id === person.id && other.name === person.name && other.role === person.role && other.isMe === person.isMe
    })
  )
}
