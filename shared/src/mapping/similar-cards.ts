import { compareIds } from './compare-ids.ts'
import { IdSets } from './id-sets.ts'
import type { MappingCard } from './mapping-card.ts'
import type { MappingGraph } from './mapping-graph.ts'
import { textFeatures, type TextFeatures } from './text-features.ts'

/** Two cards that may say the same. `a` < `b`. */
export interface SimilarPair {
  /** record ids */
  a: string
  b: string
  /** 0–1; 1 = the same words */
  likeness: number
}

/**
 * From this likeness on two cards are suggested as duplicates. Chosen between pairs that a facilitator would merge and pairs that
 * they would not; both lists are in `similar-cards.test.ts`: the least of the former has 0.59, the most of the latter 0.41. Words are compared, not
 * meanings: other words for the same thing are not found, and two things to do about one object may be suggested.
 */
export const SIMILAR_FROM = 0.53

/**
 * Least likeness of the parts alone. Texts of which not even that is common are never found alike as a whole in practice, and need
 * not be compared any further.
 */
const PARTS_FROM = 0.4

/** Characters of a card that are compared: duplicates are short, and a pasted report is nobody's duplicate. */
const COMPARED_LENGTH = 300

/** How alike two texts are, 0–1: the mean of Dice's coefficients (2·common / sum) of their parts and of their runs. */
export function likeness(a: TextFeatures, b: TextFeatures): number {
  const parts = dice(common(a.parts, b.parts), a.parts.size, b.parts.size)
  // One character or none has no runs to compare.
  return a.runs.size + b.runs.size === 0 ? parts : (parts + dice(common(a.runs, b.runs), a.runs.size, b.runs.size)) / 2
}

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0
  for (const feature of a) if (b.has(feature)) count++
  return count
}

function dice(shared: number, a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * shared) / (a + b)
}

/** Names a pair, for remembering that it is not the same. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/** What is suggested. `dismissed`: `pairKey`s that people have called different. */
interface Wanted {
  most?: number
  dismissed?: ReadonlySet<string>
}

interface Compared {
  card: MappingCard
  features: TextFeatures
  /** parts in common with the card that is being compared; else 0 */
  common: number
}

/**
 * Pairs of cards that may say the same. Only cards of one kind, and none that was merged; two items of the paper are never the same.
 * Cost of `follow`: one look at each card, and each card that reads differently is compared with those that have parts in common with
 * it.
 */
export class SimilarCards {
  readonly #compared = new Map<string, Compared>()
  readonly #having = new Map<string, Set<Compared>>()
  readonly #pairs = new Map<string, SimilarPair>()
  readonly #pairsOf = new IdSets()

  /** Takes in the graph's cards as they are now; a card that reads the same must be the same object, as `MappingIndex` keeps it. */
  follow(cards: MappingGraph['cards']): void {
    for (const [id, { card }] of this.#compared) if (cards.get(id) !== card) this.#remove(id)
    for (const card of cards.values()) if (!this.#compared.has(card.id)) this.#add(card)
  }

  /** The most alike first. */
  pairs({ most = 12, dismissed = new Set() }: Wanted = {}): SimilarPair[] {
    return [...this.#pairs.values()]
      .filter(({ a, b }) => !dismissed.has(pairKey(a, b)))
      .sort((one, other) => other.likeness - one.likeness || compareIds(one.a, other.a) || compareIds(one.b, other.b))
      .slice(0, most)
  }

  #remove(id: string): void {
    const compared = this.#compared.get(id)
    if (!compared) return
    this.#compared.delete(id)
    for (const part of compared.features.parts) this.#having.get(partKey(compared.card, part))?.delete(compared)
    for (const key of [...this.#pairsOf.get(id)]) {
      const pair = this.#pairs.get(key)
      this.#pairs.delete(key)
      for (const end of [pair?.a, pair?.b]) this.#pairsOf.delete(end ?? null, key)
    }
  }

  #add(card: MappingCard): void {
    const added: Compared = { card, features: textFeatures(card.text.slice(0, COMPARED_LENGTH)), common: 0 }
    const met: Compared[] = []
    for (const part of added.features.parts) {
      const key = partKey(card, part)
      const others = this.#having.get(key) ?? new Set()
      for (const other of others) if (other.common++ === 0) met.push(other)
      this.#having.set(key, others)
    }
    for (const other of met) {
      const { common } = other
      other.common = 0
      if (card.paper !== null && other.card.paper !== null) continue
      if (dice(common, added.features.parts.size, other.features.parts.size) >= PARTS_FROM) this.#compare(added, other)
    }
    for (const part of added.features.parts) this.#having.get(partKey(card, part))?.add(added)
    this.#compared.set(card.id, added)
  }

  #compare(one: Compared, other: Compared): void {
    const found = likeness(one.features, other.features)
    if (found < SIMILAR_FROM) return
    const [a, b] = one.card.id < other.card.id ? [one.card.id, other.card.id] : [other.card.id, one.card.id]
    const key = pairKey(a, b)
    this.#pairs.set(key, { a, b, likeness: found })
    this.#pairsOf.add(a, key)
    this.#pairsOf.add(b, key)
  }
}

function partKey({ kind }: MappingCard, part: string): string {
  return `${kind} ${part}`
}
