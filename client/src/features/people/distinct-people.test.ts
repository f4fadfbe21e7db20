import { describe, expect, it } from 'vitest'
import type { PresentPerson } from '../../session/board-session.ts'
import { distinctPeople } from './distinct-people.ts'

const person = (id: string, clientId: number, isMe = false): PresentPerson => ({
  id,
  clientId,
  isMe,
  name: id,
  color: '#34539b',
  role: 'participant',
  presence: {},
})

describe('distinctPeople', () => {
  it('counts two tabs as one person and puts me first', () => {
    const list = distinctPeople([person('a', 1), person('b', 2), person('me', 3), person('a', 4), person('me', 5, true)])
    expect(list.map(({ id, clientId }) => [id, clientId])).toEqual([
      ['me', 5],
      ['a', 1],
      ['b', 2],
    ])
  })
})
