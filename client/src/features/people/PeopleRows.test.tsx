import { EMPTY_WORKSHOP } from '@remedyboard/shared/workshop/state'
import { sharedViewFor, type RosterEntry, type SessionView } from '@remedyboard/shared/workshop/view'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, it } from 'vitest'
import type { BoardSession, PresentPerson } from '../../session/board-session.ts'
import { Cell } from '../../session/readable.ts'
import type { ListedPerson } from './listed-person.ts'
import { PeopleRows } from './PeopleRows.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
const host = document.body.appendChild(document.createElement('div'))
const root = createRoot(host)
afterEach(() => act(async () => root.render(null)))

/** Tells when its row is drawn: only a row reads the colour of somebody. */
function watched(id: string, drawn: string[]): ListedPerson {
  return {
    id,
    name: `Name ${id}`,
    role: 'participant',
    isMe: false,
    get color() {
      drawn.push(id)
      return '#34539b'
    },
  }
}

it('draws the rows of those about whom there is news, not all 300 whenever a hand goes up', async () => {
  const drawn: string[] = []
  const ids = Array.from({ length: 300 }, (_, at) => `p${at}`)
  const people = ids.map((id) => watched(id, drawn))
  const roster = () => ids.map((id): RosterEntry => ({ id, name: `Name ${id}`, role: 'participant', joinedAt: 0, ready: false }))
  const view = new Cell<SessionView>({
    ...sharedViewFor(EMPTY_WORKSHOP, new Map(), 'facilitator'),
    roster: roster(),
    me: { id: 'f', name: 'F', role: 'facilitator', ready: false, drafts: [], groupDrafts: [], ballot: null },
  })
  const session = { view, people: new Cell<readonly PresentPerson[]>([]), serverNow: () => 0 } as Partial<BoardSession> as BoardSession // nothing else of a session is used here
  const show = () =>
    act(async () =>
      root.render(
        <PeopleRows
          session={session}
          people={people}
          label="Here"
          follow={{ following: null, toggle: () => undefined }}
          onReturnLink={() => undefined}
        />,
      ),
    )
  await show()
  expect(drawn).toHaveLength(300)
  drawn.length = 0

  await act(async () => view.set({ ...view.get(), roster: roster(), hands: [{ id: 'p7', name: 'Name p7' }] }))
  expect(drawn).toEqual(['p7'])
  expect(host.querySelector('.people-sign-hand')?.textContent).toBe('Hand up, number 1')
  drawn.length = 0

  // The page around the list hands in new functions with each message.
  await show()
  await act(async () => view.set({ ...view.get(), roster: roster().map((each) => ({ ...each, ready: each.id === 'p9' })) }))
  expect(drawn).toEqual(['p9'])
})
