/**
 * What a round asks. `dots`: spread a budget; `rating`: 0–3 each; `stance`: against, neutral or for; `yes-no`.
 * In all but `dots` a card that is left out is an abstention.
 */
export const ROUND_KINDS = ['dots', 'rating', 'stance', 'yes-no'] as const
export type RoundKind = (typeof ROUND_KINDS)[number]

/** The largest mark that one card can get from one ballot; marks are whole numbers from 0. `dots` have a cap of their own. */
export const LARGEST_MARK: Readonly<Record<Exclude<RoundKind, 'dots'>, number>> = { rating: 3, stance: 2, 'yes-no': 1 }

/** An open round. */
export interface Round {
  id: string
  kind: RoundKind
  title: string
  /** record ids of the cards that can be chosen */
  cards: readonly string[]
  /** dots of one ballot; meaningless for the other kinds */
  budget: number
  /** most that one ballot may give to one card */
  cap: number
  /** server ms since the epoch */
  openedAt: number
}

/** Marks by card. `dots`: how many; else the mark. A whole ballot replaces the former one of the same voter. */
export type Marks = Readonly<Record<string, number>>

/** What is published about one card: never who gave what. */
export interface RoundItem {
  cardId: string
  /** sum of all marks */
  total: number
  /** `spread[m]`: how many ballots gave it `m`; with dots, 0 are those that gave it none */
  spread: readonly number[]
}

/** What is left of a round for ever. Its ballots are erased in the same step. */
export interface RoundResult extends Omit<Round, 'openedAt'> {
  /** server ms since the epoch */
  closedAt: number
  ballots: number
  /** ballots among them that a facilitator cast for somebody without a device */
  proxies: number
  /** people on the roster who could vote when it closed */
  people: number
  /** in the order of `cards` */
  items: readonly RoundItem[]
}

/** Why a ballot does not count, or null when it does. */
export function flawOfBallot({ kind, cards, budget, cap }: Round, marks: Marks): 'unknown-card' | 'mark' | 'budget' | null {
  const candidates = new Set(cards)
  let spent = 0
  for (const [cardId, mark] of Object.entries(marks)) {
    if (!candidates.has(cardId)) return 'unknown-card'
    if (!Number.isInteger(mark) || mark < 0 || mark > cap) return 'mark'
    spent += mark
  }
  return kind === 'dots' && spent > budget ? 'budget' : null
}

/** Adds the ballots up. The order of the ballots makes no difference. */
export function tally({ kind, cards, cap }: Round, ballots: readonly Marks[]): RoundItem[] {
  return cards.map((cardId) => {
    const spread = Array<number>(cap + 1).fill(0)
    let total = 0
    for (const marks of ballots) {
      const mark = Object.hasOwn(marks, cardId) ? marks[cardId] : kind === 'dots' ? 0 : undefined
      if (mark === undefined) continue
      total += mark
      spread[mark] = (spread[mark] ?? 0) + 1
    }
    return { cardId, total, spread }
  })
}
