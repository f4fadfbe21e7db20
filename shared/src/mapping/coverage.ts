import type { BoardRecord } from '../board/board-record.ts'
import type { MappingCard } from './mapping-card.ts'
import { mappingGraph, type MappingGraph } from './mapping-graph.ts'
import type { MappingLink } from './mapping-link.ts'

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
  const units: CoverageUnit[] = []
  const remedies: CoverageUnit[] = []
  const inner = innerCards(cards)
  for (const card of cards.values()) {
    if (!isUnit(card, inner)) continue
    const unit = unitOf(card, cards, linksOf)
    if (card.kind === 'dilemma') units.push(unit)
    else remedies.push(unit)
  }
  return summedUp(units, remedies)
}

/** The totals that follow from the units, which come in the order of ids. */
export function summedUp(units: readonly CoverageUnit[], remedies: readonly CoverageUnit[]): Coverage {
  return {
    total: units.length,
    covered: units.filter(({ state }) => state === 'covered').length,
    units,
    remedies,
    unusedRemedies: remedies.filter(({ state }) => state !== 'covered').map(({ cardId }) => cardId),
  }
}

/** Cards of the paper that have parts of their own. Only the paper's cards count as parts: what people add must not take a unit away. */
function innerCards(cards: ReadonlyMap<string, MappingCard>): ReadonlySet<string> {
  const inner = new Set<string>()
  for (const card of cards.values()) {
    if (card.parent !== null && card.paper !== null && !card.driver && cards.get(card.parent)?.kind === card.kind) inner.add(card.parent)
  }
  return inner
}

function isUnit(card: MappingCard, inner: ReadonlySet<string>): boolean {
  if (card.kind !== 'dilemma' && card.kind !== 'remedy') return false
  if (card.paper === null) return card.text.trim() !== ''
  return !card.driver && !inner.has(card.id)
}

function unitOf(card: MappingCard, cards: ReadonlyMap<string, MappingCard>, linksOf: ReadonlyMap<string, MappingLink[]>): CoverageUnit {
  // People can make parents go round in a circle; a card visited twice ends the walk.
  const visited = new Set<string>()
  let at: MappingCard | undefined = card
  while (at && !visited.has(at.id)) {
    visited.add(at.id)
    const links = linksOf.get(at.id)
    if (links) {
      const state = links.some((link) => link.basis !== 'implied-weak') ? 'covered' : 'weak'
      return { cardId: card.id, state, links, ...(at.id === card.id ? {} : { inheritedFrom: at.id }) }
    }
    at = at.parent === null ? undefined : cards.get(at.parent)
  }
  return { cardId: card.id, state: 'open', links: [] }
}
