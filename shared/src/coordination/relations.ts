import type { RelationState } from '../board/card.ts'
import type { MappingGraph } from '../mapping/mapping-graph.ts'
import type { MappingLink } from '../mapping/mapping-link.ts'
import { comparePaperOrder } from '../mapping/paper-order.ts'

/**
 * How one stakeholder can stand to another: the kinds of relation that the paper names (`relations[].type` of its content file), the
 * most used first. People may write others.
 */
export const RELATIONS = [
  'leads',
  'guides',
  'coordinates',
  'joint-work',
  'serves',
  'informs',
  'mobilizes',
  'implements',
  'contacts',
  'covers',
  'window',
  'bridge',
  'voices',
  'conflict',
] as const
export type Relation = (typeof RELATIONS)[number]

/** One relation, as a table shows it. */
export interface RelationRow {
  link: MappingLink
  /** record ids of the stakeholders; a relation that works both ways leads from the one that comes first in the paper's order */
  from: string
  to: string
}

/** What a state wants: tension most, then what is weak, then what nobody has judged. */
const ATTENTION: readonly (RelationState | null)[] = ['tension', 'weak', null, 'positive']

/** All relations between stakeholders: what wants attention first, then in the paper's order of the two. */
export function relationRows({ cards, links }: MappingGraph): RelationRow[] {
  const order = (a: string, b: string) => {
    const [one, other] = [cards.get(a), cards.get(b)]
    return one && other ? comparePaperOrder(one, other) : 0
  }
  return links
    .filter(({ type }) => type === 'relation')
    .map((link) =>
      link.bothWays && order(link.to, link.from) < 0 ? { link, from: link.to, to: link.from } : { link, from: link.from, to: link.to },
    )
    .sort(
      (a, b) =>
        ATTENTION.indexOf(a.link.state) - ATTENTION.indexOf(b.link.state) ||
        order(a.from, b.from) ||
        order(a.to, b.to) ||
        (a.link.id < b.link.id ? -1 : 1),
    )
}
