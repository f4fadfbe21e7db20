import { useAttentionKeys } from '../features/attention/use-attention-keys.ts'
import { useHandKey } from '../features/console/use-lower-hand.ts'
import { useSteerKeys } from '../features/agenda/use-steer-keys.ts'
import type { BoardSession } from '../session/board-session.ts'

/** The keys of facilitators, wherever the focus is. They are listed with all others under "?". */
export function FacilitatorKeys({ session }: { session: BoardSession }) {
  useSteerKeys(session)
  useAttentionKeys(session)
  useHandKey(session)
  return null
}
