import type { PresenceState } from '@remedyboard/shared/protocol/presence'
import { REACTION_MS, type Reaction } from '@remedyboard/shared/protocol/reaction'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PresentPerson } from './board-session.ts'
import { reactionsOf, sendReaction } from './reactions.ts'
import { Cell } from './readable.ts'

function person(clientId: number, name: string, reaction?: unknown): PresentPerson {
  const presence: PresenceState = { reaction: reaction as Reaction | undefined } // other clients may send anything
  return { clientId, id: `p${clientId}`, name, color: '#123456', role: 'participant', isMe: clientId === 1, presence }
}

function room() {
  const people = new Cell<readonly PresentPerson[]>([person(1, 'Mei'), person(2, 'Ana')])
  let own: PresenceState = {}
  return {
    people,
    own: () => own,
    serverNow: () => Date.now(),
    setPresence: (change: PresenceState) => {
      own = { ...own, ...change }
      people.set(people.get().map((each) => (each.isMe ? { ...each, presence: own } : each)))
    },
    others: (...others: PresentPerson[]) => people.set([...people.get().filter(({ isMe }) => isMe), ...others]),
  }
}

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => void vi.useRealTimers())

describe('reactions', () => {
  it('shows the own one at once, and takes it back when it has faded', () => {
    const session = room()
    const shown = reactionsOf(session)
    shown.subscribe(() => undefined)
    expect(sendReaction(session, 'love')).toBe(true)
    expect(shown.get()).toMatchObject([{ id: 'love', name: 'Mei', isMe: true }])
    vi.advanceTimersByTime(REACTION_MS)
    expect(shown.get()).toEqual([])
    expect(session.own().reaction).toBeUndefined()
  })

  it('sends no more than the server lets through, and shows each', () => {
    const session = room()
    const shown = reactionsOf(session)
    shown.subscribe(() => undefined)
    expect([sendReaction(session, 'applause'), sendReaction(session, 'applause')]).toEqual([true, false])
    vi.advanceTimersByTime(500)
    expect(sendReaction(session, 'applause')).toBe(true)
    expect(shown.get()).toHaveLength(2)
    vi.advanceTimersByTime(REACTION_MS - 500)
    expect(shown.get()).toHaveLength(1)
    expect(session.own().reaction).toMatchObject({ id: 'applause' })
  })

  it('shows each of the others once while their cursor moves, and when they come back', () => {
    const session = room()
    const shown = reactionsOf(session)
    shown.subscribe(() => undefined)
    const reaction = { id: 'idea', at: Date.now() }
    session.others(person(2, 'Ana', reaction))
    session.others(person(2, 'Ana', { ...reaction }))
    session.others()
    session.others(person(2, 'Ana', reaction))
    expect(shown.get()).toMatchObject([{ id: 'idea', name: 'Ana', isMe: false }])
    session.others(person(2, 'Ana', { id: 'idea', at: reaction.at + 300 }))
    expect(shown.get()).toHaveLength(2)
  })

  it('leaves out what is old, unknown or no reaction', () => {
    const session = room()
    const shown = reactionsOf(session)
    shown.subscribe(() => undefined)
    session.others(
      person(2, 'Ana', { id: 'love', at: Date.now() - 20_000 }),
      person(3, 'Bo', { id: 'rude', at: Date.now() }),
      person(4, 'Cy', 'love'),
    )
    expect(shown.get()).toEqual([])
  })

  it('is one list for everybody who asks, and rests while nobody does', () => {
    const session = room()
    const shown = reactionsOf(session)
    expect(reactionsOf(session)).toBe(shown)
    const heard = vi.fn<() => void>()
    const stops = [shown.subscribe(() => heard()), shown.subscribe(() => heard())]
    session.others(person(2, 'Ana', { id: 'love', at: Date.now() }))
    expect(heard).toHaveBeenCalledTimes(2)
    for (const stop of stops) stop()
    stops[0]?.()
    session.others(person(2, 'Ana', { id: 'love', at: Date.now() + 100 }))
    expect(heard).toHaveBeenCalledTimes(2)
  })
})
