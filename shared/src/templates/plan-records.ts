import type { BoardRecord, Json } from '../board/board-record.ts'
import type { Anchor, AreaPlan, BoardPlan, CardPlan, LinkPlan, Rect } from './board-plan.ts'
import { indexKey } from './index-key.ts'
import { cardPlaces } from './spread-anchors.ts'

const PAGE_ID = 'page:page'

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

function shape(id: string, type: string, parentId: string, n: number, x: number, y: number) {
  return { id, typeName: 'shape', type, parentId, index: indexKey(n), x, y, rotation: 0, isLocked: false, opacity: 1 }
}

function areaRecord(area: AreaPlan, n: number): BoardRecord {
  return {
    ...shape(frameId(area), 'frame', PAGE_ID, n, area.x, area.y),
    props: { w: area.w, h: area.h, name: area.title, color: 'black' },
    // The agenda and everybody's way around depend on the areas: only facilitators change them.
    meta: { area: area.area, instruction: area.instruction, tone: area.tone, lock: true },
  }
}

function cardRecord(card: CardPlan, parentId: string, n: number): BoardRecord {
  return {
    ...shape(`shape:${card.id}`, 'card', parentId, n, card.x, card.y),
    props: { w: card.w, h: card.h, kind: card.kind, size: card.size, text: card.text },
    meta: withoutGaps({ ...card.meta }),
  }
}

function linkRecords(link: LinkPlan, n: number, places: ReadonlyMap<string, Rect>): BoardRecord[] {
  const start = pointAt(places, link.from)
  const end = pointAt(places, link.to)
  const id = `shape:${link.id}`
  return [
    {
      ...shape(id, 'arrow', PAGE_ID, n, start.x, start.y),
      props: {
        kind: 'arc',
        labelColor: 'black',
        color: link.look.color,
        fill: 'none',
        dash: link.look.dash,
        size: link.look.size,
        arrowheadStart: link.look.bothWays ? 'arrow' : 'none',
        arrowheadEnd: 'arrow',
        font: 'sans',
        start: { x: 0, y: 0 },
        end: { x: end.x - start.x, y: end.y - start.y },
        bend: 0,
        text: '',
        labelPosition: 0.5,
        scale: 1,
        elbowMidPoint: 0.5,
      },
      meta: withoutGaps({ ...link.meta }),
    },
    bindingRecord(link, 'start', link.from),
    bindingRecord(link, 'end', link.to),
  ]
}

function bindingRecord(link: LinkPlan, terminal: 'start' | 'end', end: LinkPlan['from']): BoardRecord {
  return {
    id: `binding:${link.id}-${terminal}`,
    typeName: 'binding',
    type: 'arrow',
    fromId: `shape:${link.id}`,
    toId: `shape:${end.card}`,
    props: { terminal, normalizedAnchor: { x: end.anchor.x, y: end.anchor.y }, isExact: false, isPrecise: true, snap: 'none' },
    meta: {},
  }
}

function pointAt(places: ReadonlyMap<string, Rect>, end: { card: string; anchor: Anchor }): { x: number; y: number } {
  const place = places.get(end.card)
  if (!place) throw new Error(`The template links a card that it does not have: ${end.card}`)
  return { x: place.x + end.anchor.x * place.w, y: place.y + end.anchor.y * place.h }
}

/** tldraw validates meta as JSON, which knows no undefined. */
function withoutGaps(meta: object): Record<string, Json> {
  // Card and link meta hold JSON values only; a round trip is the shortest way to drop the absent ones at every depth.
  return JSON.parse(JSON.stringify(meta)) as Record<string, Json>
}
