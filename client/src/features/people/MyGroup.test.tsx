import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, it } from 'vitest'
import type { PresentPerson } from '../../session/board-session.ts'
import { sessionFixture } from '../../session/session-fixture.ts'
import { MyGroup } from './MyGroup.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
const root = createRoot(document.body.appendChild(document.createElement('div')))
afterEach(() => act(async () => root.render(null)))

const person = (id: string, name: string, clientId: number): PresentPerson => {
  return { id, name, clientId, color: 'red', role: 'participant', isMe: id === 'p', presence: {} }
}

it('names the group and who is in it, oneself first, and says how many of them are not here', async () => {
  const { session, people, show } = sessionFixture({ groups: [{ id: 'g', name: 'Group 3', members: ['w', 'p', 'z', 'gone'] }] })
  await act(async () => {
    root.render(<MyGroup session={session} />)
    people.set([person('w', 'Wang', 2), person('p', 'Li', 1), person('z', 'Zhou', 3), person('z', 'Zhou', 4), person('x', 'Chen', 5)])
  })
  expect(document.body.textContent).toBe('Your group, Group 3: you, Wang, Zhou · 1 more is not here now')
  await act(async () => show({ groups: [{ id: 'g', name: 'Group 3', members: ['w', 'p'] }] }))
  expect(document.body.textContent).toBe('Your group, Group 3: you, Wang')
  await act(async () => show({ groups: [] }))
  expect(document.body.textContent).toBe('')
})
