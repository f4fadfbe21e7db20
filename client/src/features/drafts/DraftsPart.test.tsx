import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import { EMPTY_WORKSHOP, type Phase } from '@remedyboard/shared/workshop/state'
import { sharedViewFor, type OwnView, type SessionView } from '@remedyboard/shared/workshop/view'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardSession, SaveStatus } from '../../session/board-session.ts'
import { Cell } from '../../session/readable.ts'
import { DraftsPart } from './DraftsPart.tsx'

declare global {
  // read by React: updates in tests are wrapped in act()
  var IS_REACT_ACT_ENVIRONMENT: boolean
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true

const phase = (id: string, privacy: Phase['privacy']): Phase => ({
  id,
  name: { en: id, zh: id },
  instruction: { en: '', zh: '' },
  minutes: 5,
  area: 'local',
  can: ['add'],
  privacy,
})

/** The part of a session that hidden writing uses. */
function openSession(me: Partial<OwnView>, change: Partial<SessionView>) {
  const sent: WorkshopCommand[] = []
  const session: Pick<BoardSession, 'view' | 'status' | 'send'> & { board: { id: string } } = {
    board: { id: 'b' },
    status: new Cell<SaveStatus>({ state: 'saved' }),
    view: new Cell<SessionView>({
      ...sharedViewFor(EMPTY_WORKSHOP, new Map(), 'participant'),
      me: { id: 'me', name: 'Li', role: 'facilitator', ready: false, drafts: [], groupDrafts: [], ballot: null, ...me },
      ...change,
    }),
    send: async (command) => void sent.push(command),
  }
  const view = session.view as Cell<SessionView>
  return {
    session: session as BoardSession,
    sent,
    see: (next: Partial<SessionView>) => act(async () => view.set({ ...view.get(), ...next })),
  }
}

let root: Root
let host: HTMLElement

beforeEach(() => {
  localStorage.clear()
  host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
})

afterEach(async () => {
  await act(async () => root.unmount())
  host.remove()
})

const show = (session: BoardSession) => act(async () => root.render(<DraftsPart session={session} />))
const buttonOf = (name: string) => [...host.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name)
const press = (name: string) => act(async () => buttonOf(name)?.click())

describe('DraftsPart', () => {
  const agenda = [phase('A3', 'hidden'), phase('A4', 'hidden')]

  it('[R45] a question about the notes of one step is never answered for those of the next', async () => {
    const { session, sent, see } = openSession({}, { agenda, phaseId: 'A3', phaseRun: 1, writing: { notes: 3, people: 2 } })
    await show(session)
    await press('Show 3 notes')
    expect(host.textContent).toContain('Put 3 notes on the board now?')
    await see({ phaseId: 'A4', phaseRun: 2, writing: { notes: 1, people: 1 } })
    expect(buttonOf('Yes')).toBeUndefined()
    await press('Show 1 note')
    await press('Yes')
    expect(sent).toEqual([{ type: 'reveal-notes', phaseId: 'A4' }])
  })

  it('neither is it when the same step begins anew', async () => {
    const { session, see } = openSession({}, { agenda, phaseId: 'A3', phaseRun: 1, writing: { notes: 3, people: 2 } })
    await show(session)
    await press('Erase them…')
    await see({ phaseRun: 2 })
    expect(buttonOf('Yes')).toBeUndefined()
  })

  it('the question stays while more notes come, and says how many there are', async () => {
    const { session, see } = openSession({}, { agenda, phaseId: 'A3', phaseRun: 1, writing: { notes: 3, people: 2 } })
    await show(session)
    await press('Show 3 notes')
    await see({ writing: { notes: 4, people: 2 } })
    expect(host.textContent).toContain('Put 4 notes on the board now?')
  })

  it('the notes of one group are not posted with a question that was asked about another, or another step', async () => {
    const groups = [
      { id: 'g1', name: 'One', members: ['me'] },
      { id: 'g2', name: 'Two', members: [] },
    ]
    const { session, see } = openSession(
      { role: 'participant', drafts: [{ id: 'n', text: 'mine' }] },
      { agenda: [phase('A3', 'group'), phase('A4', 'group')], phaseId: 'A3', phaseRun: 1, writing: { notes: 1, people: 1 }, groups },
    )
    await show(session)
    await press('Post ours on the board')
    expect(buttonOf('Yes')).toBeDefined()
    await see({
      groups: [
        { id: 'g1', name: 'One', members: [] },
        { id: 'g2', name: 'Two', members: ['me'] },
      ],
    })
    expect(buttonOf('Yes')).toBeUndefined()
    await press('Post ours on the board')
    await see({ phaseId: 'A4', phaseRun: 2 })
    expect(buttonOf('Yes')).toBeUndefined()
  })
})
