import type { MappingCard } from '@remedyboard/shared/mapping/mapping-card'
import type { CardRemarks } from '../../session/board-remarks.ts'

export interface TalkedAbout {
  card: MappingCard
  said: CardRemarks
}

/** Cards with comments that are on the board: those with something new first, then the one that was talked about last. */
export function talkedAbout(byCard: ReadonlyMap<string, CardRemarks>, cards: ReadonlyMap<string, MappingCard>): TalkedAbout[] {
  const found: TalkedAbout[] = []
  for (const [id, said] of byCard) {
    const card = cards.get(id)
    if (card && said.comments.length > 0) found.push({ card, said })
  }
  return found.sort(
    (a, b) => Number(b.said.unread > 0) - Number(a.said.unread > 0) || lastOf(b) - lastOf(a) || (a.card.id < b.card.id ? -1 : 1),
  )
}

function lastOf({ said }: TalkedAbout): number {
  return said.comments.at(-1)?.stamp?.at ?? Number.MAX_SAFE_INTEGER
}
