import type { BoardRecord } from '../board/board-record.ts'
import type { MappingCard } from './mapping-card.ts'
import { mappingGraph, type MappingGraph } from './mapping-graph.ts'
import { isAnswer, type MappingLink } from './mapping-link.ts'

/** `covered`: a remedy answers it; `weak`: suggestions only; `open`: nothing at all. */
export type CoverageState = 'covered' | 'weak' | 'open'

/** One thing that wants an answer: a leaf dilemma of the paper, or a dilemma that somebody wrote. Remedies are read alike. */
export interface CoverageUnit {
  /** record id of the card */
  cardId: string
  state: CoverageState
  /** the links that decide the state: its own, or those of `inheritedFrom` */
  links: readonly MappingLink[]
  /** record id of the ancestor whose links count, when the dilemma has none of its own */
  inheritedFrom?: string
}

/** How far the board's dilemmas are answered. Lists are in the order of record ids. */
export interface Coverage {
  total: number
  covered: number
  /** dilemmas */
  units: readonly CoverageUnit[]
  /** remedies at the end of their branch */
  remedies: readonly CoverageUnit[]
  /** record ids of remedies at the end of their branch that answer nothing, by the same inheritance */
  unusedRemedies: readonly string[]
}

/**
 * The one definition of coverage. Unit: a leaf dilemma that is not a driver, or a local dilemma (no origin, not empty). Without links
 * of its own it inherits from the nearest ancestor that has some; a weak link is a suggestion, not coverage.
 */
export function coverage(records: Iterable<BoardRecord>): Coverage {
  return coverageOf(mappingGraph(records))
}

/** The same, for whoever has read the board already. */
export function coverageOf({ cards, links }: MappingGraph): Coverage {
  const linksOf = new Map<string, MappingLink[]>()
  for (const link of links) {
    if (link.type !== 'answer') continue
    for (const end of [link.from, link.to]) linksOf.set(end, [...(linksOf.get(end) ?? []), link])
  }
  const parts = new Map<string, MappingCard[]>()
  for (const card of cards.values()) if (card.parent !== null) parts.set(card.parent, [...(parts.get(card.parent) ?? []), card])
  const units = [...cards.values()].flatMap((card) => {
    if (!isUnit(card, parts.get(card.id) ?? [])) return []
    return [
      coverageUnit(
        card,
        (id) => cards.get(id),
        (id) => linksOf.get(id) ?? [],
      ),
    ]
  })
  return summedUp(units, cards)
}

/** The totals that follow from the units of dilemmas and remedies. */
export function summedUp(all: Iterable<CoverageUnit>, cards: MappingGraph['cards']): Coverage {
  const units: CoverageUnit[] = []
  const remedies: CoverageUnit[] = []
  for (const unit of all) (cards.get(unit.cardId)?.kind === 'dilemma' ? units : remedies).push(unit)
  return {
    total: units.length,
    covered: units.filter(({ state }) => state === 'covered').length,
    units,
    remedies,
    unusedRemedies: remedies.filter(({ state }) => state !== 'covered').map(({ cardId }) => cardId),
  }
}

/**
 * True for a dilemma or remedy that coverage asks about. `parts`: the cards directly below it. Only the paper's cards count as parts:
 * what people add must not take a unit away.
 */
export function isUnit(card: MappingCard, parts: Iterable<MappingCard>): boolean {
  if (card.kind !== 'dilemma' && card.kind !== 'remedy') return false
  if (card.paper === null) return card.text.trim() !== ''
  if (card.driver) return false
  for (const part of parts) if (part.paper !== null && !part.driver && part.kind === card.kind) return false
  return true
}

/** How a card stands: by its own answers, else by those of the nearest card above it that has some. Links come in the order of ids. */
export function coverageUnit(
  card: MappingCard,
  cardAt: (id: string) => MappingCard | undefined,
  answersAt: (id: string) => readonly MappingLink[],
): CoverageUnit {
  // People can make parents go round in a circle; a card visited twice ends the walk.
  const visited = new Set<string>()
  let at: MappingCard | undefined = card
  while (at && !visited.has(at.id)) {
    visited.add(at.id)
    const links = answersAt(at.id)
    if (links.length > 0) {
      const state = links.some(isAnswer) ? 'covered' : 'weak'
      return { cardId: card.id, state, links, ...(at.id === card.id ? {} : { inheritedFrom: at.id }) }
    }
    at = at.parent === null ? undefined : cardAt(at.parent)
  }
  return { cardId: card.id, state: 'open', links: [] }
}
