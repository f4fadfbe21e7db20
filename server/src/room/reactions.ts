import { isReaction, REACTION_LIMIT, REACTION_MS, type Reaction } from '@remedyboard/shared/protocol/reaction'
import { PersonBudget } from './person-budget.ts'

/** A reaction as it is told, and by what time of the sender's it is recognised in the states that follow. */
export interface TakenReaction extends Reaction {
  claimedAt: number
}

/** People who react are forgotten together, when this many are kept. */
const PRUNE_ABOVE = 100

/**
 * Checks what clients say they show the room: a kind that exists, not too often, with our time. Whatever else is in the field
 * reaches nobody. A reaction stays in its sender's state while their cursor moves: it is counted and timed once.
 */
export class Reactions {
  readonly #budget = new PersonBudget(REACTION_LIMIT)
  #taken = 0

  /** The reaction to tell with a state that claims one; undefined when there is none, or one too many. */
  take(participantId: string, claimed: unknown, known: TakenReaction | undefined, now: number): TakenReaction | undefined {
    if (!isReaction(claimed)) return undefined
    if (known?.claimedAt === claimed.at && known.id === claimed.id) return known
    if (++this.#taken % PRUNE_ABOVE === 0) this.#budget.prune(now)
    // Whoever reacts too often goes on showing the last one.
    if (!this.#budget.take(participantId, 1, now)) return known
    // Two in the same millisecond are still two.
    return { id: claimed.id, at: Math.max(now, (known?.at ?? 0) + 1), claimedAt: claimed.at }
  }
}

/** What whoever hears of the sender now is told: nothing of what has faded. */
export function toldReaction(taken: TakenReaction | undefined, now: number): Reaction | undefined {
  return taken && now - taken.at < REACTION_MS ? { id: taken.id, at: taken.at } : undefined
}

/** When what is told of it now becomes untrue. */
export function fadesAt(taken: TakenReaction | undefined, now: number): number {
  return taken && now - taken.at < REACTION_MS ? taken.at + REACTION_MS : Infinity
}
