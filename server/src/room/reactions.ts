import { isReaction, REACTION_LIMIT, REACTION_MS, type Reaction } from '@remedyboard/shared/protocol/reaction'
import type { Clock } from './clock.ts'
import { PersonBudget } from './person-budget.ts'

/** A reaction as it is told, and by what time of the sender's it is recognised in the states that follow. */
export interface TakenReaction extends Reaction {
  claimedAt: number
  /** `Clock.elapsed` when it was taken */
  takenAt: number
}

/** People who react are forgotten together, when this many are kept. */
const PRUNE_ABOVE = 100

/**
 * Checks what clients say they show the room: a kind that exists, not too often, with our time. Whatever else is in the field
 * reaches nobody. A reaction stays in its sender's state while their cursor moves: it is counted and timed once.
 */
export class Reactions {
  readonly #clock: Clock
  readonly #budget = new PersonBudget(REACTION_LIMIT)
  #taken = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** The reaction to tell with a state that claims one; undefined when there is none, or one too many. */
  take(participantId: string, claimed: unknown, known: TakenReaction | undefined): TakenReaction | undefined {
    if (!isReaction(claimed)) return undefined
    if (known?.claimedAt === claimed.at && known.id === claimed.id) return known
    const takenAt = this.#clock.elapsed()
    if (++this.#taken % PRUNE_ABOVE === 0) this.#budget.prune(takenAt)
    // Whoever reacts too often goes on showing the last one.
    if (!this.#budget.take(participantId, 1, takenAt)) return known
    const now = this.#clock.now()
    // Two in the same millisecond are still two.
    return { id: claimed.id, at: known?.at === now ? now + 1 : now, claimedAt: claimed.at, takenAt }
  }
}

/** What whoever hears of the sender now is told: nothing of what has faded. */
export function toldReaction(taken: TakenReaction | undefined, elapsed: number): Reaction | undefined {
  return taken && elapsed - taken.takenAt < REACTION_MS ? { id: taken.id, at: taken.at } : undefined
}

/** When what is told of it now becomes untrue. */
export function fadesAt(taken: TakenReaction | undefined, elapsed: number): number {
  return taken && elapsed - taken.takenAt < REACTION_MS ? taken.takenAt + REACTION_MS : Infinity
}
