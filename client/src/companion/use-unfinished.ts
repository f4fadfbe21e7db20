import type { BoardSession } from '../session/board-session.ts'
import { draftOutbox } from '../session/draft-outbox.ts'
import { useReadable } from '../ui/use-readable.ts'

/**
 * A text that somebody is writing, kept on the phone from the first letter on: a reload, another step or an empty battery do not take it.
 * `target`: what it is written for, see `writing-target.ts`.
 */
export function useUnfinished(session: BoardSession, target: string): [text: string, write: (text: string) => void] {
  const outbox = draftOutbox(session)
  const text = useReadable(outbox.unfinishedTexts).get(target) ?? ''
  return [text, (next) => outbox.keepUnfinished(target, next)]
}
