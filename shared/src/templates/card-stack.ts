import { cardFoot } from '../board/card-foot.ts'
import { cardHeight, estimateLines } from '../board/card-metrics.ts'
import { withoutGaps } from '../board/new-records.ts'
import type { CardKind, CardMeta, CardSize } from '../board/card.ts'
import type { CardPlan } from './board-plan.ts'

export interface CardEntry {
  id: string
  kind: CardKind
  /** default: `m` */
  size?: CardSize
  text: string
  meta?: CardMeta
  /** room for at least so many lines */
  lines?: number
  /** extra space above */
  before?: number
}

/** Space between two cards of a stack, in board units. */
const STACK_GAP = 8

/** Cards of one width below each other, as high as their texts need. */
export function stackCards(
  entries: readonly CardEntry[],
  { x, y, w, gap = STACK_GAP }: { x: number; y: number; w: number; gap?: number },
): CardPlan[] {
  let top = y
  return entries.map(({ id, kind, size = 'm', text, meta = {}, lines = 1, before = 0 }, i) => {
    const h = cardHeight(size, w, Math.max(lines, estimateLines(text, size, w)))
    top += i === 0 ? 0 : before
    const card: CardPlan = { id, kind, size, text, x, y: top, w, h, meta }
    top += h + cardFoot({ props: { size, w }, meta: withoutGaps(meta) }).height + gap
    return card
  })
}

/** Lower edge of the lowest card. */
export function bottomOf(cards: readonly CardPlan[]): number {
  return cards.reduce((bottom, card) => Math.max(bottom, card.y + card.h), 0)
}
