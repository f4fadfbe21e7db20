import { compareIds } from './compare-ids.ts'
import type { MappingCard } from './mapping-card.ts'
import type { MappingGraph } from './mapping-graph.ts'

/** A named group of cards. */
export interface Cluster {
  /** record id of its frame */
  id: string
  name: string
  /** a facilitator has settled it */
  settled: boolean
  /** stable name of the area in which its cards stand; null = none, or no cards */
  area: string | null
  /** cards that stand for themselves, in the order of their ids */
  cards: readonly MappingCard[]
}

/** All clusters of a board, those with the most cards first. */
export function clustersOf({ areas, cards }: MappingGraph): Cluster[] {
  const members = new Map<string, MappingCard[]>()
  for (const card of cards.values()) if (card.cluster !== null) members.set(card.cluster, [...(members.get(card.cluster) ?? []), card])
  const clusters = [...areas.values()].flatMap(({ id, name, cluster }): Cluster[] => {
    const its = members.get(id) ?? []
    return cluster === null ? [] : [{ id, name, settled: cluster === 'settled', area: its[0]?.area ?? null, cards: its }]
  })
  return clusters.sort((a, b) => b.cards.length - a.cards.length || compareIds(a.id, b.id))
}

/**
 * Cards that people wrote into an area and that belong to no cluster yet: what is left to do in flow A's phase A5 ("unclustered
 * count"). The paper's cards have their families, empty ones say nothing, and locked ones (headings) stay where they are.
 */
export function unclustered({ cards }: MappingGraph, area: string): MappingCard[] {
  return [...cards.values()].filter(
    (card) => card.area === area && card.cluster === null && card.paper === null && !card.locked && card.text.trim() !== '',
  )
}
