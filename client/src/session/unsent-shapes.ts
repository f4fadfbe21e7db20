import type { BoardSession } from './board-session.ts'
import { Cell, type Readable } from './readable.ts'

/** What was put on the board here and has not been saved by the server yet. */
export interface UnsentShapes {
  /** record ids */
  readonly ids: Readable<ReadonlySet<string>>
  note(id: string): void
}

type Session = Pick<BoardSession, 'status'>

const opened = new WeakMap<Session, UnsentShapes>()

/** The one list of an open board: made on first use, gone with the session. */
export function unsentShapes(session: Session): UnsentShapes {
  const known = opened.get(session)
  if (known) return known
  const ids = new Cell<ReadonlySet<string>>(new Set())
  const unsent: UnsentShapes = { ids, note: (id) => ids.set(new Set([...ids.get(), id])) }
  session.status.subscribe(() => {
    if (session.status.get().state === 'saved' && ids.get().size > 0) ids.set(new Set())
  })
  opened.set(session, unsent)
  return unsent
}
