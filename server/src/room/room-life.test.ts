import { describe, expect, it } from 'vitest'
import { RoomLife, TRANSITIONS, type RoomEvent, type RoomState } from './room-life.ts'

/** The shortest way to each state. */
const WAYS: Readonly<Record<RoomState, readonly RoomEvent[]>> = {
  loading: [],
  open: ['loaded'],
  suspended: ['loaded', 'store-failed'],
  draining: ['loaded', 'drain'],
  closed: ['loaded', 'drain', 'end'],
}

const EVENTS: readonly RoomEvent[] = ['loaded', 'store-failed', 'store-recovered', 'drain', 'end']

/** What becomes of a room in a state (rows) by an event (columns, in the order of EVENTS). `-`: nothing. */
const EXPECTED: Readonly<Record<RoomState, string>> = {
  loading: 'open - - - closed',
  open: '- suspended - draining closed',
  suspended: '- - open draining closed',
  draining: '- - - - closed',
  closed: '- - - - -',
}

function roomIn(state: RoomState): RoomLife {
  const life = new RoomLife()
  for (const event of WAYS[state]) life.on(event)
  expect(life.state).toBe(state)
  return life
}

describe('the life of a room', () => {
  it.each(Object.keys(WAYS) as RoomState[])('%s: every event leads where the table says', (state) => {
    const outcomes = EVENTS.map((event) => {
      const life = roomIn(state)
      const changed = life.on(event)
      expect(changed).toBe(life.state !== state)
      return changed ? life.state : '-'
    })
    expect(outcomes.join(' ')).toBe(EXPECTED[state])
  })

  it('names no state that cannot be reached and no way out of the end', () => {
    expect(Object.keys(TRANSITIONS).sort()).toEqual(Object.keys(WAYS).sort())
    expect(TRANSITIONS.closed).toEqual({})
  })

  it('people connect and edit while the store fails; commands are answered only when it works', () => {
    const allowed = (Object.keys(WAYS) as RoomState[]).map((state) => {
      const { admits, stores } = roomIn(state)
      return [state, admits, stores]
    })
    expect(allowed).toEqual([
      ['loading', false, false],
      ['open', true, true],
      ['suspended', true, false],
      ['draining', false, false],
      ['closed', false, false],
    ])
  })
})
