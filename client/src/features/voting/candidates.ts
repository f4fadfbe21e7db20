import type { CardKind } from '@remedyboard/shared/board/card'
import type { MappingGraph } from '@remedyboard/shared/mapping/mapping-graph'

/** Where the cards of a round come from. `area`: `meta.area`; `cluster`: record id of its frame. */
export type CandidateSource =
  | { from: 'all' }
  | { from: 'area'; area: string }
  | { from: 'cluster'; cluster: string }
  | { from: 'selection'; ids: readonly string[] }

/** Where a card lies, for an order that people recognise. */
type PlaceOf = (cardId: string) => { x: number; y: number }

/**
 * The cards that a round would have, from the top of the board to its bottom: never empty ones, and for merged ones the card that
 * stands for them. `kind` null = all kinds.
 */
export function candidates(
  { cards, targets }: Pick<MappingGraph, 'cards' | 'targets'>,
  source: CandidateSource,
  kind: CardKind | null,
  placeOf: PlaceOf,
): string[] {
  const chosen = source.from === 'selection' ? new Set(source.ids.map((id) => targets.get(id) ?? id)) : null
  return [...cards.values()]
    .filter((card) => {
      if (card.text.trim() === '' || (kind !== null && card.kind !== kind)) return false
      switch (source.from) {
        case 'all':
          return true
        case 'area':
          return card.area === source.area
        case 'cluster':
          return card.cluster === source.cluster
        case 'selection':
          return chosen?.has(card.id) === true
        default:
          return source satisfies never
      }
    })
    .map(({ id }) => ({ id, ...placeOf(id) }))
    .sort((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}

/** An area or a cluster that holds cards with text. */
export interface PlaceWithCards {
  source: Extract<CandidateSource, { from: 'area' | 'cluster' }>
  name: string
}

/** Areas and clusters to choose from, by name. */
export function placesWithCards({ cards, areas }: Pick<MappingGraph, 'cards' | 'areas'>): PlaceWithCards[] {
  const written = [...cards.values()].filter(({ text }) => text.trim() !== '')
  const inAreas = new Set(written.map(({ area }) => area))
  const inClusters = new Set(written.map(({ cluster }) => cluster))
  const places = [...areas.values()].flatMap(({ id, name, area, cluster }): PlaceWithCards[] => {
    if (area !== null) return inAreas.has(area) ? [{ source: { from: 'area', area }, name: name.trim() || area }] : []
    return cluster !== null && inClusters.has(id) ? [{ source: { from: 'cluster', cluster: id }, name: name.trim() || '…' }] : []
  })
  return places.sort((a, b) => a.name.localeCompare(b.name))
}
