import type { BoardRecord } from '../board/board-record.ts'
import { newCardRecord, newLinkRecords, newShape, type Anchor } from '../board/new-records.ts'
import type { AreaPlan, BoardPlan, CardPlan, LinkPlan, Rect } from './board-plan.ts'
import { indexKey } from './index-key.ts'
import { cardPlaces } from './spread-anchors.ts'

/** The one page that every board begins with. */
export const PAGE_ID = 'page:page'

/** The records of a whole board: document, one page, and what the plan puts on it, in painting order. Links lie above all areas. */
export function planRecords(plan: BoardPlan, pageName: string): BoardRecord[] {
  const places = cardPlaces(plan.areas)
  return [
    { id: 'document:document', typeName: 'document', gridSize: 10, name: '', meta: {} },
    { id: PAGE_ID, typeName: 'page', name: pageName, index: 'a1', meta: {} },
    ...plan.areas.flatMap((area, i) => [areaRecord(area, i + 1), ...area.cards.map((card, j) => cardRecord(card, frameId(area), j + 1))]),
    ...plan.links.flatMap((link, i) => linkRecords(link, plan.areas.length + i + 1, places)),
  ]
}

function frameId(area: AreaPlan): string {
  return `shape:area-${area.area}`
}

function areaRecord(area: AreaPlan, n: number): BoardRecord {
  return {
    ...newShape(frameId(area), 'frame', PAGE_ID, indexKey(n), area.x, area.y),
    props: { w: area.w, h: area.h, name: area.title, color: 'black' },
    // The agenda and everybody's way around depend on the areas: only facilitators change them.
    meta: { area: area.area, instruction: area.instruction, tone: area.tone, lock: true },
  }
}

function cardRecord(card: CardPlan, parentId: string, n: number): BoardRecord {
  return newCardRecord({ ...card, id: `shape:${card.id}`, parentId, index: indexKey(n) })
}

function linkRecords(link: LinkPlan, n: number, places: ReadonlyMap<string, Rect>): BoardRecord[] {
  const start = pointAt(places, link.from)
  const end = pointAt(places, link.to)
  const { color, dash, size, bothWays } = link.look
  return newLinkRecords({
    id: `shape:${link.id}`,
    pageId: PAGE_ID,
    index: indexKey(n),
    from: `shape:${link.from.card}`,
    to: `shape:${link.to.card}`,
    anchors: { from: link.from.anchor, to: link.to.anchor },
    bothWays,
    meta: link.meta,
  }).map((record) =>
    record.typeName === 'binding'
      ? record
      : { ...record, ...start, props: { ...record.props, color, dash, size, end: { x: end.x - start.x, y: end.y - start.y } } },
  )
}

function pointAt(places: ReadonlyMap<string, Rect>, end: { card: string; anchor: Anchor }): { x: number; y: number } {
  const place = places.get(end.card)
  if (!place) throw new Error(`The template links a card that it does not have: ${end.card}`)
  return { x: place.x + end.anchor.x * place.w, y: place.y + end.anchor.y * place.h }
}
