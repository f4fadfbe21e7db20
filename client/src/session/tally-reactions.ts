import type { ReactionId } from '@remedyboard/shared/protocol/reaction'
import type { ShownReaction } from './reactions.ts'

/** How often something is shown now, and by whom: each person once, in the order in which they reacted. */
export interface ReactionTally {
  id: ReactionId
  count: number
  names: readonly string[]
}

/** By kind, the one that came first above: a hundred people who clap are one line. */
export function tallyReactions(shown: readonly ShownReaction[]): ReactionTally[] {
  const kinds = new Map<ReactionId, { count: number; people: Map<string, string> }>()
  for (const { id, personId, name } of shown) {
    const kind = kinds.get(id) ?? { count: 0, people: new Map<string, string>() }
    kind.count += 1
    kind.people.set(personId, name)
    kinds.set(id, kind)
  }
  return [...kinds].map(([id, { count, people }]) => ({ id, count, names: [...people.values()] }))
}
