import type { CardKind } from '../board/card.ts'

/** Hidden notes on their way to the board. Who turns them into cards shuffles them first (`reveal-operations.ts`). */
export interface RevealedNotes {
  /** `meta.area` of the area they go to */
  area: string
  kind: CardKind
  /** `author` is null when the phase promised anonymity */
  notes: readonly { text: string; author: string | null }[]
}
