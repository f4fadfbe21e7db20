import { AREA_METRICS } from '../board/area-metrics.ts'
import type { BoardOperation } from '../board/board-operation.ts'
import { CARD_METRICS, cardHeight, estimateLines } from '../board/card-metrics.ts'
import type { CardKind, CardMeta } from '../board/card.ts'
import { newCardRecord, topIndices } from '../board/new-records.ts'
import { makeRoom, SPARE_CARDS } from '../board/area-annex.ts'
import { areaFrame } from '../board/place-in-area.ts'
import { placeBelowAll } from '../board/place-below-all.ts'
import { firstPage, type Records } from '../mapping/link-operations.ts'

/** A card that somebody makes from a panel or a phone. */
export interface CardToMake {
  /** `shape:…` */
  id: string
  kind: CardKind
  text: string
  meta?: CardMeta
}

/** Where stakeholders go: flow B's list of those involved. */
export const STAKEHOLDER_AREAS = ['actors'] as const

/**
 * Puts a card into the first of the areas that exists, where it overlaps nothing, and gives the area an annex when it is full; on a
 * board without them, below everything.
 */
export function addCard(records: Records, { id, kind, text, meta = {} }: CardToMake, areas: readonly string[]): BoardOperation[] {
  const frame = areas.flatMap((area) => areaFrame(records.values(), area) ?? [])[0]
  const frameW = frame?.props?.['w']
  const free = typeof frameW === 'number' ? frameW - 2 * AREA_METRICS.padding : Infinity
  const w = Math.max(1, Math.min(CARD_METRICS.m.defaultWidth, free))
  const h = cardHeight('m', w, estimateLines(text, 'm', w))
  const room = frame ? makeRoom(records, frame, w, [h], { spare: SPARE_CARDS }) : null
  const pageId = firstPage(records)
  const [place] = room ? room.places : pageId === null ? [] : placeBelowAll(records, pageId, w, [h])
  const [index] = place ? topIndices(records.values(), place.parentId, 1) : []
  if (!place || index === undefined) return []
  const card: BoardOperation = { op: 'create', record: newCardRecord({ id, index, w, kind, text, meta, ...place }) }
  return room?.annex ? [{ op: 'create', record: room.annex }, card] : [card]
}
