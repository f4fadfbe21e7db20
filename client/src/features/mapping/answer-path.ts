import type { CoverageRow } from '@remedyboard/shared/mapping/coverage-rows'
import type { MappingGraph } from '@remedyboard/shared/mapping/mapping-graph'

/** Cards and links to light for a dilemma: itself, the one it inherits from, its links and remedies. */
export function pathOfRow({ cardId, inheritedFrom, answers }: CoverageRow): string[] {
  const answered = answers.flatMap(({ remedyId, links }) => [remedyId, ...links.map(({ id }) => id)])
  return [...new Set([cardId, ...(inheritedFrom === null ? [] : [inheritedFrom]), ...answered])]
}

/** Cards and links to light for a remedy: itself, its links and the dilemmas at their other ends. */
export function pathOfRemedy(remedyId: string, { links }: Pick<MappingGraph, 'links'>): string[] {
  const its = links.filter(({ type, from, to }) => type === 'answer' && (from === remedyId || to === remedyId))
  return [...new Set([remedyId, ...its.flatMap(({ id, from, to }) => [id, from, to])])]
}
