import { useRef, useSyncExternalStore } from 'react'
import type { BoardSession, PresentPerson } from '../../session/board-session.ts'
import { distinctPeople } from './distinct-people.ts'

/** Who is here, once each. The same list while only cursors move, so that lists are not drawn anew with each of them. */
export function useDistinctPeople(session: BoardSession): readonly PresentPerson[] {
  const last = useRef<readonly PresentPerson[]>([])
  return useSyncExternalStore(
    (onChange) => session.people.subscribe(onChange),
    () => {
      const people = distinctPeople(session.people.get())
      if (!sameIdentities(last.current, people)) last.current = people
      return last.current
    },
  )
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
