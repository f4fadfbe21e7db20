import type { BoardOperation } from '../board/board-operation.ts'
import type { MappingGraph } from './mapping-graph.ts'

/**
 * Why cards cannot be merged. `few`: nothing to merge besides the target; `kinds`: a dilemma is no duplicate of a remedy; `round`: one
 * of them can be voted on in an open round, and votes for it must not change hands meanwhile.
 */
export type MergeRefusal = 'few' | 'kinds' | 'round'

/** What merging does to the board, or why it may not be. */
export type MergePlan = { operations: readonly BoardOperation[] } | { refused: MergeRefusal }

/**
 * Merges cards into one of them. Texts, links and remarks stay where they are: `meta.mergedInto` is all that is written, so that
 * taking it back restores everything. Cards that were merged before are taken by who stands for them.
 *
 * `candidates`: record ids of cards in an open round.
 */
export function mergeCards(
  { cards, targets }: MappingGraph,
  ids: readonly string[],
  into: string,
  candidates: ReadonlySet<string> = new Set(),
): MergePlan {
  const standing = (id: string) => targets.get(id) ?? id
  const target = cards.get(standing(into))
  const merged = [...new Set(ids.map(standing))].flatMap((id) => (id === target?.id ? [] : (cards.get(id) ?? [])))
  if (!target || merged.length === 0) return { refused: 'few' }
  if (merged.some(({ kind }) => kind !== target.kind)) return { refused: 'kinds' }
  if ([target, ...merged].some(({ id }) => candidates.has(id))) return { refused: 'round' }
  return { operations: merged.map(({ id }) => mergedInto(id, target.id)) }
}

/**
 * Lets merged cards stand for themselves again, each with what had been merged into it before. Cards that two people merged into each
 * other at once are parted from both sides.
 */
export function unmergeCards({ cards, targets }: MappingGraph, ids: readonly string[]): BoardOperation[] {
  const parted = ids.filter((id) => targets.has(id))
  const heads = parted.flatMap((id) => cards.get(targets.get(id) ?? '') ?? [])
  // A card that stands although it was merged into a living one stands at the head of a circle.
  const circular = heads.filter((head) => head.mergedInto !== null && targets.has(head.mergedInto)).map(({ id }) => id)
  return [...new Set([...parted, ...circular])].map((id) => mergedInto(id, undefined))
}

function mergedInto(id: string, target: string | undefined): BoardOperation {
  return { op: 'change', id, changes: [{ key: 'meta.mergedInto', value: target }] }
}

/** Numbers by card (votes, remarks) as they count after merging: those of merged cards are added to their target's. */
export function addMerged(counts: ReadonlyMap<string, number>, { targets }: Pick<MappingGraph, 'targets'>): Map<string, number> {
  const sums = new Map<string, number>()
  for (const [id, count] of counts) {
    const standing = targets.get(id) ?? id
    sums.set(standing, (sums.get(standing) ?? 0) + count)
  }
  return sums
}
