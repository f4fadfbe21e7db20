import type { BoardOperation } from '../board/board-operation.ts'
import { DUTIES, type Duty } from '../board/card.ts'
import { addLink, removeLinks, type Records } from '../mapping/link-operations.ts'
import type { MappingCard } from '../mapping/mapping-card.ts'
import type { MappingGraph } from '../mapping/mapping-graph.ts'
import type { MappingLink } from '../mapping/mapping-link.ts'
import { comparePaperOrder } from '../mapping/paper-order.ts'

/**
 * Who leads, supports, is consulted and is informed, for each action: the RACI matrix in the words of flow B (phase B6, "Exactly one
 * lead per action"; accountable and responsible are one here, because a workshop's actions are small). The same data as the canvas: a
 * cell is a link between a stakeholder and an action.
 */
export interface ResponsibilityMatrix {
  /** actions that say something, or that somebody has a part in: the earliest due first, then in the order of the board */
  actions: readonly MappingCard[]
  /** stakeholders that have a name or a part in an action, in the paper's order */
  stakeholders: readonly MappingCard[]
  /** cells that are not empty, by action and then by stakeholder */
  duties: ReadonlyMap<string, ReadonlyMap<string, ResponsibilityCell>>
}

/** What one stakeholder does for one action. */
export interface ResponsibilityCell {
  /** the strongest, should there be several links */
  duty: Duty
  /** record ids of the links that say so, the strongest first */
  linkIds: readonly string[]
}

/** Reads the matrix. */
export function responsibilityMatrix(graph: MappingGraph): ResponsibilityMatrix {
  const duties = new Map<string, Map<string, ResponsibilityCell>>()
  for (const [actionId, links] of dutyLinks(graph)) {
    const row = new Map<string, MappingLink[]>()
    for (const link of links) row.set(link.stakeholderId, [...(row.get(link.stakeholderId) ?? []), link.link])
    duties.set(actionId, new Map([...row].map(([stakeholderId, its]) => [stakeholderId, cellOf(its)])))
  }
  const cards = [...graph.cards.values()]
  const involved = new Set([...duties.values()].flatMap((row) => [...row.keys()]))
  return {
    actions: cards.filter((card) => isAction(card) && (duties.has(card.id) || card.text.trim() !== '')).sort(compareActions),
    stakeholders: cards
      .filter(({ id, kind, text }) => kind === 'stakeholder' && (text.trim() !== '' || involved.has(id)))
      .sort(comparePaperOrder),
    duties,
  }
}

/** The stakeholders that have this duty for an action, in the order of their ids. */
export function holdersOf(matrix: ResponsibilityMatrix, actionId: string, duty: Duty): string[] {
  return [...(matrix.duties.get(actionId) ?? [])].flatMap(([stakeholderId, cell]) => (cell.duty === duty ? [stakeholderId] : [])).sort()
}

/**
 * Sets one cell; `duty: null` empties it. What a stakeholder does for an action is one thing afterwards, however many links said so
 * before. `linkId`: id for a link that has to be made; `author`: participantId of whoever makes it.
 */
export function setDuty(
  graph: MappingGraph,
  records: Records,
  cell: { actionId: string; stakeholderId: string; duty: Duty | null; linkId: string; author?: string },
): BoardOperation[] {
  const { actionId, stakeholderId, duty, linkId, author } = cell
  const links = (dutyLinks(graph).get(actionId) ?? []).flatMap((link) => (link.stakeholderId === stakeholderId ? [link.link] : []))
  const [kept, ...others] = byStrength(links)
  if (!kept) {
    if (duty === null || !canHoldDuty(graph, actionId, stakeholderId)) return []
    return addLink(records, { id: linkId, from: stakeholderId, to: actionId, meta: { author, basis: 'group', duty } })
  }
  const rest = [...kept.alike, ...others.flatMap((link) => [link.id, ...link.alike])]
  if (duty === null) return removeLinks(records, [kept.id, ...rest])
  const change: BoardOperation = { op: 'change', id: kept.id, changes: [{ key: 'meta.duty', value: duty }] }
  return [...(kept.duty === duty ? [] : [change]), ...removeLinks(records, rest)]
}

/**
 * Hands the lead of an action to one stakeholder, or to nobody. Whoever led before supports from now on: nobody loses their part by a
 * hand-over.
 */
export function setLead(
  graph: MappingGraph,
  records: Records,
  { stakeholderId, ...cell }: { actionId: string; stakeholderId: string | null; linkId: string; author?: string },
): BoardOperation[] {
  const leads = holdersOf(responsibilityMatrix(graph), cell.actionId, 'lead').filter((id) => id !== stakeholderId)
  return [
    ...leads.flatMap((id) => setDuty(graph, records, { ...cell, stakeholderId: id, duty: 'support' })),
    ...(stakeholderId === null ? [] : setDuty(graph, records, { ...cell, stakeholderId, duty: 'lead' })),
  ]
}

function canHoldDuty({ cards }: MappingGraph, actionId: string, stakeholderId: string): boolean {
  return cards.get(actionId)?.kind === 'action' && cards.get(stakeholderId)?.kind === 'stakeholder'
}

function dutyLinks({ cards, links }: MappingGraph): Map<string, { stakeholderId: string; link: MappingLink }[]> {
  const byAction = new Map<string, { stakeholderId: string; link: MappingLink }[]>()
  for (const link of links) {
    if (link.type !== 'duty') continue
    const [stakeholderId, actionId] = cards.get(link.from)?.kind === 'stakeholder' ? [link.from, link.to] : [link.to, link.from]
    byAction.set(actionId, [...(byAction.get(actionId) ?? []), { stakeholderId, link }])
  }
  return byAction
}

function cellOf(links: readonly MappingLink[]): ResponsibilityCell {
  const sorted = byStrength(links)
  return { duty: sorted[0]?.duty ?? 'support', linkIds: sorted.map(({ id }) => id) }
}

/** Links come in the order of their ids, and sorting keeps it among equals. */
function byStrength(links: readonly MappingLink[]): MappingLink[] {
  return [...links].sort((a, b) => DUTIES.indexOf(a.duty) - DUTIES.indexOf(b.duty))
}

function isAction({ kind }: MappingCard): boolean {
  return kind === 'action'
}

/** Earliest due date first, without a date last. */
export function compareActions(a: MappingCard, b: MappingCard): number {
  if (a.due !== b.due) return a.due === null ? 1 : b.due === null ? -1 : a.due < b.due ? -1 : 1
  return comparePaperOrder(a, b)
}
