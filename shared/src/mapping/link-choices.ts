import type { CardKind, LinkBasis } from '../board/card.ts'
import { folded } from './has-words.ts'
import type { MappingCard } from './mapping-card.ts'
import type { MappingGraph } from './mapping-graph.ts'
import type { MappingLink } from './mapping-link.ts'

/** A link that the paper knows between two of its items. */
export interface SuggestedLink {
  id: string
  from: string
  to: string
  basis: Exclude<LinkBasis, 'group'>
  rationale: { en: string; zh: string }
  section: string
  /** between stakeholders */
  relation?: { type: string; state: 'positive' | 'weak' | 'tension'; bothWays: boolean; quote: string }
}

/** Why a card stands where it does in the list. */
export type ChoiceGroup = 'linked' | 'suggested' | 'family' | 'near' | 'rest'

/** A card that can be linked to, or already is. */
export interface LinkChoice {
  card: MappingCard
  group: ChoiceGroup
  /** the links that join the two now */
  links: readonly MappingLink[]
  /** of the paper */
  suggestion: SuggestedLink | null
}

const GROUPS: readonly ChoiceGroup[] = ['linked', 'suggested', 'family', 'near', 'rest']

interface ChoicesQuery {
  graph: MappingGraph
  /** record id of the card that is linked */
  cardId: string
  to: CardKind
  suggestions: readonly SuggestedLink[]
  /** what somebody typed to find a card; "" = everything */
  search: string
  /** the board when the list was opened: rows must not jump away under the finger that links them */
  opened?: MappingGraph
}

/**
 * Cards of a kind that a card can be linked to: those it is linked to, those the paper suggests (for this card, then for the one
 * above it), those of the same tag or setting, then all others; in each group those whose text has the words before those that are
 * found by their section or tags, then in the order of the paper's items.
 */
export function linkChoices({ graph, cardId, to, suggestions, search, opened = graph }: ChoicesQuery): LinkChoice[] {
  const card = graph.cards.get(cardId)
  if (!card) return []
  const words = folded(search).split(/\s+/u).filter(Boolean)
  const linked = linksByPartner(graph, cardId)
  const linkedAtFirst = linksByPartner(opened, cardId)
  const own = suggestionsFor(card.paper, suggestions)
  const family = suggestionsFor(paperOfParent(graph, card), suggestions)

  const choices: LinkChoice[] = []
  for (const other of graph.cards.values()) {
    if (other.kind !== to || other.id === cardId || !matches(other, words)) continue
    const links = linked.get(other.id) ?? []
    const suggestion = (other.paper !== null && (own.get(other.paper) ?? family.get(other.paper))) || null
    const isOwn = other.paper !== null && own.has(other.paper)
    const group = linkedAtFirst.has(other.id)
      ? 'linked'
      : isOwn
        ? 'suggested'
        : suggestion
          ? 'family'
          : isNear(card, other)
            ? 'near'
            : 'rest'
    choices.push({ card: other, group, links, suggestion })
  }
  const inText = ({ card: other }: LinkChoice) => Number(!words.every((word) => folded(other.text).includes(word)))
  return choices.sort(
    (a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || inText(a) - inText(b) || byStrength(a, b) || byText(a.card, b.card),
  )
}

function matches({ text, section, tags }: MappingCard, words: readonly string[]): boolean {
  const hay = folded([text, section ?? '', ...tags].join(' '))
  return words.every((word) => hay.includes(word))
}

function linksByPartner({ links }: MappingGraph, cardId: string): Map<string, MappingLink[]> {
  const partners = new Map<string, MappingLink[]>()
  for (const link of links) {
    const partner = link.from === cardId ? link.to : link.to === cardId ? link.from : null
    if (partner !== null) partners.set(partner, [...(partners.get(partner) ?? []), link])
  }
  return partners
}

/** By the paper's item at the other end. */
function suggestionsFor(paper: string | null, suggestions: readonly SuggestedLink[]): Map<string, SuggestedLink> {
  const found = new Map<string, SuggestedLink>()
  if (paper === null) return found
  for (const link of suggestions) {
    const other = link.from === paper ? link.to : link.to === paper ? link.from : null
    if (other !== null && !found.has(other)) found.set(other, link)
  }
  return found
}

function paperOfParent({ cards }: MappingGraph, { parent }: MappingCard): string | null {
  return (parent !== null && cards.get(parent)?.paper) || null
}

/** Cards that share a tag, and what is said of the same setting. */
function isNear(card: MappingCard, other: MappingCard): boolean {
  if (card.tags.some((tag) => other.tags.includes(tag))) return true
  return card.setting !== null && card.setting !== 'both' && card.setting === other.setting
}

const STRENGTH: readonly LinkBasis[] = ['explicit', 'explicit-general', 'implied-strong', 'implied', 'implied-weak', 'group']

function byStrength(a: LinkChoice, b: LinkChoice): number {
  const of = ({ suggestion }: LinkChoice) => (suggestion ? STRENGTH.indexOf(suggestion.basis) : STRENGTH.length)
  return a.group === b.group && a.group !== 'linked' ? of(a) - of(b) : 0
}

/** "r1-2" before "r1-10"; people's own after the paper's. */
function byText(a: MappingCard, b: MappingCard): number {
  if ((a.paper === null) !== (b.paper === null)) return a.paper === null ? 1 : -1
  return (a.paper ?? a.text).localeCompare(b.paper ?? b.text, undefined, { numeric: true })
}
