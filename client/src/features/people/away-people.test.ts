import type { RosterEntry } from '@remedyboard/shared/workshop/view'
import { describe, expect, it } from 'vitest'
import { awayPeople } from './away-people.ts'

const entry = (id: string, awaySince?: number): RosterEntry => ({ id, name: id, role: 'participant', joinedAt: 0, awaySince, ready: false })

describe('awayPeople', () => {
  it('leaves out who is here, whatever the server said a moment ago, and puts who left last first', () => {
    const roster = [entry('unknown'), entry('early', 100), entry('here', 400), entry('late', 300)]
    expect(awayPeople(roster, [{ id: 'here' }]).map(({ id }) => id)).toEqual(['late', 'early', 'unknown'])
  })
})
