/** What one can show the room for a few seconds. Names, not emoji: devices without an emoji font draw boxes, so pages draw them themselves. */
export const REACTIONS = ['agree', 'love', 'applause', 'laugh', 'idea', 'unsure'] as const

export type ReactionId = (typeof REACTIONS)[number]

/** A reaction in somebody's presence. */
export interface Reaction {
  id: ReactionId
  /** Server time in ms. Tells two of the same kind apart; the server puts its own time where a client claims another. */
  at: number
}

/** Then it has faded, and whoever comes later does not see it. */
export const REACTION_MS = 4_500

/** How often one person may react, through all their tabs and devices. */
export const REACTION_LIMIT = { perSecond: 2, burst: 6 }

export function isReaction(value: unknown): value is Reaction {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    REACTIONS.some((id) => id === value.id) &&
    'at' in value &&
    Number.isFinite(value.at)
  )
}
