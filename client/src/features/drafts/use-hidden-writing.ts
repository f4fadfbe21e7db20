import { draftOutbox } from '../../session/draft-outbox.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'

/** Whether there is anything to write in secret, to reveal, to send again or to go on with. */
export function useHiddenWriting(session: BoardSession): boolean {
  const { writing, unrevealed } = useReadable(session.view)
  const outbox = draftOutbox(session)
  const outgoing = useReadable(outbox.outgoing)
  const kept = useReadable(outbox.unfinishedTexts)
  return writing !== null || (unrevealed?.length ?? 0) > 0 || outgoing.length > 0 || kept.size > 0
}
