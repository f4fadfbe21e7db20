import { cardHeight, estimateLines } from '../board/card-metrics.ts'
import type { CardKind, CardMeta } from '../board/card.ts'
import type { Locale } from '../protocol/locale.ts'
import type { CardPlan } from './board-plan.ts'
import { originOf } from './card-origin.ts'
import { labelOf, type OutlineItem, type Wording } from './paper.ts'

/** Spaces of an outline, in board units: enough to tell families apart, little enough that 28 rows stay one picture. */
const SPACE = { row: 4, afterHead: 6, branch: 11, family: 22, indent: 28 } as const

export interface OutlineOptions {
  kind: CardKind
  locale: Locale
  wording: Wording
  /** left edge, top edge and width of the column, in the area's coordinates */
  x: number
  y: number
  w: number
  /** The side on which lower levels step in; the other edges are flush, so that straight links meet them without crossing a card. */
  indent: 'left' | 'right'
}

/** Cards of a tree of items, one below the other: first level as headings, the others as rows. Heights come from the card's metrics. */
export function outlineCards(items: readonly OutlineItem[], options: OutlineOptions): CardPlan[] {
  const cards: CardPlan[] = []
  let y = options.y
  let previous: OutlineItem | undefined
  const inner = new Set(items.map((item) => item.parent))
  for (const item of items) {
    if (previous) y += spaceBetween(previous, item, inner.has(item.id))
    const size = item.level === 1 ? 'l' : 'm'
    const step = (item.level - 1) * SPACE.indent
    const w = options.w - step
    const text = labelOf(item, options.locale, options.wording)
    const h = cardHeight(size, w, estimateLines(text, size, w))
    const x = options.indent === 'left' ? options.x + step : options.x
    cards.push({ id: item.id, kind: options.kind, size, text, x, y, w, h, meta: outlineMeta(item, options) })
    y += h
    previous = item
  }
  return cards
}

/** Second-level items that have parts, and the one after them, stand a little apart, so that branches show without lines. */
function spaceBetween(previous: OutlineItem, item: OutlineItem, isBranch: boolean): number {
  if (item.level === 1) return SPACE.family
  if (previous.level === 1) return SPACE.afterHead
  return item.level === 2 && (isBranch || previous.level === 3) ? SPACE.branch : SPACE.row
}

function outlineMeta(item: OutlineItem, { locale, wording }: OutlineOptions): CardMeta {
  return {
    parent: item.parent === null ? undefined : `shape:${item.parent}`,
    origin: originOf(item, locale, wording),
    setting: item.area === 'both' ? undefined : item.area,
    driver: item.kind === 'driver' ? true : undefined,
  }
}
