import { EMPTY_WORKSHOP, type Phase } from '@remedyboard/shared/workshop/state'
import { sharedViewFor, type RosterEntry, type SessionView } from '@remedyboard/shared/workshop/view'
import { describe, expect, it } from 'vitest'
import { roomReading } from './room-reading.ts'

const person = (id: string, change: Partial<RosterEntry> = {}): RosterEntry => ({
  id,
  name: `Name ${id}`,
  role: 'participant',
  joinedAt: 0,
  ready: false,
  ...change,
})
const view = (roster: RosterEntry[], change: Partial<SessionView> = {}): SessionView => ({
  ...sharedViewFor(EMPTY_WORKSHOP, new Map(), 'facilitator'),
  me: { id: 'f', name: 'F', role: 'facilitator', ready: false, drafts: [], groupDrafts: [], ballot: null },
  roster,
  ...change,
})
const ids = (people: readonly { id: string }[] | null) => people?.map(({ id }) => id)

const name = { en: 'Groups', zh: '分组' }
const phaseForGroups: Phase = { id: 'G', name, instruction: name, minutes: 5, area: 'remedies', can: ['add'], privacy: 'group' }

describe('roomReading', () => {
  it('waits for participants who are here: not for facilitators, viewers, or those who left', () => {
    const roster = [
      person('f', { role: 'facilitator' }),
      person('v', { role: 'viewer' }),
      person('a', { ready: true }),
      person('b'),
      person('gone', { awaySince: 5 }),
      person('gone-later', { awaySince: 9 }),
    ]
    const reading = roomReading(view(roster), new Set(['f', 'v', 'a', 'b']))
    expect(reading).toMatchObject({ here: 2, ready: 1, notWritten: null })
    expect(ids(reading.notReady)).toEqual(['b'])
    expect(ids(reading.away)).toEqual(['gone-later', 'gone'])
  })

  it('names who has not written, whether the step counts notes or only says that there are some', () => {
    const roster = [person('a', { wrote: 0 }), person('b', { wrote: 2 }), person('c', { wrote: false }), person('d', { wrote: true })]
    const reading = roomReading(view(roster, { writing: { notes: 3, people: 2 } }), new Set(['a', 'b', 'c', 'd']))
    expect(ids(reading.notWritten)).toEqual(['a', 'c'])
  })

  it('in a step for groups names who has none', () => {
    const roster = [person('a'), person('b'), person('c')]
    const groups = [{ id: 'g', name: 'One', members: ['a', 'gone'] }]
    const agenda = [phaseForGroups]
    const here = new Set(['a', 'b', 'c'])
    expect(ids(roomReading(view(roster, { groups, agenda, phaseId: 'G' }), here).alone)).toEqual(['b', 'c'])
    expect(roomReading(view(roster, { groups, agenda, phaseId: null }), here).alone).toBeNull()
  })
})
