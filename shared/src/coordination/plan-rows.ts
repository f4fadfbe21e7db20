import type { ActionStatus } from '../board/card.ts'
import type { MappingCard } from '../mapping/mapping-card.ts'
import type { MappingGraph } from '../mapping/mapping-graph.ts'
import { holdersOf, responsibilityMatrix } from './responsibility.ts'

/** One action of the plan. Other cards by their record ids. */
export interface PlanRow {
  action: MappingCard
  /** remedies that it puts into practice */
  remedies: readonly string[]
  /** exactly one in a finished plan (flow B, phase B6) */
  leads: readonly string[]
  supporters: readonly string[]
  consulted: readonly string[]
  informed: readonly string[]
  status: ActionStatus
  /** neither done nor dropped */
  open: boolean
  /** open, and its due date is before today */
  overdue: boolean
  /** open, and nobody leads it */
  ownerless: boolean
  /** open, and nobody has said by when (flow A, phase A10: "items without a lead or date") */
  undated: boolean
}

/** The plan, the earliest due date first. `today`: YYYY-MM-DD where the people are; an action that is due today is not overdue. */
export function planRows(graph: MappingGraph, today: string): PlanRow[] {
  const matrix = responsibilityMatrix(graph)
  const remedies = new Map<string, string[]>()
  for (const { type, from, to } of graph.links) {
    if (type !== 'step') continue
    const [remedyId, actionId] = graph.cards.get(from)?.kind === 'remedy' ? [from, to] : [to, from]
    const its = remedies.get(actionId) ?? []
    if (!its.includes(remedyId)) remedies.set(actionId, [...its, remedyId])
  }
  return matrix.actions.map((action) => {
    const leads = holdersOf(matrix, action.id, 'lead')
    const open = isOpen(action)
    return {
      action,
      remedies: remedies.get(action.id) ?? [],
      leads,
      supporters: holdersOf(matrix, action.id, 'support'),
      consulted: holdersOf(matrix, action.id, 'consult'),
      informed: holdersOf(matrix, action.id, 'inform'),
      status: action.status,
      open,
      overdue: open && action.due !== null && action.due < today,
      ownerless: open && leads.length === 0,
      undated: open && action.due === null,
    }
  })
}

/** True for an action that is still to be done. */
export function isOpen({ status }: Pick<MappingCard, 'status'>): boolean {
  return status === 'planned' || status === 'started'
}
