import { generateKeyBetween } from 'fractional-indexing'
import { cardHeight, estimateLines } from './card-metrics.ts'
import type { BoardRecord, Json } from './board-record.ts'
import type { CardKind, CardMeta, CardSize, LinkMeta } from './card.ts'
import { isOrderKey } from './order-key.ts'

/** A card as it is put on the board. `x`, `y` in its parent's space, board units. */
export interface NewCard {
  /** `shape:…` */
  id: string
  parentId: string
  /** see `topIndex` */
  index: string
  x: number
  y: number
  w: number
  /** default: what the text needs, estimated */
  h?: number
  kind: CardKind
  /** default `m` */
  size?: CardSize
  text: string
  meta: CardMeta
}

/** A new card's record. */
export function newCardRecord({ id, parentId, index, x, y, w, h, kind, size = 'm', text, meta }: NewCard): BoardRecord {
  const height = h ?? cardHeight(size, w, estimateLines(text, size, w))
  return { ...newShape(id, 'card', parentId, index, x, y), props: { w, h: height, kind, size, text }, meta: withoutGaps(meta) }
}

/** A point of a card as a fraction of its width and height. */
export interface Anchor {
  x: number
  y: number
}

/** A link between two cards as it is put on the board. */
export interface NewLink {
  /** `shape:…` */
  id: string
  /** record id of the page */
  pageId: string
  /** see `topIndex` */
  index: string
  /** record ids of the cards */
  from: string
  to: string
  /** where it leaves and meets the cards, as fractions of their size; without, the canvas chooses */
  anchors?: { from: Anchor; to: Anchor }
  /** a relation that works both ways has two arrowheads */
  bothWays?: boolean
  meta: LinkMeta
}

/** A new link's records: the arrow, and what binds its two ends. Where it runs follows from the cards. */
export function newLinkRecords({ id, pageId, index, from, to, anchors, bothWays = false, meta }: NewLink): BoardRecord[] {
  const arrow = {
    ...newShape(id, 'arrow', pageId, index, 0, 0),
    props: {
      kind: 'arc',
      labelColor: 'black',
      color: 'black',
      fill: 'none',
      dash: 'solid',
      size: 's',
      arrowheadStart: bothWays ? 'arrow' : 'none',
      arrowheadEnd: 'arrow',
      font: 'sans',
      start: { x: 0, y: 0 },
      end: { x: 2, y: 0 },
      bend: 0,
      text: '',
      labelPosition: 0.5,
      scale: 1,
      elbowMidPoint: 0.5,
    },
    meta: withoutGaps(meta),
  }
  return [arrow, binding(id, 'start', from, anchors?.from), binding(id, 'end', to, anchors?.to)]
}

function binding(linkId: string, terminal: 'start' | 'end', cardId: string, anchor?: Anchor): BoardRecord {
  return {
    id: `binding:${linkId.slice('shape:'.length)}-${terminal}`,
    typeName: 'binding',
    type: 'arrow',
    fromId: linkId,
    toId: cardId,
    props: {
      terminal,
      normalizedAnchor: { x: anchor?.x ?? 0.5, y: anchor?.y ?? 0.5 },
      isExact: false,
      isPrecise: anchor !== undefined,
      snap: 'none',
    },
    meta: {},
  }
}

/** The fractional index above all children of `parentId`; `count` of them, one above the other. What is no index counts for nothing. */
export function topIndices(records: Iterable<BoardRecord>, parentId: string, count: number): string[] {
  let top: string | null = null
  for (const { parentId: parent, index } of records) {
    if (parent === parentId && typeof index === 'string' && (top === null || index > top) && isOrderKey(index)) top = index
  }
  const indices: string[] = []
  for (let n = 0; n < count; n++) indices.push((top = generateKeyBetween(top, null)))
  return indices
}

/** The fields that all shapes have, as tldraw makes them. */
export function newShape(id: string, type: string, parentId: string, index: string, x: number, y: number) {
  return { id, typeName: 'shape', type, parentId, index, x, y, rotation: 0, isLocked: false, opacity: 1 }
}

/** Meta without its absent fields: tldraw validates it as JSON, which knows no undefined. */
export function withoutGaps(meta: CardMeta | LinkMeta): Record<string, Json> {
  // Card and link meta hold JSON values only; a round trip is the shortest way to drop the absent ones at every depth.
  return JSON.parse(JSON.stringify(meta)) as Record<string, Json>
}
