import { draftOutbox } from '../../session/draft-outbox.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'

/** Whether there is anything to write in secret, to reveal, or to send again. */
export function useHiddenWriting(session: BoardSession): boolean {
  const { writing, unrevealed } = useReadable(session.view)
  const outgoing = useReadable(draftOutbox(session).outgoing)
  return writing !== null || (unrevealed?.length ?? 0) > 0 || outgoing.length > 0
}
