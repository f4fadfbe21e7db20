import { recordsOf } from '@remedyboard/shared/board/board-document'
import { CloseCode } from '@remedyboard/shared/protocol/close-code'
import { describe, expect, it } from 'vitest'
import { StoreError } from '../storage/store-error.ts'
import { encodeSyncStep1 } from './frame.ts'
import { addCard, cards, FakeClient, GatedStore, openRoom, roomFixture, settled } from './room-fixture.ts'

describe('a failing store', () => {
  it('[R13] suspends the room: nothing is acknowledged or passed on, people are told, and all of it comes after recovery', async () => {
    const { store, client, clock, room } = await roomFixture()
    const [a, b] = [client('p1'), client('p2')]
    await settled()
    store.failWith = new StoreError('disk-full', 'full')
    addCard(a, 'shape:1')
    a.askAck()
    await settled()
    expect(room.state).toBe('suspended')
    clock.advance(250)
    expect(b.all('session').at(-1)?.message.storing).toBe(false)
    addCard(b, 'shape:2')
    const joiner = client('p3')
    for (let i = 0; i < 10; i++) {
      clock.advance(5_000)
      await settled()
    }
    expect(a.acks).toEqual([])
    expect(cards(joiner)).toEqual([])
    await expect(room.command('f1', { type: 'set-name', name: 'Other' })).rejects.toMatchObject({ code: 'unavailable' })
    store.failWith = null
    clock.advance(6_250)
    await settled()
    expect(room.state).toBe('open')
    expect(a.acks).toEqual([1])
    expect(cards(joiner)).toEqual(['shape:1', 'shape:2'])
    expect(cards(a)).toEqual(['shape:1', 'shape:2'])
    clock.advance(250)
    expect(b.all('session').at(-1)?.message.storing).toBe(true)
  })

  it('[R13] tries again with growing pauses', async () => {
    const store = new GatedStore()
    const { client, clock } = await roomFixture(store)
    const a = client('p1')
    await settled()
    let attempts = 0
    store.failWith = new StoreError('unavailable', 'disk gone')
    store.append = () => {
      attempts += 1
      return Promise.reject(new StoreError('unavailable', 'disk gone'))
    }
    addCard(a, 'shape:1')
    await settled()
    const seen: number[] = [attempts]
    for (let second = 0; second < 20; second++) {
      clock.advance(1_000)
      await settled()
      seen.push(attempts)
    }
    // 250 ms, 500 ms, 1 s, 2 s, 4 s, then every 5 s.
    expect(attempts).toBeGreaterThanOrEqual(7)
    expect(attempts).toBeLessThanOrEqual(9)
    expect(seen[0]).toBe(1)
  })

  it('[R13] a log that somebody else wrote to ends the room: who comes back gets what is stored', async () => {
    const { store, client, room, registry } = await roomFixture()
    const a = client('p1')
    await settled()
    await store.append('b1', {}, 1)
    addCard(a, 'shape:1')
    a.askAck()
    await settled()
    expect(a.closed).toBe(CloseCode.restart)
    expect(a.acks).toEqual([])
    expect(room.state).toBe('closed')
    const fresh = await openRoom(registry)
    expect(fresh).not.toBe(room)
    expect(fresh.state).toBe('open')
  })
})

describe('what waits for a store that is down', () => {
  it('[R7] is one acknowledgement of each socket, however many were asked for, and every refusal comes before its own number', async () => {
    const { store, client, clock, room } = await roomFixture()
    const [a, b, boss] = [client('p1'), client('p2'), client('f1')]
    await settled()
    addCard(boss, 'shape:locked')
    recordsOf(boss.doc).get('shape:locked')?.set('meta.lock', true)
    await settled()
    store.failWith = new StoreError('disk-full', 'full')
    addCard(b, 'shape:b')
    await settled()
    expect(room.state).toBe('suspended')
    for (let i = 0; i < 900; i++) {
      if (i % 3 === 0) addCard(a, `shape:${i}`)
      if (i === 100 || i === 700) recordsOf(a.doc).get('shape:locked')?.set('props.w', i)
      a.askAck()
      if (i % 30 !== 0) continue
      // Attempts that fail in between gather what waits anew.
      clock.advance(1_000)
      await settled()
    }
    expect(a.acks).toEqual([])
    store.failWith = null
    clock.advance(10_000)
    await settled()
    expect(a.acks).toEqual([900])
    expect(a.all('refused').map(({ message }) => [message.n, message.refused.map(({ facet }) => facet)])).toEqual([
      [101, ['props.w']],
      [701, ['props.w']],
    ])
    const order = a.received.map(({ type }) => type)
    expect(order.lastIndexOf('refused')).toBeLessThan(order.indexOf('ack'))
  })

  it('[R7] numbers that wait for different commits are echoed with their own', async () => {
    const { store, client } = await roomFixture()
    const a = client('p1')
    await settled()
    store.hold()
    addCard(a, 'shape:1')
    a.askAck()
    addCard(a, 'shape:2')
    a.askAck()
    a.askAck()
    expect(a.acks).toEqual([])
    store.release()
    await settled()
    expect(a.acks).toEqual([1, 3])
  })

  it('[R3] is one answer to somebody who asks for the board again and again, and none to whoever left', async () => {
    const { store, client, clock } = await roomFixture()
    const writer = client('p1')
    await settled()
    store.failWith = new StoreError('disk-full', 'full')
    addCard(writer, 'shape:1')
    await settled()
    const [joiner, gone] = [client('p2'), client('p3')]
    gone.vanish()
    for (let i = 0; i < 10; i++) {
      clock.advance(5_000)
      addCard(writer, `shape:more-${i}`)
      joiner.sendFrame(encodeSyncStep1(Uint8Array.from([0])))
      await settled()
    }
    store.failWith = null
    clock.advance(10_000)
    await settled()
    expect(joiner.all('step-2')).toHaveLength(1)
    expect(cards(joiner)).toHaveLength(11)
    expect(gone.all('step-2')).toEqual([])
    joiner.sendFrame(encodeSyncStep1(Uint8Array.from([0])))
    expect(joiner.all('step-2')).toHaveLength(2)
  })
})

describe('the workshop', () => {
  it('answers a command after its durable commit, then pushes the view at most four times a second', async () => {
    const { store, client, room, clock } = await roomFixture()
    const viewer = client('v1')
    await settled()
    store.hold()
    let answer: unknown
    void room.command('f1', { type: 'set-timer', remainingMs: 60_000, running: true }).then((outcome) => (answer = outcome))
    await settled()
    clock.advance(1_000)
    expect(answer).toBeUndefined()
    expect(viewer.all('session')).toHaveLength(1)
    store.release()
    await settled()
    expect(answer).toEqual({ version: 6 })
    clock.advance(0)
    expect(viewer.all('session').at(-1)?.message.shared.timer).toMatchObject({ state: 'running' })
    for (let i = 0; i < 20; i++) {
      await room.command('f1', { type: 'set-timer', remainingMs: 60_000 + i, running: true })
      clock.advance(50)
    }
    expect(viewer.all('session').length).toBeLessThanOrEqual(2 + 4 + 1)
  })

  it('reads roles at each decision', async () => {
    const { room, client } = await roomFixture()
    expect(await room.command('p1', { type: 'set-timer', remainingMs: 1, running: true })).toHaveProperty('refused')
    expect(await room.command('nobody', { type: 'set-name', name: 'X' })).toHaveProperty('refused')
    const viewer = client('v1')
    await room.admit({ id: 'v1', role: 'participant' })
    addCard(viewer, 'shape:1')
    const witness = client('p1')
    await settled()
    expect(cards(witness)).toEqual(['shape:1'])
  })

  it('is rebuilt from the log, also after compaction', async () => {
    const { registry, client, room, store } = await roomFixture()
    const a = client('p1')
    await room.admit({ id: 'p9', role: 'participant', name: 'Nine' })
    addCard(a, 'shape:1')
    await settled()
    const before = room.workshop
    await room.drain({ compact: true })
    expect(a.closed).toBe(CloseCode.restart)
    expect((await store.load('b1'))?.entries).toEqual([])
    const again = await openRoom(registry)
    expect(again.workshop).toEqual(before)
    const reader = new FakeClient(again)
    reader.connect('p1')
    expect(cards(reader)).toEqual(['shape:1'])
  })

  it('compacts under load without losing what arrives meanwhile', async () => {
    const { client, store, registry, room } = await roomFixture()
    const a = client('p1')
    await settled()
    for (let i = 0; i < 520; i++) {
      addCard(a, `shape:${i}`)
      if (i % 7 === 0) void room.command('f1', { type: 'set-name', name: `N${i}` })
      await settled()
    }
    const stored = await store.load('b1')
    expect(stored?.snapshot).toBeDefined()
    expect(stored?.entries.length).toBeLessThan(500)
    const version = room.workshop.version
    await registry.close()
    const fresh = await roomOf(store)
    expect(fresh.workshop.version).toBe(version)
    const reader = new FakeClient(fresh)
    reader.connect('p1')
    expect(cards(reader)).toHaveLength(520)
  })
})

async function roomOf(store: GatedStore) {
  const { createRoomRegistry } = await import('./room-registry.ts')
  const { ManualClock } = await import('./manual-clock.ts')
  const { silentLogger } = await import('./room-logger.ts')
  return openRoom(createRoomRegistry({ store, clock: new ManualClock(), random: () => 0.5, logger: silentLogger }))
}
