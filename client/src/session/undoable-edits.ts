import type { BoardOperation } from '@remedyboard/shared/board/board-operation'
import { inverseOperations } from '@remedyboard/shared/board/inverse-operations'
import type { BoardSession } from './board-session.ts'
import { Cell, type Readable } from './readable.ts'

/** What was done to the board, in words, and what takes it back. */
export interface UndoableEdit {
  readonly words: string
  readonly inverse: readonly BoardOperation[]
}

/** Undo for pages without the canvas, which has its own: the latest edit only, which is what a finger that slipped needs. */
export interface UndoableEdits {
  readonly latest: Readable<UndoableEdit | null>
  /** Changes the board as `BoardSession.edit` does. */
  edit(operations: readonly BoardOperation[], words: string): void
  undo(): void
  forget(): void
}

type Session = Pick<BoardSession, 'edit' | 'index' | 'onRefused'>

const opened = new WeakMap<Session, UndoableEdits>()

/** The one of an open board: made on first use, gone with the session. */
export function undoableEdits(session: Session): UndoableEdits {
  const known = opened.get(session)
  if (known) return known
  const latest = new Cell<UndoableEdit | null>(null)
  const edits: UndoableEdits = {
    latest,
    edit(operations, words) {
      const inverse = inverseOperations(operations, session.index.visible)
      session.edit(operations)
      latest.set({ words, inverse })
    },
    undo() {
      const { inverse = [] } = latest.get() ?? {}
      latest.set(null)
      session.edit(inverse)
    },
    forget: () => latest.set(null),
  }
  // The server has taken it back already.
  session.onRefused(() => edits.forget())
  opened.set(session, edits)
  return edits
}
