import type { BoardOperation } from '@remedyboard/shared/board/board-operation'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { RecordIndex } from '@remedyboard/shared/board/record-index'
import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import { EMPTY_WORKSHOP, type Phase } from '@remedyboard/shared/workshop/state'
import { sharedViewFor, type SessionView } from '@remedyboard/shared/workshop/view'
import * as Y from 'yjs'
import type { BoardSession, PresentPerson, SaveStatus } from './board-session.ts'
import type { DeviceCopyState } from './device-copy.ts'
import { Cell } from './readable.ts'
import { rightsIn } from './rights-in.ts'

/** An open board for tests of what people see: the view, the people and the status are set by the test, nothing is sent anywhere. */
export function sessionFixture(first: Partial<SessionView> = {}, records: readonly BoardRecord[] = []) {
  const me: SessionView['me'] = { id: 'p', name: 'Li', role: 'participant', ready: false, drafts: [], groupDrafts: [], ballot: null }
  const view = new Cell<SessionView>({ ...sharedViewFor(EMPTY_WORKSHOP, new Map(), me.role), me, ...first })
  const rights = new Cell(rightsIn(view.get()))
  // As an open board does it: told only when they are others.
  view.subscribe(() => {
    const next = rightsIn(view.get())
    if (JSON.stringify(next) !== JSON.stringify(rights.get())) rights.set(next)
  })
  const status = new Cell<SaveStatus>({ state: 'saved' })
  const people = new Cell<readonly PresentPerson[]>([])
  const index = new RecordIndex()
  index.apply(new Map([PAGE, ...records].map((record) => [record.id, record])))
  const sent: WorkshopCommand[] = []
  const edits: (readonly BoardOperation[])[] = []
  const session = {
    // Its own name each time: what a device keeps for one board is not there on the next.
    board: { id: `board-${++made}`, title: 'Board', locale: 'en' } as BoardSession['board'],
    doc: new Y.Doc(),
    ...{ view, rights, status, people, index },
    records: new Cell(index.visible),
    ready: new Cell(true),
    deviceCopy: new Cell<DeviceCopyState>('kept'),
    edit: (operations: readonly BoardOperation[]) => void edits.push(operations),
    send: async (command: WorkshopCommand) => void sent.push(command),
    serverNow: () => 1_000_000,
    onRecordChanges: () => () => undefined,
    onRefused: () => () => undefined,
  } as Partial<BoardSession> as BoardSession // what is seen of a session; it has no socket
  return {
    session,
    /** what was sent and what was changed on the board, in order */
    ...{ sent, edits },
    status,
    people,
    /** The server's next view: other objects, as each message 103 brings them. */
    show(change: Partial<SessionView> = {}) {
      view.set({ ...view.get(), ...change })
    },
    as(change: Partial<SessionView['me']>) {
      view.set({ ...view.get(), me: { ...view.get().me, ...change } })
    },
  }
}

let made = 0

/** What stands on no page is not shown. */
const PAGE: BoardRecord = { id: 'page:page', typeName: 'page', meta: {} }

/** A step for tests; everybody may add openly when nothing else is said. */
export function phaseFixture(change: Partial<Phase> = {}): Phase {
  return {
    ...{ id: 'A1', name: { en: 'A1', zh: 'A1' }, instruction: { en: 'Do it', zh: '做' }, area: 'local', minutes: 5 },
    ...{ can: ['add'], privacy: 'open' },
    ...change,
  }
}
