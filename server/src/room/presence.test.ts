import { personColor } from '@remedyboard/shared/protocol/presence'
import { describe, expect, it } from 'vitest'
import { encodeAwareness, encodeAwarenessEntry } from './frame.ts'
import { FakeClient, roomFixture, settled } from './room-fixture.ts'

const seenBy = (client: FakeClient, clientId: number) =>
  client
    .all('awareness')
    .flatMap(({ states }) => states)
    .filter((entry) => entry.clientId === clientId)

describe('presence', () => {
  it('[R14] stamps who somebody is, whatever they say', async () => {
    const { client, clock } = await roomFixture()
    const [liar, witness] = [client('p1'), client('p2')]
    liar.sendPresence({ cursor: { x: 1, y: 2 }, user: { id: 'f1', name: 'Boss', color: '#000000', role: 'facilitator' } })
    clock.advance(50)
    expect(seenBy(witness, liar.doc.clientID)[0]?.state).toEqual({
      cursor: { x: 1, y: 2 },
      user: { id: 'p1', name: 'Name p1', color: personColor('p1'), role: 'participant' },
    })
  })

  it('[R14] stamps again when a name or role changes', async () => {
    const { client, clock, room } = await roomFixture()
    const [a, witness] = [client('p1'), client('p2')]
    a.sendPresence({})
    clock.advance(50)
    await room.admit({ id: 'p1', role: 'facilitator', name: 'New' })
    clock.advance(50)
    expect(seenBy(witness, a.doc.clientID).at(-1)?.state).toMatchObject({ user: { name: 'New', role: 'facilitator' } })
  })

  it('[R14] a socket speaks for one client: echoes and forgeries of others are ignored', async () => {
    const { client, clock } = await roomFixture()
    const [victim, attacker, witness] = [client('p1'), client('p2'), client('p3')]
    victim.sendPresence({ cursor: { x: 1, y: 1 } })
    clock.advance(50)
    attacker.sendPresence({ cursor: { x: 9, y: 9 } }, victim.doc.clientID, Number.MAX_SAFE_INTEGER)
    attacker.sendPresence({})
    attacker.sendPresence(null, victim.doc.clientID, 2 ** 40)
    clock.advance(50)
    expect(seenBy(witness, victim.doc.clientID)).toHaveLength(1)
    expect(seenBy(witness, attacker.doc.clientID)).toHaveLength(1)
  })

  it('[R14] the newest socket of the same person takes the client over, and the end of the old one removes nothing', async () => {
    const { client, clock, room } = await roomFixture()
    const witness = client('p2')
    const half = client('p1')
    half.sendPresence({ cursor: { x: 1, y: 1 } })
    clock.advance(50)
    const fresh = new FakeClient(room)
    fresh.connect('p1')
    fresh.sendPresence({ cursor: { x: 2, y: 2 } }, half.doc.clientID)
    clock.advance(50)
    expect(half.closed).toBe('terminated')
    half.vanish()
    clock.advance(50)
    expect(seenBy(witness, half.doc.clientID).at(-1)?.state).toMatchObject({ cursor: { x: 2, y: 2 } })
  })

  it('[R14] numbers states itself, so that somebody who comes back with an old clock is seen', async () => {
    const { client, clock } = await roomFixture()
    const [a, witness] = [client('p1'), client('p2')]
    a.sendPresence({ cursor: { x: 1, y: 1 } }, a.doc.clientID, 7)
    clock.advance(50)
    a.vanish()
    clock.advance(50)
    a.connect('p1')
    a.sendPresence({ cursor: { x: 1, y: 1 } }, a.doc.clientID, 7)
    clock.advance(50)
    const clocks = seenBy(witness, a.doc.clientID).map((entry) => entry.clock)
    expect(clocks).toHaveLength(3)
    expect(clocks).toEqual([...clocks].sort((x, y) => x - y))
    expect(new Set(clocks).size).toBe(3)
  })

  it('[R14] a newcomer gets everybody at once, and nobody gets their own state back', async () => {
    const { client, clock } = await roomFixture()
    const [a, b] = [client('p1'), client('p2')]
    a.sendPresence({ cursor: { x: 1, y: 1 } })
    b.sendPresence({ cursor: { x: 2, y: 2 } })
    clock.advance(50)
    const late = client('p3')
    expect(late.all('awareness').flatMap(({ states }) => states)).toHaveLength(2)
    expect(seenBy(a, a.doc.clientID)).toEqual([])
    expect(seenBy(a, b.doc.clientID)).toHaveLength(1)
    expect(seenBy(b, b.doc.clientID)).toEqual([])
  })

  it.each([
    ['too large', { text: 'x'.repeat(20_000) }],
    ['nested too deep', { a: { b: { c: { d: { e: { f: { g: { h: { i: 1 } } } } } } } } }],
    ['a list', [1, 2, 3]],
    ['a number', 5],
  ])('[R14] a state that is %s is ignored and costs nothing else', async (_name, state) => {
    const { client, clock } = await roomFixture()
    const [a, witness] = [client('p1'), client('p2')]
    a.sendPresence({ cursor: { x: 1, y: 1 } })
    a.sendPresence(state)
    clock.advance(50)
    expect(seenBy(witness, a.doc.clientID)).toHaveLength(1)
    expect(seenBy(witness, a.doc.clientID)[0]?.state).toMatchObject({ cursor: { x: 1, y: 1 } })
    expect(a.closed).toBeNull()
  })

  it('[R14] forged prototypes in a state are ignored', async () => {
    const { client, clock } = await roomFixture()
    const [a, witness] = [client('p1'), client('p2')]
    a.sendFrame(
      encodeAwareness([encodeAwarenessEntry({ clientId: a.doc.clientID, clock: 1, json: '{"cursor":{"__proto__":{"admin":true}}}' })]),
    )
    clock.advance(50)
    expect(seenBy(witness, a.doc.clientID)).toEqual([])
  })

  it('[R14] 200,000 null states leave nothing behind', async () => {
    const { client, clock } = await roomFixture()
    const [attacker, witness] = [client('p1'), client('p2')]
    await settled()
    const before = witness.received.length
    for (let frame = 0; frame < 100; frame++) {
      attacker.sendFrame(
        encodeAwareness(
          Array.from({ length: 2_000 }, (_, i) => encodeAwarenessEntry({ clientId: frame * 2_000 + i, clock: 1, json: 'null' })),
        ),
      )
    }
    clock.advance(50)
    expect(witness.received).toHaveLength(before)
  })

  it('[R15] a hundred moves of three people are one frame per receiver and tick', async () => {
    const { client, clock } = await roomFixture()
    const clients = [client('p1'), client('p2'), client('p3')]
    const quiet = client('f1')
    await settled()
    const before = clients.map(({ received }) => received.length)
    for (let i = 0; i < 100; i++) for (const mover of clients) mover.sendPresence({ cursor: { x: i, y: 0 } })
    clock.advance(50)
    expect(clients.map(({ received }, i) => received.length - (before[i] ?? 0))).toEqual([1, 1, 1])
    const frames = quiet.all('awareness').filter(({ states }) => states.length > 0)
    expect(frames).toHaveLength(1)
    expect(frames[0]?.states.map(({ state }) => (state as { cursor: unknown }).cursor)).toEqual(Array(3).fill({ x: 99, y: 0 }))
  })

  it('[R15] in a full room a frame has a limit: who leads goes first, and everybody has a turn', async () => {
    const { room, clock } = await roomFixture()
    await room.record(
      Array.from({ length: 150 }, (_, i) => ({ type: 'joined', id: `q${i}`, name: `Q${i}`, role: 'participant', at: 1 }) as const),
    )
    const crowd = Array.from({ length: 150 }, (_, i) => {
      const client = new FakeClient(room)
      client.connect(`q${i}`)
      return client
    })
    const leader = new FakeClient(room)
    leader.connect('f1')
    await settled()
    for (const mover of [...crowd.slice(1), leader]) mover.sendPresence({ cursor: { x: 1, y: 1 } })
    const [reader] = crowd as [FakeClient]
    for (let i = 0; i < 3; i++) clock.advance(250)
    const frames = reader.all('awareness').filter(({ states }) => states.length > 0)
    expect(frames.map(({ states }) => states.length)).toEqual([64, 64, 22])
    expect(frames[0]?.states[0]?.clientId).toBe(leader.doc.clientID)
  })

  it('[R15] three hundred people with 8 kB each: a frame stays small, cursors do not wait for large states, and all have their turn', async () => {
    const { room, clock } = await roomFixture()
    const people = Array.from(
      { length: 300 },
      (_, i) => ({ type: 'joined', id: `q${i}`, name: `Q${i}`, role: 'participant', at: 1 }) as const,
    )
    await room.record(people)
    const crowd = people.map(({ id }, i) => {
      const client = new FakeClient(room)
      // One of them is enough to see what everybody gets.
      if (i > 0) client.send = () => undefined
      client.connect(id)
      return client
    })
    const [witness, pointer] = [crowd[0], crowd[299]] as [FakeClient, FakeClient]
    await settled()
    let largest = 0
    const frames: number[][] = []
    const receive = witness.send.bind(witness)
    witness.send = (frame) => {
      largest = Math.max(largest, frame.byteLength)
      receive(frame)
      const last = witness.received.at(-1)
      if (last?.type === 'awareness' && last.states.length > 0) frames.push(last.states.map(({ clientId }) => clientId))
    }
    const selection = 'x'.repeat(8_000)
    for (const mover of crowd.slice(1, 299)) mover.sendPresence({ selection })
    pointer.sendPresence({ cursor: { x: 1, y: 1 } })
    clock.advance(250)
    expect(frames[0]).toContain(pointer.doc.clientID)
    // Whoever goes on moving keeps their place and takes nobody else's.
    for (let tick = 0; tick < 80; tick++) {
      for (const mover of crowd.slice(1, 20)) mover.sendPresence({ selection, tick })
      clock.advance(250)
    }
    expect(new Set(frames.flat()).size).toBe(299)
    expect(largest).toBeLessThan(50_000)
  })

  it('[R15] a newcomer gets what is small at once and large states in their turn', async () => {
    const { room, clock } = await roomFixture()
    const people = Array.from(
      { length: 60 },
      (_, i) => ({ type: 'joined', id: `q${i}`, name: `Q${i}`, role: 'participant', at: 1 }) as const,
    )
    await room.record(people)
    const crowd = people.map(({ id }) => {
      const client = new FakeClient(room)
      client.connect(id)
      return client
    })
    for (const [i, mover] of crowd.entries()) mover.sendPresence(i < 10 ? { cursor: { x: i, y: 0 } } : { selection: 'x'.repeat(16_000) })
    for (let tick = 0; tick < 30; tick++) clock.advance(250)
    const late = new FakeClient(room)
    late.connect('p1')
    const told = () => late.all('awareness').flatMap(({ states }) => states.map(({ clientId }) => clientId))
    expect(crowd.slice(0, 10).every(({ doc }) => told().includes(doc.clientID))).toBe(true)
    expect(told().length).toBeLessThan(30)
    for (let tick = 0; tick < 30; tick++) clock.advance(250)
    expect(new Set(told()).size).toBe(60)
  })

  it('[R16] is removed however somebody leaves', async () => {
    const { client, clock, room } = await roomFixture()
    const witness = client('p2')
    const ways: ((leaving: FakeClient) => void)[] = [
      (leaving) => leaving.vanish(),
      (leaving) => leaving.sendPresence(null),
      (leaving) => leaving.sendFrame(new Uint8Array([0, 9])),
      () => room.disconnect('p1', 4403),
    ]
    for (const leave of ways) {
      const leaving = client('p1')
      leaving.sendPresence({ cursor: { x: 1, y: 1 } })
      clock.advance(50)
      leave(leaving)
      clock.advance(50)
      expect(seenBy(witness, leaving.doc.clientID).map(({ state }) => state)).toEqual([expect.anything(), null])
    }
  })
})
