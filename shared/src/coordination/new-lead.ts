import type { BoardOperation } from '../board/board-operation.ts'
import { addLink, type Records } from '../mapping/link-operations.ts'
import type { MappingGraph } from '../mapping/mapping-graph.ts'
import { addCard, STAKEHOLDER_AREAS } from './add-card.ts'
import { setLead } from './responsibility.ts'

/** Somebody who leads an action and is not on the board yet. */
export interface NewLead {
  actionId: string
  name: string
  /** `shape:…` of the new stakeholder and of the link */
  stakeholderId: string
  linkId: string
  author: string
}

/** A new stakeholder beside the plan, who leads the action; whoever led before supports from then on. */
export function newLead(
  graph: MappingGraph,
  records: Records,
  { actionId, name, stakeholderId, linkId, author }: NewLead,
): BoardOperation[] {
  if (graph.cards.get(actionId)?.kind !== 'action') return []
  const card = addCard(records, { id: stakeholderId, kind: 'stakeholder', text: name, meta: { author } }, [...STAKEHOLDER_AREAS, 'plan'])
  if (card.length === 0) return []
  return [
    ...card,
    ...setLead(graph, records, { actionId, stakeholderId: null, linkId }),
    ...addLink(records, { id: linkId, from: stakeholderId, to: actionId, meta: { author, duty: 'lead' } }),
  ]
}
