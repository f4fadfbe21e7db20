import type { BoardOperation } from '../board/board-operation.ts'
import type { ActionStatus, CardMeta } from '../board/card.ts'
import { isIsoDate } from '../mapping/iso-date.ts'
import { addLink, type Records } from '../mapping/link-operations.ts'
import type { MappingGraph } from '../mapping/mapping-graph.ts'
import { addCard } from './add-card.ts'

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
  return addCard(records, { id, kind: 'action', text, meta }, areas)
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
