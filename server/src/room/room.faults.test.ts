import { CloseCode } from '@remedyboard/shared/protocol/close-code'
import { recordsOf } from '@remedyboard/shared/board/board-document'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { FaultyBoardStore, type Fault } from '../storage/faulty-board-store.ts'
import { loadBoard } from './load-board.ts'
import { addCard, BOARD, cards, FakeClient, openRoom, settled } from './room-fixture.ts'
import { ManualClock } from './manual-clock.ts'
import { silentLogger } from './room-logger.ts'
import { createRoomRegistry } from './room-registry.ts'

async function faultyRoom() {
  const store = new FaultyBoardStore()
  const clock = new ManualClock()
  const registry = createRoomRegistry({ store, clock, random: () => 0.5, logger: silentLogger })
  const joins = ['p1', 'p2', 'p3'].map((id) => ({ type: 'joined', id, name: id, role: 'participant', at: 1 }) as const)
  await registry.create(BOARD, [], joins)
  const room = await openRoom(registry)
  const client = (id: string) => {
    const made = new FakeClient(room)
    made.connect(id)
    return made
  }
  const [writer, witness] = [client('p1'), client('p2')]
  await settled()
  /** Turns the clock and lets promises settle, often enough for every retry. */
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 250) {
      clock.advance(250)
      await settled()
    }
  }
  return { store, clock, registry, room, writer, witness, pass }
}

type Scene = Awaited<ReturnType<typeof faultyRoom>>

const storing = (client: FakeClient) => client.all('session').at(-1)?.message.storing

/** The board as a new process would read it; fails when an update is stored that builds on nothing. */
async function onDisk({ store }: Scene): Promise<string[]> {
  const stored = await store.load(BOARD.id)
  if (!stored) throw new Error('no board')
  return [...recordsOf(loadBoard(stored).doc).keys()].filter((id) => id.startsWith('shape:')).sort()
}

describe('a commit that goes wrong', () => {
  it('[R6] [R7] [R13] fails: nobody hears of it and nothing is acknowledged before a later commit holds it', async () => {
    const scene = await faultyRoom()
    const { store, room, writer, witness, pass } = scene
    store.faults = ['fail', 'fail', 'fail']
    addCard(writer, 'shape:1')
    writer.askAck()
    await settled()
    expect(room.state).toBe('suspended')
    await pass(500)
    expect([writer.acks, cards(witness), await onDisk(scene), storing(witness)]).toEqual([[], [], [], false])
    await pass(3_000)
    expect([room.state, writer.acks, cards(witness), await onDisk(scene)]).toEqual(['open', [1], ['shape:1'], ['shape:1']])
    expect(storing(witness)).toBe(true)
    expect(store.attempts).toBe(4)
  })

  it('[R6] [R13] hangs: people are told after ten seconds, commands fail, and everything comes when it returns late', async () => {
    const scene = await faultyRoom()
    const { store, room, writer, witness, pass } = scene
    store.faults = ['hang']
    addCard(writer, 'shape:1')
    writer.askAck()
    await pass(9_500)
    expect([room.state, storing(witness)]).toEqual(['open', true])
    const command = room.command('p1', { type: 'set-name', name: 'Other' }).catch((error: unknown) => error)
    await pass(1_000)
    expect([room.state, storing(witness)]).toEqual(['suspended', false])
    expect(await command).toMatchObject({ code: 'unavailable' })
    await expect(room.command('p1', { type: 'set-name', name: 'Other' })).rejects.toMatchObject({ code: 'unavailable' })
    addCard(writer, 'shape:2')
    writer.askAck()
    await pass(60_000)
    expect([writer.acks, cards(witness), store.attempts]).toEqual([[], [], 1])
    store.answer()
    await pass(500)
    expect([room.state, storing(witness), writer.acks]).toEqual(['open', true, [1, 2]])
    expect(cards(witness)).toEqual(['shape:1', 'shape:2'])
    expect(await onDisk(scene)).toEqual(['shape:1', 'shape:2'])
  })

  it('[R6] [R13] hangs and then fails: it is tried again, and acknowledged only then', async () => {
    const scene = await faultyRoom()
    const { store, room, writer, witness, pass } = scene
    store.faults = ['hang-and-fail']
    addCard(writer, 'shape:1')
    writer.askAck()
    await pass(11_000)
    store.answer()
    await settled()
    expect([room.state, writer.acks, cards(witness)]).toEqual(['suspended', [], []])
    await pass(1_000)
    expect([room.state, writer.acks, cards(witness)]).toEqual(['open', [1], ['shape:1']])
    expect(await onDisk(scene)).toEqual(['shape:1'])
  })

  it('[R6] [R13] fails although it was written: the room is loaded again, nothing is stored twice, and the echo follows', async () => {
    const scene = await faultyRoom()
    const { store, room, registry, writer, witness, pass } = scene
    store.faults = ['land-and-fail']
    addCard(writer, 'shape:1')
    writer.askAck()
    await settled()
    expect([room.state, writer.acks, cards(witness)]).toEqual(['suspended', [], []])
    await pass(1_000)
    expect([room.state, writer.closed, writer.acks]).toEqual(['closed', CloseCode.restart, []])
    const again = await openRoom(registry)
    writer.reopen(again, 'p1')
    witness.reopen(again, 'p2')
    await settled()
    expect(writer.acks).toEqual([1])
    expect(cards(witness)).toEqual(['shape:1'])
    const entries = (await store.load(BOARD.id))?.entries ?? []
    expect(entries.filter(({ update }) => update)).toHaveLength(2)
    expect(await onDisk(scene)).toEqual(['shape:1'])
  })

  it('[R13] a compaction that fails leaves the room as it is', async () => {
    const scene = await faultyRoom()
    const { store, room, registry, writer } = scene
    addCard(writer, 'shape:1')
    await settled()
    store.compact = () => Promise.reject(new Error('no'))
    await room.drain({ compact: true })
    expect(await onDisk(scene)).toEqual(['shape:1'])
    expect((await openRoom(registry)).state).toBe('open')
  })

  it('[R3] [R6] [R7] [R13] whatever goes wrong in whatever order, what was acknowledged or seen is on the disk, once', async () => {
    const kinds: (Fault | 'none')[] = ['none', 'fail', 'land-and-fail', 'hang', 'hang-and-fail', 'none']
    for (let seed = 1; seed <= 12; seed++) {
      let state = seed
      const random = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below
      const scene = await faultyRoom()
      const { store, registry, writer, witness, pass } = scene
      const promised: string[] = []
      for (let step = 0; step < 40; step++) {
        if (random(3) === 0) store.faults.push(kinds[random(kinds.length)] ?? 'none')
        const id = `shape:${String(step).padStart(2, '0')}`
        addCard(writer, id)
        promised[writer.askAck()] = id
        await pass([0, 250, 1_000, 11_000][random(4)] ?? 0)
        if (random(4) === 0) store.answer()
        for (const [client, person] of [[writer, 'p1'] as const, [witness, 'p2'] as const]) {
          if (client.closed !== null && random(2) === 0) client.reopen(await openRoom(registry), person)
        }
        await settled()
        const disk = new Set(await onDisk(scene))
        for (const n of writer.acks) for (const card of promised.slice(1, n + 1)) expect(disk).toContain(card)
        for (const card of cards(witness)) expect(disk).toContain(card)
      }
      store.faults = []
      for (let i = 0; i < 4; i++) {
        store.answer()
        await pass(6_250)
      }
      const room = await openRoom(registry)
      writer.reopen(room, 'p1')
      witness.reopen(room, 'p2')
      await settled()
      expect(writer.acks.at(-1), `seed ${seed}`).toBe(writer.lastAsked)
      expect(cards(witness)).toHaveLength(40)
      expect(await onDisk(scene)).toEqual(cards(witness))
      const entries = (await store.load(BOARD.id))?.entries ?? []
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, i) => i + 1))
      expect(Y.encodeStateVector(writer.doc)).toEqual(Y.encodeStateVector(witness.doc))
      await registry.close()
    }
  }, 60_000)
})
