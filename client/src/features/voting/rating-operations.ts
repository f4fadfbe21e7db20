import type { BoardOperation } from '@remedyboard/shared/board/board-operation'
import type { Stance } from '@remedyboard/shared/board/card'
import type { MappingCard } from '@remedyboard/shared/mapping/mapping-card'
import type { RoundResult } from '@remedyboard/shared/workshop/round'
import { STANCE_OF_MARK } from '@remedyboard/shared/workshop/stance-of-mark'

/**
 * Writes a closed round about stakeholders onto their cards: influence is the median of the ratings, the stance what most said. Where
 * nobody said anything, or two stances have as many, the card stays as it is.
 */
export function ratingOperations(
  { kind, items }: Pick<RoundResult, 'kind' | 'items'>,
  cards: ReadonlyMap<string, Pick<MappingCard, 'kind' | 'influence' | 'stance'>>,
): BoardOperation[] {
  return items.flatMap(({ cardId, spread }): BoardOperation[] => {
    const card = cards.get(cardId)
    if (card?.kind !== 'stakeholder') return []
    if (kind === 'rating') {
      const influence = medianOf(spread)
      return influence === null || influence === card.influence ? [] : [change(cardId, 'meta.influence', influence)]
    }
    if (kind !== 'stance') return []
    const stance = mostOf(spread)
    return stance === null || stance === card.stance ? [] : [change(cardId, 'meta.stance', stance)]
  })
}

/** The middle mark; between two, the higher one, so that a doubt counts for the influence. */
export function medianOf(spread: readonly number[]): number | null {
  const answers = spread.reduce((sum, ballots) => sum + ballots, 0)
  if (answers === 0) return null
  let passed = 0
  return spread.findIndex((ballots) => (passed += ballots) > Math.floor(answers / 2))
}

function mostOf(spread: readonly number[]): Stance | null {
  const most = Math.max(0, ...spread)
  const marks = spread.flatMap((ballots, mark) => (ballots === most && most > 0 ? [mark] : []))
  return marks.length === 1 ? (STANCE_OF_MARK[marks[0] ?? -1] ?? null) : null
}

function change(id: string, key: string, value: string | number): BoardOperation {
  return { op: 'change', id, changes: [{ key, value }] }
}
