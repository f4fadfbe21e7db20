import { recordsOf } from '@remedyboard/shared/board/board-document'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { acceptParked, discardParked, parkedRecords } from '@remedyboard/shared/board/parked-records'
import { PARKED } from '@remedyboard/shared/board/permission'
import type * as Y from 'yjs'
import type { BoardSession } from './board-session.ts'
import { EDIT_ORIGINS } from './edit-origins.ts'
import { Cell, type Readable } from './readable.ts'

/** What was made when the phase no longer allowed it, and a facilitator's decisions about it. */
export interface BoardParked {
  readonly records: Readable<readonly BoardRecord[]>
  /** Puts it on the board, with what belongs to it. */
  accept(ids: readonly string[]): void
  /** Leaves it out. Undoable, like everything that a person does. */
  discard(ids: readonly string[]): void
}

type Source = Pick<BoardSession, 'doc' | 'edit'>

const everyParked = new WeakMap<Source, BoardParked>()

/** What is parked on an open board, live: made on first use, gone with the session. */
export function boardParked(session: Source): BoardParked {
  const known = everyParked.get(session)
  if (known) return known
  const parked = followParked(session)
  everyParked.set(session, parked)
  return parked
}

/** Reads all records only when something was parked or decided. */
function followParked({ doc, edit }: Source): BoardParked {
  const records = new Cell<readonly BoardRecord[]>(parkedRecords(doc))
  const all = recordsOf(doc)

  const onEvents = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => {
    const concerns = events.some(({ path, keys }) =>
      path.length === 0 ? [...keys.keys()].some((id) => all.get(id)?.has(PARKED)) : path.length === 1 && keys.has(PARKED),
    )
    if (concerns) records.set(parkedRecords(doc))
  }
  // The document goes with the session: there is nothing to stop.
  all.observeDeep(onEvents)

  const decide = (ids: readonly string[], how: (doc: Y.Doc, id: string) => readonly string[]) => {
    // Nothing to edit in it: this ends the step of undo before, as for whatever else a panel does.
    edit([])
    doc.transact(() => ids.forEach((id) => how(doc, id)), EDIT_ORIGINS.edits)
  }
  return {
    records,
    accept: (ids) => decide(ids, acceptParked),
    discard: (ids) => decide(ids, discardParked),
  }
}
