import { CloseCode } from '@remedyboard/shared/protocol/close-code'
import { describe, expect, it } from 'vitest'
import { addCard, cards, FakeClient, roomFixture, settled } from './room-fixture.ts'

describe('joining', () => {
  it('[R2] sends step 1 first, then the session view and presence', async () => {
    const { room, client, clock } = await roomFixture()
    const early = client('p1')
    early.sendPresence({ cursor: { x: 1, y: 2 } })
    clock.advance(50)
    const late = new FakeClient(room)
    late.connect('p2')
    expect(late.received.map(({ type }) => type)).toEqual(['step-1', 'session', 'awareness', 'step-2'])
    expect(late.all('session')[0]?.message).toMatchObject({ now: clock.now(), storing: true, me: { id: 'p2', role: 'participant' } })
    expect(late.all('session')[0]?.message.shared.roster).toBeUndefined()
    expect(client('f1').all('session')[0]?.message.shared.roster).toHaveLength(5)
  })

  it('[R2] edits made offline come up in the answer to step 1', async () => {
    const { room, client } = await roomFixture()
    const offline = new FakeClient(room)
    addCard(offline, 'shape:offline')
    const witness = client('p2')
    offline.connect('p1')
    await settled()
    expect(cards(witness)).toEqual(['shape:offline'])
  })

  it('[R3] a joiner never sees what is not durable', async () => {
    const { store, client } = await roomFixture()
    const writer = client('p1')
    await settled()
    store.hold()
    addCard(writer, 'shape:1')
    await settled()
    const joiner = client('p2')
    await settled()
    expect(joiner.all('step-2')).toEqual([])
    expect(cards(joiner)).toEqual([])
    store.release()
    await settled()
    expect(cards(joiner)).toEqual(['shape:1'])
    expect(joiner.all('step-2')).toHaveLength(1)
  })

  it('[R3] a joiner gets what came between the question and the answer, also when the store failed meanwhile', async () => {
    const { store, client, clock } = await roomFixture()
    const writer = client('p1')
    await settled()
    store.hold()
    addCard(writer, 'shape:1')
    addCard(writer, 'shape:2')
    const joiner = client('p2')
    addCard(writer, 'shape:3')
    store.failNext = 1
    store.release()
    await settled()
    addCard(writer, 'shape:4')
    clock.advance(1_000)
    await settled()
    expect(cards(joiner)).toEqual(['shape:1', 'shape:2', 'shape:3', 'shape:4'])
  })

  it('[R3] joiners of an unchanged board share one answer, and a change makes a new one', async () => {
    const { client } = await roomFixture()
    const a = client('p1')
    addCard(a, 'shape:1')
    await settled()
    addCard(client('p2'), 'shape:2')
    await settled()
    expect(cards(client('p3'))).toEqual(['shape:1', 'shape:2'])
  })

  it('[R4] one person has a dozen sockets at most', async () => {
    const { room, client } = await roomFixture()
    for (let i = 0; i < 12; i++) client('p1')
    expect(new FakeClient(room).connect('p1')).toBe(CloseCode.overloaded)
    expect(new FakeClient(room).connect('p2')).toBeNull()
    expect(new FakeClient(room).connect('nobody')).toBe(CloseCode.notAllowed)
  })

  it('[R4] coming and going without end is slowed down', async () => {
    const { room, clock } = await roomFixture()
    const outcomes: (number | null)[] = []
    for (let i = 0; i < 40; i++) {
      const visitor = new FakeClient(room)
      outcomes.push(visitor.connect('p1'))
      visitor.vanish()
    }
    expect(outcomes.filter((code) => code === null)).toHaveLength(30)
    expect(outcomes.at(-1)).toBe(CloseCode.overloaded)
    expect(new FakeClient(room).connect('p2')).toBeNull()
    clock.advance(2_000)
    expect(new FakeClient(room).connect('p1')).toBeNull()
  })

  it('[R5] says something at least every 10 seconds', async () => {
    const { client, clock } = await roomFixture()
    const quiet = client('p1')
    await settled()
    for (let i = 0; i < 6; i++) {
      const before = quiet.received.length
      clock.advance(10_000)
      expect(quiet.received.length).toBeGreaterThan(before)
    }
    expect(quiet.all('awareness').every(({ states }) => states.length === 0)).toBe(true)
  })
})
