import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { remarksOf } from '@remedyboard/shared/board/board-document'
import { meTooId, setMeToo } from '@remedyboard/shared/board/remarks'
import { CloseCode } from '@remedyboard/shared/protocol/close-code'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SqliteBoardStore } from '../storage/sqlite-board-store.ts'
import { MortalWorker, type Death } from '../storage/mortal-thread.ts'
import { ManualClock } from './manual-clock.ts'
import { addCard, BOARD, cards, FakeClient, GatedStore, openRoom, roomFixture, settled } from './room-fixture.ts'
import { silentLogger } from './room-logger.ts'
import { createRoomRegistry } from './room-registry.ts'
import type { Room } from './room.ts'

const restarted = (store: GatedStore) => createRoomRegistry({ store, clock: new ManualClock(), random: () => 0.5, logger: silentLogger })

describe('[R7] the number across lost connections', () => {
  it('killed between the commit and the echo: the number comes back after the reconnect, and nothing is stored twice', async () => {
    const { client, store } = await roomFixture()
    const [a, b] = [client('p1'), client('p2')]
    await settled()
    const append = store.append.bind(store)
    // The commit happens, and the process dies before it hears of it.
    store.append = async (...args) => {
      await append(...args)
      await new Promise(() => undefined)
    }
    addCard(a, 'shape:1')
    const n = a.askAck()
    await settled()
    expect([a.acks, cards(b)]).toEqual([[], []])
    store.append = append
    const room = await openRoom(restarted(store))
    a.reopen(room, 'p1')
    b.reopen(room, 'p2')
    await settled()
    expect(a.acks).toEqual([n])
    expect(cards(b)).toEqual(['shape:1'])
    expect(store.appends).toHaveLength(1)
  })

  it('killed before the commit: the edit comes up again, is stored, and only then the number comes back', async () => {
    const { client, store } = await roomFixture()
    const a = client('p1')
    await settled()
    const append = store.append.bind(store)
    store.append = () => new Promise(() => undefined)
    addCard(a, 'shape:1')
    const n = a.askAck()
    await settled()
    store.append = append
    store.hold()
    const room = await openRoom(restarted(store))
    a.reopen(room, 'p1')
    await settled()
    expect(a.acks).toEqual([])
    store.release()
    await settled()
    expect(a.acks).toEqual([n])
    expect(store.appends).toHaveLength(1)
  })

  it('edits made while the connection comes and goes are all covered by the last number', async () => {
    const { client, store, room } = await roomFixture()
    const [a, b] = [client('p1'), client('p2')]
    await settled()
    for (let i = 1; i <= 5; i++) {
      a.vanish()
      addCard(a, `shape:${i}`)
      a.askAck()
      await settled()
      if (i === 3) store.hold()
      a.reopen(room, 'p1')
      // Gone again before anything is durable.
      if (i === 4) store.release()
    }
    await settled()
    expect(a.acks.at(-1)).toBe(5)
    expect(cards(b)).toEqual(['shape:1', 'shape:2', 'shape:3', 'shape:4', 'shape:5'])
  })

  it('an orderly restart answers everything before it closes, and says to come back', async () => {
    const { client, store, registry } = await roomFixture()
    const a = client('p1')
    await settled()
    store.hold()
    addCard(a, 'shape:1')
    const n = a.askAck()
    const closing = registry.close()
    await settled()
    expect([a.acks, a.closed]).toEqual([[], null])
    store.release()
    await closing
    expect([a.acks, a.closed]).toEqual([[n], CloseCode.restart])
    a.reopen(await openRoom(restarted(store)), 'p1')
    await settled()
    expect(a.acks).toEqual([n, n])
    expect(store.appends).toHaveLength(1)
  })
})

describe('coming while a board is being read or put away', () => {
  it('fifty who come while it is read cause one reading and meet in one room', async () => {
    const { registry, room, store } = await roomFixture()
    await room.drain()
    let letGo = (): void => undefined
    const load = store.load.bind(store)
    const loads = vi.spyOn(store, 'load').mockImplementation(async (id) => {
      await new Promise<void>((resolve) => (letGo = resolve))
      return load(id)
    })
    const opening = Array.from({ length: 50 }, () => openRoom(registry))
    await settled()
    letGo()
    const rooms = new Set(await Promise.all(opening))
    expect(rooms.size).toBe(1)
    expect(loads).toHaveBeenCalledTimes(1)
    const [fresh] = rooms as Set<Room>
    expect(fresh?.state).toBe('open')
  })

  it('the server goes down while a board is read: the room is closed, and nobody is left in it', async () => {
    const { registry, room, store, clock } = await roomFixture()
    await room.drain()
    let letGo = (): void => undefined
    const load = store.load.bind(store)
    store.load = async (id) => {
      await new Promise<void>((resolve) => (letGo = resolve))
      return load(id)
    }
    const opening = openRoom(registry)
    await settled()
    const closing = registry.close()
    letGo()
    const late = await opening
    await closing
    expect(late.state).toBe('closed')
    expect(new FakeClient(late).connect('p1')).toBe(CloseCode.restart)
    expect(clock.pendingTimers).toBe(0)
  })

  it('who asks in the moment in which an idle board is put away gets it, with its last write', async () => {
    const { registry, client, clock, room, store } = await roomFixture()
    const a = client('p1')
    await settled()
    store.hold()
    addCard(a, 'shape:last')
    a.vanish()
    // The sweep: the last write is still on its way to the disk.
    clock.advance(30_000)
    expect(room.state).toBe('draining')
    const joining = openRoom(registry)
    store.release()
    const fresh = await joining
    expect([room.state, fresh === room]).toEqual(['closed', false])
    const reader = new FakeClient(fresh)
    reader.connect('p2')
    await settled()
    expect(cards(reader)).toEqual(['shape:last'])
    expect(registry.stats()).toMatchObject({ rooms: 1, connections: 1 })
  })

  it('who asked a moment before the sweep keeps the room that they were given', async () => {
    const { registry, client, clock, room } = await roomFixture()
    client('p1').vanish()
    clock.advance(29_999)
    expect(await openRoom(registry)).toBe(room)
    clock.advance(1)
    expect(room.state).toBe('open')
    const reader = new FakeClient(room)
    expect(reader.connect('p2')).toBeNull()
    clock.advance(300_000)
    expect([room.state, room.connectionCount]).toEqual(['open', 1])
  })

  it('nobody waits for the compaction of a room that is put away', async () => {
    const { registry, client, room, store } = await roomFixture()
    const a = client('p1')
    addCard(a, 'shape:1')
    await settled()
    store.compact = () => new Promise(() => undefined)
    void room.drain({ compact: true })
    await settled()
    const fresh = await openRoom(registry)
    expect(fresh.state).toBe('open')
    await registry.close()
  })

  it('a room that closes by itself is forgotten, and the next visitor gets a new one', async () => {
    const { registry, client, room, store } = await roomFixture()
    const a = client('p1')
    await store.append(BOARD.id, {}, 1)
    addCard(a, 'shape:1')
    await settled()
    expect(room.state).toBe('closed')
    expect(registry.stats().rooms).toBe(0)
    expect((await openRoom(registry)).state).toBe('open')
  })
})

describe('[R13] a storage thread that is lost under an open room', () => {
  const folders: string[] = []
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
  })

  it('people are told, everything comes when it runs again, and nothing is stored twice', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'remedyboard-lost-'))
    folders.push(folder)
    let worker: MortalWorker | undefined
    let restart = (): void => undefined
    const store = await SqliteBoardStore.open(folder, {
      start: (data) => (worker = new MortalWorker(data)),
      after: (_ms, run) => {
        restart = run
        return () => undefined
      },
    })
    const clock = new ManualClock()
    const registry = createRoomRegistry({ store, clock, random: () => 0.5, logger: silentLogger })
    const joins = ['p1', 'p2'].map((id) => ({ type: 'joined', id, name: id, role: 'participant', at: 1 }) as const)
    await registry.create(BOARD, [], joins)
    const first = await openRoom(registry)
    const [a, b] = [new FakeClient(first), new FakeClient(first)]
    const comeBack = async () => {
      const room = await openRoom(registry)
      if (!a.online) a.reopen(room, 'p1')
      if (!b.online) b.reopen(room, 'p2')
    }
    await comeBack()
    const deaths: Death[] = ['idle', 'call-lost', 'reply-lost', 'idle', 'call-lost', 'reply-lost']
    for (const [round, death] of deaths.entries()) {
      // Lost before a commit, or after it, with or without a word.
      if (death === 'call-lost') worker?.doom(death)
      addCard(a, `shape:${round}`)
      a.askAck()
      if (death !== 'call-lost') worker?.doom(death)
      addCard(a, `shape:${round}-later`)
      const n = a.askAck()
      await vi.waitFor(async () => {
        restart()
        restart = () => undefined
        clock.advance(500)
        await settled()
        if (a.acks.at(-1) !== n) await comeBack().catch(() => undefined)
        expect(a.acks.at(-1)).toBe(n)
      }, 10_000)
    }
    await vi.waitFor(() => expect(cards(b)).toEqual(cards(a)))
    expect(cards(a)).toHaveLength(12)
    await registry.close()
    const entries = (await store.load(BOARD.id))?.entries ?? []
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, i) => i + 1))
    await store.close()
  }, 60_000)
})

describe('after a restart', () => {
  it('the first "me too" of a board that had none is taken (phones were told that the server keeps that part)', async () => {
    const { client, store } = await roomFixture()
    const a = client('p1')
    await settled()
    addCard(a, 'shape:1')
    await settled()
    const room = await openRoom(restarted(store))
    a.reopen(room, 'p1')
    await settled()
    setMeToo(a.doc, 'shape:1', 'p1', true)
    a.askAck()
    await settled()
    expect(a.all('refused')).toEqual([])
    expect([...remarksOf(a.doc).keys()]).toEqual([meTooId('shape:1', 'p1')])
  })
})
