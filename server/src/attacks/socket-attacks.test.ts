import { connect as connectTcp } from 'node:net'
import { once } from 'node:events'
import * as encoding from 'lib0/encoding'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { recordsOf } from '@remedyboard/shared/board/board-document'
import { CloseCode } from '@remedyboard/shared/protocol/close-code'
import { encodeLiveFrame } from '@remedyboard/shared/protocol/live-frame'
import { MessageType } from '@remedyboard/shared/protocol/message-type'
import { encodeSyncStep1 } from '../room/frame.ts'
import { attackScene, endScenes, type AttackScene } from './attack-fixture.ts'
import { ackFrame, any, awarenessFrame, forgedFrame, frame, gc, item, text, times } from './forged-update.ts'

let scene: AttackScene
beforeAll(async () => {
  scene = await attackScene()
})
afterAll(endScenes)

const MB = 1024 * 1024
const MESSAGE_TOO_BIG = 1009
const POLICY_VIOLATION = 1008
const { badFrame, overloaded } = CloseCode

const many = (count: number, make: (index: number) => Uint8Array): Uint8Array[] => Array.from({ length: count }, (_, i) => make(i))

const stateVector = (entries: number): Uint8Array =>
  encodeSyncStep1(
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, entries)
      for (let client = 0; client < entries; client++) {
        encoding.writeVarUint(encoder, client)
        encoding.writeVarUint(encoder, 0)
      }
    }),
  )

const live = (ids: string[], gesture = 1): Uint8Array =>
  frame(MessageType.live, (encoder) => encoding.writeUint8Array(encoder, encodeLiveFrame({ gesture, kind: 'move', ids, x: 9, y: 9 })))

const ATTACKS: readonly [name: string, code: number, frames: () => Uint8Array[]][] = [
  ['a frame of 9 MiB', MESSAGE_TOO_BIG, () => [new Uint8Array(9 * MB)]],
  ['2,000 messages at once', overloaded, () => many(2_000, ackFrame)],
  [
    '40 MiB at once, of a type that nobody knows',
    overloaded,
    () => many(6, () => frame(999, (encoder) => encoding.writeUint8Array(encoder, new Uint8Array(7 * MB)))),
  ],
  ['an empty frame', badFrame, () => [new Uint8Array()]],
  [
    'a sync message that does not exist',
    badFrame,
    () => [frame(MessageType.sync, (encoder) => encoding.writeUint8Array(encoder, Uint8Array.from([9, 0])))],
  ],
  [
    'an acknowledgement beyond all numbers',
    badFrame,
    () => [frame(MessageType.ack, (encoder) => encoding.writeUint8Array(encoder, new Uint8Array(9).fill(255)))],
  ],
  ['the whole board asked for 50 times (52 ms each with 5,000 cards)', overloaded, () => many(50, () => stateVector(1))],
  ['everybody’s presence asked for 50 times', overloaded, () => many(50, () => frame(MessageType.queryAwareness))],
  ['a state vector of a million clients (0.5 s)', badFrame, () => [stateVector(1_000_000)]],
  ['a state vector that lies about its length', badFrame, () => [encodeSyncStep1(Uint8Array.from([255, 255, 255, 15, 1]))]],
  [
    '3,000 updates whose beginning never comes (10.5 s, and stored)',
    overloaded,
    () => many(3_000, (n) => forgedFrame([{ client: 77, clock: 1 + n * 2, structs: [gc(1)] }])),
  ],
  [
    '8 MiB of updates whose beginning never comes',
    overloaded,
    () => many(9, (n) => forgedFrame([{ client: 77, clock: 1 + n * 2, structs: [item(text('x'.repeat(900_000)))] }])),
  ],
  [
    'items that want one place, a few in each of 50 updates (60 ms each)',
    overloaded,
    () => many(50, (n) => forgedFrame([{ client: 77, clock: n * 300, structs: times(300, () => item(any(126))) }])),
  ],
  [
    '200,000 presence states that say nothing (remembered for ever)',
    badFrame,
    () => [awarenessFrame(Array.from({ length: 200_000 }, (_, clientId) => ({ clientId, clock: 1, json: 'null' })))],
  ],
  [
    'changes under 300 client ids',
    badFrame,
    () => many(300, (n) => forgedFrame([{ client: 1_000 + n, structs: [item(any(126), { key: 'k' })] }])),
  ],
  [
    'a live frame that is none',
    badFrame,
    () => [frame(MessageType.live, (encoder) => encoding.writeUint8Array(encoder, Uint8Array.from([1, 99])))],
  ],
  ['a live frame of 5 kB', badFrame, () => [live(many(200, () => new Uint8Array()).map((_, n) => `shape:${n}`.padEnd(30, 'x')))]],
  ['2,000 live frames at once', overloaded, () => many(2_000, (n) => live(['shape:honest'], n))],
]

describe('[R8, R9, R17] what no honest client sends ends its connection, and nobody notices', () => {
  it.each(ATTACKS)('%s', async (_name, code, make) => {
    const frames = make()
    await scene.withstand(async () => {
      const intruder = await scene.intrude()
      intruder.send(...frames)
      expect(await intruder.closed).toBe(code)
    })
    await scene.expectUnharmed()
  })

  it.each(['ping', 'pong'] as const)('5,000 %ss at once', async (kind) => {
    await scene.withstand(async () => {
      const intruder = await scene.intrude()
      for (let i = 0; i < 5_000 && intruder.socket.readyState === intruder.socket.OPEN; i++) intruder.socket[kind](new Uint8Array(100))
      expect(await intruder.closed).toBe(overloaded)
    })
    await scene.expectUnharmed()
  })

  it('a message in 5,000 pieces of nothing', async () => {
    await scene.withstand(async () => {
      const intruder = await scene.intrude()
      for (let i = 0; i < 5_000; i++) intruder.socket.send(new Uint8Array(1), { fin: false })
      expect(await intruder.closed).toBe(POLICY_VIOLATION)
    })
    await scene.expectUnharmed()
  })

  it('words instead of bytes', async () => {
    const intruder = await scene.intrude()
    intruder.socket.send('hello')
    expect(await intruder.closed).toBe(badFrame)
  })
})

describe('what an attacker says in somebody else’s name', () => {
  it('[R14] a presence state with the highest number under Ben’s client id is not Ben’s', async () => {
    const ben = scene.ben.doc.clientID
    scene.ben.awareness.setLocalStateField('cursor', { x: 1, y: 2 })
    await vi.waitFor(() => expect(scene.ann.awareness.getStates().get(ben)).toMatchObject({ cursor: { x: 1 } }))
    const intruder = await scene.intrude()
    await scene.withstand(async () => {
      const forged = { cursor: { x: 666 }, user: { name: 'Ben', role: 'facilitator' } }
      intruder.send(awarenessFrame([{ clientId: ben, clock: Number.MAX_SAFE_INTEGER, json: JSON.stringify(forged) }]))
      intruder.send(awarenessFrame([{ clientId: 4_711, clock: Number.MAX_SAFE_INTEGER, json: JSON.stringify(forged) }]))
      await vi.waitFor(() => expect(scene.ann.awareness.getStates().get(4_711)).toMatchObject({ user: { role: 'participant' } }))
    })
    expect(scene.ann.awareness.getStates().get(ben)).toMatchObject({ cursor: { x: 1 } })
    scene.ben.awareness.setLocalStateField('cursor', { x: 3, y: 4 })
    await vi.waitFor(() => expect(scene.ann.awareness.getStates().get(ben)).toMatchObject({ cursor: { x: 3 } }))
    intruder.socket.terminate()
    await vi.waitFor(() => expect(scene.ann.awareness.getStates().has(4_711)).toBe(false))
  })

  it('[R10] structs under Ben’s client id do not cost him what he writes afterwards', async () => {
    const write = (x: number) => recordsOf(scene.ben.doc).get('shape:honest')?.set('props.w', x)
    const seen = (x: number) => vi.waitFor(() => expect(recordsOf(scene.ann.doc).get('shape:honest')?.get('props.w')).toBe(x))
    write(321)
    await seen(321)
    await scene.withstand(async () => {
      const intruder = await scene.intrude()
      const clock = Y.getState(scene.ben.doc.store, scene.ben.doc.clientID)
      intruder.send(forgedFrame([{ client: scene.ben.doc.clientID, clock, structs: [gc(2 ** 20)] }]))
      expect(await intruder.closed).toBe(badFrame)
    })
    write(322)
    await seen(322)
    await scene.expectUnharmed()
  })

  it('[R10] new client ids again and again, through ever new sockets, end with the person’s share', async () => {
    const { token } = await scene.token()
    const codes: number[] = []
    for (let visit = 0; visit < 4 && !codes.includes(badFrame); visit++) {
      const intruder = await scene.intrude({ token })
      intruder.send(
        ...many(80, (n) => forgedFrame([{ client: 50_000 + visit * 100 + n, structs: [item(any(126), { key: 'k' })] }])),
        ackFrame(1),
      )
      const answered = new Promise<number>((resolve) =>
        intruder.socket.on('message', (data: Buffer) => {
          if (data[0] === MessageType.ack) resolve(0)
        }),
      )
      codes.push(await Promise.race([answered, intruder.closed]))
      intruder.socket.terminate()
    }
    expect(codes).toEqual([0, 0, badFrame])
  })

  it('[R29] a viewer’s gestures, and gestures of cards that are locked or not there, go nowhere', async () => {
    const relayed = vi.fn<() => void>()
    scene.ben.messageHandlers[MessageType.live] = relayed
    recordsOf(scene.ann.doc).get('shape:honest')?.set('meta.lock', true)
    await vi.waitFor(() => expect(recordsOf(scene.ben.doc).get('shape:honest')?.get('meta.lock')).toBe(true))
    await scene.withstand(async () => {
      for (const role of ['viewer', 'participant'] as const) {
        const intruder = await scene.intrude({ role })
        intruder.send(awarenessFrame([{ clientId: 5_000, clock: 1, json: '{}' }]))
        for (const ids of [['shape:honest'], ['shape:none'], ['page:page'], ['__proto__']]) intruder.send(live(ids))
        await vi.waitFor(() => expect(scene.ben.awareness.getStates().has(5_000)).toBe(true))
        intruder.socket.terminate()
        await vi.waitFor(() => expect(scene.ben.awareness.getStates().has(5_000)).toBe(false))
      }
    })
    expect(relayed).not.toHaveBeenCalled()
    recordsOf(scene.ann.doc).get('shape:honest')?.set('meta.lock', undefined)
  })
})

describe('[R15] presence that is all weight', () => {
  it('forty people’s states of 48 kB, again and again, keep nobody’s work or cursor waiting', async () => {
    const intruders = await Promise.all(Array.from({ length: 40 }, () => scene.intrude()))
    const ben = scene.ben.doc.clientID
    await scene.withstand(async (attempt) => {
      for (let round = 0; round < 10; round++) {
        for (const [i, { send }] of intruders.entries()) {
          send(awarenessFrame([{ clientId: 70_000 + i, clock: 1, json: JSON.stringify({ round, selection: '重'.repeat(16_000) }) }]))
        }
        const cursor = { x: attempt, y: round }
        scene.ben.awareness.setLocalStateField('cursor', cursor)
        await vi.waitFor(() => expect(scene.ann.awareness.getStates().get(ben)).toMatchObject({ cursor }), { timeout: 20_000 })
      }
    })
    for (const { socket } of intruders) socket.terminate()
    await scene.expectUnharmed()
  })
})

describe('[R4] many sockets', () => {
  it('of one person: a dozen stay, the others are told to come back later', async () => {
    const { token } = await scene.token()
    await scene.withstand(async () => {
      const intruders = await Promise.all(Array.from({ length: 40 }, () => scene.intrude({ token })))
      const open = intruders.filter(({ socket }) => socket.readyState === socket.OPEN)
      expect(open.length).toBeLessThanOrEqual(12)
      const codes = await Promise.all(intruders.filter((each) => !open.includes(each)).map(({ closed }) => closed))
      expect(new Set(codes)).toEqual(new Set([overloaded]))
      for (const { socket } of open) socket.terminate()
    })
  })

  it('of strangers: each is closed with the reason', async () => {
    await scene.withstand(async () => {
      const intruders = await Promise.all(Array.from({ length: 200 }, () => scene.intrude({ token: 'me.AAAAAAAAAAAAAAAAAAAAAA' })))
      const codes = await Promise.all(intruders.map(({ closed }) => closed))
      expect(new Set(codes)).toEqual(new Set([CloseCode.notAllowed]))
    })
    await scene.expectUnharmed()
  })

  it.each(['/sync/', '/sync/..%2f..%2fetc', '/sync/a/b', '/nothing'])(
    'an upgrade to %s is cut, even when the other end keeps it half open',
    async (path) => {
      const tcp = connectTcp({ port: scene.app.port, host: '127.0.0.1', allowHalfOpen: true })
      tcp.on('error', () => undefined)
      tcp.write(
        `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
      )
      const [answer] = (await once(tcp, 'data')) as [Buffer]
      expect(answer.toString()).toMatch(/^HTTP\/1.1 404/)
      const cut = new Promise((resolve) => tcp.once('close', resolve))
      // Only a socket that is gone answers with a reset.
      const knock = setInterval(() => tcp.write('still here'), 5)
      await cut
      clearInterval(knock)
    },
  )
})
