import { inReadingOrder } from '@remedyboard/shared/board/page-position'
import type { MappingCard } from '@remedyboard/shared/mapping/mapping-card'
import { notesAreas } from '@remedyboard/shared/workshop/notes-areas'
import type { Phase } from '@remedyboard/shared/workshop/state'
import { useMemo } from 'react'
import { boardMapping } from '../session/board-mapping.ts'
import type { BoardSession } from '../session/board-session.ts'
import { useReadable } from '../ui/use-readable.ts'

/** The cards that a step is about, as people read the board: in its area, and what was written for it in secret. */
export function useTaskCards(session: BoardSession, phase: Phase | null): { ours: MappingCard[]; paper: MappingCard[] } {
  const { cards } = useReadable(boardMapping(session).graph)
  const { agenda, hiddenAreas, me } = useReadable(session.view)
  return useMemo(() => {
    const areas = phase ? new Set([phase.area, ...notesAreas(agenda, phase.area)]) : null
    const isSeen = ({ area }: MappingCard) => area === null || me.role === 'facilitator' || !hiddenAreas.includes(area)
    const mine = [...cards.values()].filter(
      (card) => card.text.trim() !== '' && isSeen(card) && (areas === null || (card.area !== null && areas.has(card.area))),
    )
    const sorted = inReadingOrder(session.index.visible, mine)
    // A locked card of nobody's is a heading of the template.
    const isHeading = ({ locked, author }: MappingCard) => locked && author === null
    return { ours: sorted.filter((card) => card.paper === null && !isHeading(card)), paper: sorted.filter(({ paper }) => paper !== null) }
  }, [session, cards, agenda, hiddenAreas, me.role, phase])
}
