import type { BoardSession } from '../../session/board-session.ts'
import { useAltKeys } from '../../ui/use-alt-keys.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { useAttention } from './use-attention.ts'

/** A facilitator's keys: Alt+A brings everyone here or lets them go, Alt+K locks the board or unlocks it. */
export function useAttentionKeys(session: BoardSession): void {
  const { attention, boardLocked, me } = useReadable(session.view)
  const { send, setAttention } = useAttention(session)
  useAltKeys(
    {
      A: () => void setAttention(attention.mode === 'free' ? { mode: 'person', id: me.id } : { mode: 'free' }),
      K: () => void send({ type: 'lock-board', locked: !boardLocked }),
    },
    me.role === 'facilitator',
  )
}
