import { AREA_METRICS } from '../board/area-metrics.ts'
import type { BoardOperation } from '../board/board-operation.ts'
import type { BoardRecord } from '../board/board-record.ts'
import { CARD_METRICS, cardHeight, estimateLines } from '../board/card-metrics.ts'
import type { CardKind, CardMeta } from '../board/card.ts'
import { newCardRecord, topIndices } from '../board/new-records.ts'
import { makeRoom, SPARE_CARDS } from '../board/area-annex.ts'
import { areaFrame, type CardPlace } from '../board/place-in-area.ts'
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
  const place = room ? room.places[0] : belowEverything(records)
  const [index] = place ? topIndices(records.values(), place.parentId, 1) : []
  if (!place || index === undefined) return []
  const card: BoardOperation = { op: 'create', record: newCardRecord({ id, index, w, kind, text, meta, ...place }) }
  return room?.annex ? [{ op: 'create', record: room.annex }, card] : [card]
}

/** Under everything that lies on the page itself. */
function belowEverything(records: Records): CardPlace | undefined {
  const pageId = firstPage(records)
  if (pageId === null) return undefined
  const onPage = [...records.values()].filter((record) => record['parentId'] === pageId && record.type !== 'arrow')
  if (onPage.length === 0) return { parentId: pageId, x: 0, y: 0 }
  const bottom = Math.max(...onPage.map((record) => numberOf(record['y']) + numberOf(record.props?.['h'])))
  return { parentId: pageId, x: Math.min(...onPage.map(left)), y: bottom + 2 * AREA_METRICS.padding }
}

function left(record: BoardRecord): number {
  return numberOf(record['x'])
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0
}
