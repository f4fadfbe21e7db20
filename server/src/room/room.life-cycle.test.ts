import { CloseCode } from '@remedyboard/shared/protocol/close-code'
import { describe, expect, it } from 'vitest'
import { StoreError } from '../storage/store-error.ts'
import { encodeSyncStep1 } from './frame.ts'
import { addCard, cards, FakeClient, openRoom, roomFixture, settled } from './room-fixture.ts'

describe('life cycle', () => {
  it('closes idle rooms after a grace, and never those in use', async () => {
    const { registry, client, clock, room } = await roomFixture()
    const a = client('p1')
    await settled()
    clock.advance(120_000)
    await settled()
    expect(room.state).toBe('open')
    a.vanish()
    clock.advance(15_000)
    await settled()
    expect(room.state).toBe('open')
    clock.advance(45_000)
    await settled()
    expect(room.state).toBe('closed')
    expect(registry.stats()).toEqual({ rooms: 0, connections: 0, suspended: 0 })
  })

  it('a joiner during a drain sees the last write', async () => {
    const { registry, client, store, room } = await roomFixture()
    const a = client('p1')
    await settled()
    store.hold()
    addCard(a, 'shape:last')
    a.askAck()
    const drained = room.drain()
    const joining = openRoom(registry)
    expect(new FakeClient(room).connect('p2')).toBe(CloseCode.restart)
    store.release()
    await drained
    expect(a.acks).toEqual([1])
    const fresh = await joining
    expect(fresh).not.toBe(room)
    const joiner = new FakeClient(fresh)
    joiner.connect('p2')
    expect(cards(joiner)).toEqual(['shape:last'])
  })

  it('everybody who opens a board while it loads gets the same room', async () => {
    const { registry, room, clock } = await roomFixture()
    await room.drain()
    clock.advance(0)
    const [a, b] = await Promise.all([openRoom(registry), openRoom(registry)])
    expect(a).toBe(b)
    expect(a).not.toBe(room)
  })

  it('a board that cannot be read is reported, and tried again by the next', async () => {
    const { registry, room, store } = await roomFixture()
    await room.drain()
    const load = store.load.bind(store)
    store.load = () => Promise.reject(new StoreError('unavailable', 'disk gone'))
    await expect(registry.open('b1')).rejects.toMatchObject({ code: 'unavailable' })
    store.load = load
    expect((await openRoom(registry)).state).toBe('open')
    expect(await registry.open('no-such-board')).toBeUndefined()
  })

  it('leaves no timer behind when it closes', async () => {
    const { registry, client, clock } = await roomFixture()
    const a = client('p1')
    a.sendPresence({ cursor: { x: 1, y: 1 } })
    await settled()
    await registry.close()
    expect(a.closed).toBe(CloseCode.restart)
    expect(clock.pendingTimers).toBe(0)
    await expect(registry.open('b1')).rejects.toMatchObject({ code: 'closed' })
  })

  it('keeps nothing of ten thousand visits', async () => {
    const { room, clock, client } = await roomFixture()
    const witness = client('f1')
    for (let i = 0; i < 10_000; i++) {
      const visitor = new FakeClient(room)
      expect(visitor.connect(`p${1 + (i % 3)}`)).toBeNull()
      visitor.sendPresence({ cursor: { x: i, y: i } }, i)
      visitor.vanish()
      clock.advance(1_000)
    }
    expect(room.memory()).toEqual({ connections: 1, present: 0, clientIds: 0 })
    expect(witness.closed).toBeNull()
  }, 60_000)

  it('does not wait for ever for a store that hangs', async () => {
    const { registry, client, store, clock, room } = await roomFixture()
    const a = client('p1')
    await settled()
    store.hold()
    addCard(a, 'shape:1')
    a.askAck()
    const closing = registry.close()
    await settled()
    clock.advance(8_000)
    await closing
    expect(room.state).toBe('closed')
    expect(a.acks).toEqual([])
  })
})

describe('limits', () => {
  it('[R17] a flood of frames or bytes closes its connection only', async () => {
    const { client } = await roomFixture()
    const [flooder, heavy, witness] = [client('p1'), client('p2'), client('p3')]
    await settled()
    for (let i = 0; i < 1_200; i++) flooder.sendFrame(new Uint8Array([120, 1]))
    expect(flooder.closed).toBe(CloseCode.overloaded)
    const large = new Uint8Array(7 * 1024 * 1024).fill(1)
    large[0] = 120
    for (let i = 0; i < 4; i++) heavy.sendFrame(large)
    expect(heavy.closed).toBe(CloseCode.overloaded)
    expect(witness.askAck()).toBe(witness.acks.at(-1))
  })

  it('[R17] asking for the whole board again and again closes the connection', async () => {
    const { client } = await roomFixture()
    const a = client('p1')
    for (let i = 0; i < 6; i++) a.sendFrame(encodeSyncStep1(new Uint8Array([0])))
    expect(a.closed).toBe(CloseCode.overloaded)
    expect(a.all('step-2').length).toBeLessThanOrEqual(5)
  })

  it('[R17] a receiver that does not read is dropped, and gets no presence before that', async () => {
    const { client, clock } = await roomFixture()
    const [slow, mover] = [client('p1'), client('p2')]
    await settled()
    slow.bufferedAmount = 600 * 1024
    const before = slow.all('awareness').length
    mover.sendPresence({ cursor: { x: 1, y: 1 } })
    clock.advance(50)
    expect(slow.all('awareness')).toHaveLength(before)
    slow.bufferedAmount = 17 * 1024 * 1024
    addCard(mover, 'shape:1')
    await settled()
    expect(slow.closed).toBe('terminated')
    clock.advance(5_000)
    expect(mover.closed).toBeNull()
  })

  it('ignores and counts what it does not know', async () => {
    const { client, room } = await roomFixture()
    const a = client('p1')
    a.sendFrame(new Uint8Array([98, 1, 2, 3]))
    a.sendFrame(new Uint8Array([99]))
    expect(room.unknownFrames).toBe(2)
    expect(a.closed).toBeNull()
  })
})
