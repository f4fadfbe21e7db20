import { useMemo } from 'react'
import type { BoardSession } from '../../session/board-session.ts'
import { useSelected } from '../../ui/use-selected.ts'

/** participantIds of who is here. The same set while only cursors move. */
export function usePresentIds(session: BoardSession): ReadonlySet<string> {
  const ids = useSelected(session.people, (people) => [...new Set(people.map(({ id }) => id))].sort().join(' '))
  return useMemo(() => new Set(ids.split(' ')), [ids])
}
