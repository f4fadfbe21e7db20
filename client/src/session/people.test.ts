import type { PresenceState } from '@remedyboard/shared/protocol/presence'
import type { OwnView } from '@remedyboard/shared/workshop/view'
import { expect, it } from 'vitest'
import { presentPeople } from './people.ts'

const me: OwnView = { id: 'p1', name: 'Mei', role: 'participant', ready: false, drafts: [], groupDrafts: [], ballot: null }
const person = (id: string, name: string): PresenceState => ({ user: { id, name, color: '#123456', role: 'participant' } })

it('lists me first, the others by name and then by tab, and nobody whom the server has not named', () => {
  const states = new Map<number, PresenceState>([
    [9, person('p3', 'Ana')],
    [7, person('p2', 'Zoe')],
    [5, person('p3', 'Ana')],
    [3, {}],
    [1, { cursor: { x: 1, y: 2 } }],
  ])
  const people = presentPeople(states, 1, me)
  expect(people.map(({ name, clientId, isMe }) => [name, clientId, isMe])).toEqual([
    ['Mei', 1, true],
    ['Ana', 5, false],
    ['Ana', 9, false],
    ['Zoe', 7, false],
  ])
  expect(people[0]?.presence).toEqual({ cursor: { x: 1, y: 2 } })
  expect(presentPeople(new Map(), 1, me)[0]?.presence).toEqual({})
})
