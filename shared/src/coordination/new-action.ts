import type { BoardOperation } from '../board/board-operation.ts'
import type { BoardRecord } from '../board/board-record.ts'
import { AREA_METRICS } from '../board/area-metrics.ts'
import { CARD_METRICS, cardHeight, estimateLines } from '../board/card-metrics.ts'
import type { ActionStatus, CardMeta } from '../board/card.ts'
import { newCardRecord, topIndices } from '../board/new-records.ts'
import { areaFrame, placeInArea, type CardPlace } from '../board/place-in-area.ts'
import { isIsoDate } from '../mapping/iso-date.ts'
import { addLink, firstPage, type Records } from '../mapping/link-operations.ts'
import type { MappingGraph } from '../mapping/mapping-graph.ts'

/** Where actions and requests go: the first of these areas that the board has. Flow A has a plan, flow B a matrix and gaps. */
export const ACTION_AREAS = ['plan', 'matrix'] as const
export const REQUEST_AREAS = ['gaps', 'plan', 'matrix'] as const

/** An action to be made. */
export interface ActionToMake {
  /** `shape:…` of the new card */
  id: string
  text: string
  meta?: Pick<CardMeta, 'author' | 'status' | 'start' | 'due' | 'measure' | 'request'>
}

/**
 * Puts an action card into the first of the areas that exists, where it overlaps nothing; on a board without them, below everything.
 * Throws `RangeError` for a date that is none.
 */
export function addAction(
  records: Records,
  { id, text, meta = {} }: ActionToMake,
  areas: readonly string[] = ACTION_AREAS,
): BoardOperation[] {
  for (const date of [meta.start, meta.due]) if (date !== undefined) checkDate(date)
  const frame = areas.flatMap((area) => areaFrame(records.values(), area) ?? [])[0]
  const frameW = frame?.props?.['w']
  const free = typeof frameW === 'number' ? frameW - 2 * AREA_METRICS.padding : Infinity
  const w = Math.max(1, Math.min(CARD_METRICS.m.defaultWidth, free))
  const h = cardHeight('m', w, estimateLines(text, 'm', w))
  const place = frame ? placeInArea(records, frame, w, [h])[0] : belowEverything(records)
  const [index] = place ? topIndices(records.values(), place.parentId, 1) : []
  if (!place || index === undefined) return []
  return [{ op: 'create', record: newCardRecord({ id, index, w, kind: 'action', text, meta, ...place }) }]
}

/** The remedy made concrete: an action card with its words, and a link from the remedy to it. */
export function actionFromRemedy(
  graph: MappingGraph,
  records: Records,
  { remedyId, linkId, action }: { remedyId: string; linkId: string; action: Omit<ActionToMake, 'text'> & { text?: string } },
): BoardOperation[] {
  const remedy = graph.cards.get(remedyId)
  if (remedy?.kind !== 'remedy') return []
  const card = addAction(records, { ...action, text: action.text ?? remedy.text })
  if (card.length === 0) return []
  return [
    ...card,
    ...addLink(records, { id: linkId, from: remedyId, to: action.id, meta: { author: action.meta?.author, basis: 'group' } }),
  ]
}

/** What the plan says about an action; null takes it back. */
export interface ActionChange {
  start?: string | null
  due?: string | null
  measure?: string | null
  status?: ActionStatus | null
}

/**
 * Changes what the plan says. Each field is written for itself, so that two people who fill in different cells both keep theirs.
 * Throws `RangeError` for a date that is none.
 */
export function changeAction(id: string, change: ActionChange): BoardOperation[] {
  for (const date of [change.start, change.due]) if (date !== undefined && date !== null) checkDate(date)
  const changes = Object.entries(change).map(([field, value]: [string, string | null]) => ({
    key: `meta.${field}`,
    value: value ?? undefined,
  }))
  return changes.length === 0 ? [] : [{ op: 'change', id, changes }]
}

function checkDate(date: string): void {
  if (!isIsoDate(date)) throw new RangeError(`Not a day of the calendar: ${JSON.stringify(date)}`)
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
