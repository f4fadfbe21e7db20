import { useCallback, useLayoutEffect } from 'react'
import type { BoardSession } from '../session/board-session.ts'
import { draftOutbox } from '../session/draft-outbox.ts'
import { openFields } from '../session/open-fields.ts'
import { useSelected } from '../ui/use-selected.ts'

/**
 * A text that somebody is writing, kept on the device from the first letter on: a reload, another step or an empty battery do not take it.
 * `target`: what it is written for, see `writing-target.ts`. `isShown` false: its field is not on the screen now, so that it is offered
 * elsewhere.
 */
export function useUnfinished(session: BoardSession, target: string, isShown = true): [text: string, write: (text: string) => void] {
  const outbox = draftOutbox(session)
  const text = useSelected(outbox.unfinishedTexts, (kept) => kept.get(target) ?? '')
  useOpenField(session, isShown ? target : null)
  return [text, useCallback((next) => outbox.keepUnfinished(target, next), [outbox, target])]
}

/** True while a text waits for a field that opens at a touch here; `canOpen` false: it does not open now. */
export function useWaitingText(session: BoardSession, target: string, canOpen: boolean): boolean {
  const isWaiting = useSelected(draftOutbox(session).unfinishedTexts, (kept) => (kept.get(target) ?? '').trim() !== '')
  useOpenField(session, isWaiting && canOpen ? target : null)
  return isWaiting
}

/** Says that a text can be written on here; null = nowhere. */
function useOpenField(session: BoardSession, target: string | null): void {
  // Before the page is painted: a text must not be offered elsewhere for a moment.
  useLayoutEffect(() => (target === null ? undefined : openFields(session).open(target)), [session, target])
}
