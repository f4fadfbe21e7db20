import type { ReactionId } from '@remedyboard/shared/protocol/reaction'
import type { BoardSession } from '../../session/board-session.ts'
import { reactionsOf } from '../../session/reactions.ts'
import { useSelected } from '../../ui/use-selected.ts'

/** The newest thing that somebody shows now. */
export function usePersonReaction(session: BoardSession, personId: string): ReactionId | null {
  return useSelected(reactionsOf(session), (shown) => shown.findLast((reaction) => reaction.personId === personId)?.id ?? null)
}
