import type { RoundItem, RoundResult } from './round.ts'

/** One card of a closed round, with its place. Cards with the same value share theirs. */
export interface RankedItem extends RoundItem {
  rank: number
  /** ballots that said something about it; with dots all of them */
  answers: number
  /** what it is ranked by: dots and yes are added up, ratings and stances are averaged; null = nobody said anything */
  value: number | null
}

/** The cards of a closed round, best first; those with the same value in the order of the round. */
export function ranking({ kind, items }: Pick<RoundResult, 'kind' | 'items'>): RankedItem[] {
  const isSum = kind === 'dots' || kind === 'yes-no'
  const valued = items.map((item) => {
    const answers = item.spread.reduce((sum, ballots) => sum + ballots, 0)
    return { ...item, answers, value: isSum ? item.total : answers === 0 ? null : item.total / answers }
  })
  const sorted = valued.sort((a, b) => (b.value ?? -1) - (a.value ?? -1))
  let rank = 0
  return sorted.map((item, i) => {
    if (i === 0 || item.value !== sorted[i - 1]?.value) rank = i + 1
    return { ...item, rank }
  })
}

/** What each card is ranked by, for an order on the board: higher is better, and what nobody answered comes after all that somebody did. */
export function valuesByCard(result: Pick<RoundResult, 'kind' | 'items'>): ReadonlyMap<string, number> {
  return new Map(ranking(result).map(({ cardId, value }) => [cardId, value ?? -1]))
}

/** `1.5`, `2`: one digit is as exact as a show of hands. */
export function roundedValue(value: number): string {
  return String(Math.round(value * 10) / 10)
}

/** Earlier rounds that asked the same way about some of the same cards, newest first. */
export function comparable(result: RoundResult, results: readonly RoundResult[]): RoundResult[] {
  const cards = new Set(result.cards)
  const at = results.indexOf(result)
  return results
    .slice(0, at < 0 ? undefined : at)
    .filter((other) => other.kind === result.kind && other.cards.some((cardId) => cards.has(cardId)))
    .reverse()
}
