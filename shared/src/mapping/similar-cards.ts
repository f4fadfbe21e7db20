import type { MappingCard } from './mapping-card.ts'
import type { MappingGraph } from './mapping-graph.ts'
import { textFeatures, type TextFeatures } from './text-features.ts'
import { compareIds } from './compare-ids.ts'

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

/**
 * Pairs of cards that may say the same, the most alike first. Only cards of one kind, and none that was merged; two items of the paper
 * are never the same. `dismissed`: `pairKey`s that people have called different. Cost: cards are compared only where they have parts
 * in common, and features are read once per text.
 */
export function similarCards(
  { cards }: Pick<MappingGraph, 'cards'>,
  { most = 12, dismissed = new Set() }: { most?: number; dismissed?: ReadonlySet<string> } = {},
): SimilarPair[] {
  const pairs: SimilarPair[] = []
  for (const alike of cardsByKind(cards).values()) pairs.push(...pairsAmong(alike))
  return pairs
    .filter(({ a, b }) => !dismissed.has(pairKey(a, b)))
    .sort((one, other) => other.likeness - one.likeness || compareIds(one.a, other.a) || compareIds(one.b, other.b))
    .slice(0, most)
}

interface Compared {
  id: string
  paper: boolean
  features: TextFeatures
}

function cardsByKind(cards: ReadonlyMap<string, MappingCard>): Map<string, Compared[]> {
  const byKind = new Map<string, Compared[]>()
  for (const card of cards.values()) {
    const features = featuresOf(card)
    if (features.parts.size === 0) continue
    const its = byKind.get(card.kind) ?? []
    its.push({ id: card.id, paper: card.paper !== null, features })
    byKind.set(card.kind, its)
  }
  return byKind
}

/** Common parts are counted through the cards that have each part, so that cards without any are never met. */
function pairsAmong(cards: readonly Compared[]): SimilarPair[] {
  const pairs: SimilarPair[] = []
  const having = new Map<string, number[]>()
  const shared = new Uint16Array(cards.length)
  for (const [i, card] of cards.entries()) {
    const met: number[] = []
    for (const part of card.features.parts) {
      const others = having.get(part)
      if (!others) {
        having.set(part, [i])
        continue
      }
      for (const j of others) {
        const before = shared[j] ?? 0
        if (before === 0) met.push(j)
        shared[j] = before + 1
      }
      others.push(i)
    }
    for (const j of met) {
      const inCommon = shared[j] ?? 0
      shared[j] = 0
      const other = cards[j]
      if (!other || (card.paper && other.paper)) continue
      if (dice(inCommon, card.features.parts.size, other.features.parts.size) < PARTS_FROM) continue
      const found = likeness(card.features, other.features)
      if (found < SIMILAR_FROM) continue
      const [a, b] = card.id < other.id ? [card.id, other.id] : [other.id, card.id]
      pairs.push({ a, b, likeness: found })
    }
  }
  return pairs
}

/** A card that reads the same is the same object in `MappingIndex`, so its text is taken apart once. */
const known = new WeakMap<MappingCard, TextFeatures>()

function featuresOf(card: MappingCard): TextFeatures {
  const before = known.get(card)
  if (before) return before
  const features = textFeatures(card.text)
  known.set(card, features)
  return features
}
