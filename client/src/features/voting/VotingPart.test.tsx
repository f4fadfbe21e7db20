import { newCardRecord } from '@remedyboard/shared/board/new-records'
import { RecordIndex } from '@remedyboard/shared/board/record-index'
import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import { EMPTY_WORKSHOP } from '@remedyboard/shared/workshop/state'
import { sharedViewFor, type SessionView } from '@remedyboard/shared/workshop/view'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ApiFailure } from '../../session/api-client.ts'
import type { BoardSession, PresentPerson, SaveStatus } from '../../session/board-session.ts'
import { Cell } from '../../session/readable.ts'
import { VotingPart } from './VotingPart.tsx'

declare global {
  // read by React: updates in tests are wrapped in act()
  var IS_REACT_ACT_ENVIRONMENT: boolean
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true

const ROUND = { id: 'r1', kind: 'dots', title: 'Vote', cards: ['shape:a', 'shape:b'], budget: 5, cap: 2, openedAt: 1, ballots: 0 } as const

const person = (clientId: number, id: string, role: PresentPerson['role']): PresentPerson => ({
  id,
  name: id,
  color: '',
  role,
  clientId,
  isMe: id === 'me',
  presence: {},
})

/** The part of a session that voting uses. `refusals`: how the next commands are answered. */
function openSession(role: 'facilitator' | 'participant', refusals: (ApiFailure | null)[] = []) {
  const index = new RecordIndex()
  const page = { id: 'page:page', typeName: 'page', name: '', index: 'a1', meta: {} }
  const cards = ['shape:a', 'shape:b'].map((id) =>
    newCardRecord({ id, parentId: 'page:page', index: 'a1', x: 0, y: 0, w: 200, kind: 'dilemma', text: id.slice(-1), meta: {} }),
  )
  index.apply(new Map([page, ...cards].map((record) => [record.id, record])))
  const me = { id: 'me', name: 'Li', role, ready: false, drafts: [], groupDrafts: [], ballot: null } as const
  const view = new Cell<SessionView>({ ...sharedViewFor(EMPTY_WORKSHOP, new Map(), role), me, round: ROUND, taking: 12 })
  const sent: WorkshopCommand[] = []
  const session = {
    board: { id: 'b1' },
    index,
    view,
    status: new Cell<SaveStatus>({ state: 'saved' }),
    rights: new Cell({}),
    people: new Cell([
      person(1, 'me', 'facilitator'),
      person(2, 'wang', 'participant'),
      person(3, 'wang', 'participant'),
      person(4, 'chen', 'participant'),
      person(5, 'wall', 'viewer'),
    ]),
    onRecordChanges: () => () => undefined,
    send: async (command: WorkshopCommand) => {
      sent.push(command)
      const refusal = refusals.shift()
      if (refusal) throw refusal
    },
  } as unknown as BoardSession // nothing else is read here
  return { session, sent, see: (next: Partial<SessionView>) => act(async () => view.set({ ...view.get(), ...next })) }
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

const nothing = () => undefined
const show = (session: BoardSession) =>
  act(async () =>
    root.render(<VotingPart session={session} canvas={null} formOpen={false} onCloseForm={nothing} onGoTo={nothing} onPoint={nothing} />),
  )
const buttonOf = (name: string) =>
  [...host.querySelectorAll('button')].find((button) => (button.getAttribute('aria-label') ?? button.textContent?.trim()) === name)
const press = (name: string) => act(async () => buttonOf(name)?.click())
const type = (text: string) =>
  act(async () => {
    const field = host.querySelector('.vote-proxy input')
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
    field?.dispatchEvent(new Event('input', { bubbles: true }))
  })

describe('VotingPart', () => {
  it('a question about one vote is never answered for the next', async () => {
    const { session, sent, see } = openSession('facilitator')
    await show(session)
    await press('Close and show the result')
    await see({ round: { ...ROUND, id: 'r2' } })
    expect(buttonOf('Yes')).toBeUndefined()
    await press('Close and show the result')
    await press('Yes')
    expect(sent).toEqual([{ type: 'close-round', id: 'r2' }])
  })

  it('shows facilitators the ballots against who is in the room, not against all who ever came', async () => {
    const { session, see } = openSession('facilitator')
    await show(session)
    await see({ round: { ...ROUND, ballots: 3 } })
    expect(host.querySelector('.vote-controls')?.textContent).toContain('3 ballots · 2 participants in the room')
    expect(host.textContent).not.toContain('of 12')
  })

  it('asks before it clears all that one gave', async () => {
    const { session, sent } = openSession('participant')
    await show(session)
    await press('One dot more: a')
    await press('Take my vote back')
    await press('No, go on')
    expect(sent).toHaveLength(1)
    await press('Take my vote back')
    await press('Yes')
    expect(sent.at(-1)).toMatchObject({ type: 'cast-ballot', marks: {} })
  })
})

describe('ballots for people without a device', () => {
  it('can be changed and taken back until the close: each keeps its own id', async () => {
    const { session, sent } = openSession('facilitator')
    await show(session)
    await press('For somebody without a device…')
    await type('Grandma Zhang')
    await press('One dot more: a')
    await press('Hand in this ballot')
    const [first] = sent
    expect(first).toMatchObject({ type: 'cast-ballot', roundId: 'r1', marks: { 'shape:a': 1 } })
    await press('Change the ballot of Grandma Zhang')
    await press('One dot more: b')
    await press('Hand in the change')
    expect(sent[1]).toEqual({ ...first, marks: { 'shape:a': 1, 'shape:b': 1 } })
    await press('Take back the ballot of Grandma Zhang')
    await press('Yes')
    expect(sent[2]).toEqual({ ...first, marks: {} })
    expect(host.textContent).not.toContain('Grandma Zhang')
  })

  it('one whose answer was lost is found again after the form was closed, and is counted once', async () => {
    const { session, sent } = openSession('facilitator', [new ApiFailure(0, 'offline', '')])
    await show(session)
    await press('For somebody without a device…')
    await type('Grandma Zhang')
    await press('One dot more: a')
    await press('Hand in this ballot')
    await press('Back')
    await press('For somebody without a device…')
    expect(host.textContent).toContain('It may not have arrived.')
    await press('Change the ballot of Grandma Zhang')
    await press('Hand in the change')
    expect(sent[1]).toEqual(sent[0])
    expect(host.textContent).not.toContain('It may not have arrived.')
  })

  it('leave with the round', async () => {
    const { session, see } = openSession('facilitator')
    await show(session)
    await press('For somebody without a device…')
    await type('Grandma Zhang')
    await press('One dot more: a')
    await press('Hand in this ballot')
    await see({ round: { ...ROUND, id: 'r2' } })
    await press('For somebody without a device…')
    expect(host.textContent).not.toContain('Grandma Zhang')
  })
})
