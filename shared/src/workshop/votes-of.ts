import type { RoundResult } from './round.ts'

/**
 * Votes by card id: what each card got in the newest closed round of dots in which it was a candidate. Ratings and stances measure
 * something else.
 */
export function votesOf(results: readonly RoundResult[]): ReadonlyMap<string, number> {
  const votes = new Map<string, number>()
  // oldest first, so that newer ones overwrite
  for (const { kind, items } of results) if (kind === 'dots') for (const { cardId, total } of items) votes.set(cardId, total)
  return votes
}
