import { boardMapping } from '../../session/board-mapping.ts'
import { boardRemarks } from '../../session/board-remarks.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'

/** How many comments this device has not shown yet. */
export function useUnreadRemarks(session: BoardSession): number {
  const { cards } = useReadable(boardMapping(session).graph)
  const byCard = useReadable(boardRemarks(session).byCard)
  let unread = 0
  for (const [id, said] of byCard) if (cards.has(id)) unread += said.unread
  return unread
}
