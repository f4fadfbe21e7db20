import type { RosterEntry } from '@remedyboard/shared/workshop/view'
import { expect, it } from 'vitest'
import { signsOf } from './signs-of.ts'

const person = (id: string, change: Partial<RosterEntry> = {}): RosterEntry => ({
  id,
  name: id,
  role: 'participant',
  joinedAt: 0,
  ready: false,
  ...change,
})

it('says of each person whether their hand is up and in which place, and for facilitators whether they have written and are done', () => {
  const roster = [person('a', { ready: true, wrote: 2 }), person('b', { wrote: 0 }), person('c', { wrote: true })]
  const signs = signsOf({
    hands: [
      { id: 'c', name: 'c' },
      { id: 'a', name: 'a' },
    ],
    roster,
  })
  expect(signs.get('a')).toEqual({ place: 2, hasWritten: true, isReady: true })
  expect(signs.get('b')).toBeUndefined()
  expect(signs.get('c')).toEqual({ place: 1, hasWritten: true, isReady: false })
  expect(signsOf({ hands: [{ id: 'x', name: 'x' }] }).get('x')).toEqual({ place: 1, hasWritten: false, isReady: false })
})
