import type { CoverageUnit } from '@remedyboard/shared/mapping/coverage'
import type { MappingGraph } from '@remedyboard/shared/mapping/mapping-graph'

/** What there is to filter dilemmas by. */
export interface FilterChoices {
  /** areas in which a dilemma stands, by title */
  areas: readonly { area: string; name: string }[]
  tags: readonly string[]
  /** some card speaks of the city or the country */
  hasSettings: boolean
}

/** Only what would leave some dilemmas and take others away is worth a choice. */
export function filterChoices({ cards, areas }: Pick<MappingGraph, 'cards' | 'areas'>, units: readonly CoverageUnit[]): FilterChoices {
  const used = new Set<string>()
  const tags = new Set<string>()
  let hasSettings = false
  for (const { cardId } of units) {
    const card = cards.get(cardId)
    if (!card) continue
    if (card.area !== null) used.add(card.area)
    for (const tag of card.tags) tags.add(tag)
    hasSettings ||= card.setting === 'urban' || card.setting === 'rural'
  }
  const names = new Map<string, string>()
  for (const { area, name } of areas.values()) if (area !== null && used.has(area) && !names.has(area)) names.set(area, name)
  return { areas: [...names].map(([area, name]) => ({ area, name })), tags: [...tags].sort(), hasSettings }
}
