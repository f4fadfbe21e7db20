import { recordsOf } from '@remedyboard/shared/board/board-document'
import { TEXT, writeFacets, writeRecord } from '@remedyboard/shared/board/facets'
import type { RefusedMessage } from '@remedyboard/shared/protocol/refused-change'
import { MessageType } from '@remedyboard/shared/protocol/message-type'
import * as decoding from 'lib0/decoding'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { card } from '../../../server/src/load/load-card.ts'
import { Acknowledgements } from '../session/acknowledgements.ts'
import { Uplink } from '../session/uplink.ts'
import { FuzzServer } from './fuzz-server.ts'
import { FuzzSocket, type FuzzLink } from './fuzz-socket.ts'
import { seededRandom } from './seeded-random.ts'

const MAX_FRAME_BYTES = 8 * 1024 * 1024
const MEGABYTE = 1024 * 1024

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function page(server: FuzzServer, participantId: string, partBytes?: number) {
  const link: FuzzLink = { server, participantId, online: true, socket: null }
  const Socket = class extends FuzzSocket {
    constructor() {
      super(link)
    }
  }
  const doc = new Y.Doc()
  const provider = new WebsocketProvider('ws://board/sync', 'b1', doc, {
    connect: false,
    disableBc: true,
    WebSocketPolyfill: Socket as unknown as typeof WebSocket, // has the part that y-websocket uses
  })
  const uplink = new Uplink(provider, partBytes)
  const acknowledgements = new Acknowledgements(provider, uplink)
  const refused: RefusedMessage[] = []
  const closed: number[] = []
  provider.messageHandlers[MessageType.refused] = (_encoder, decoder) => {
    refused.push(JSON.parse(decoding.readVarString(decoder)) as RefusedMessage)
  }
  provider.messageHandlers[MessageType.session] = () => undefined
  provider.messageHandlers[MessageType.live] = () => undefined
  provider.on('connection-close', (event) => {
    if (event) closed.push(event.code)
  })
  return { link, doc, provider, uplink, acknowledgements, refused, closed }
}

type Page = ReturnType<typeof page>

async function scene(partBytes?: number) {
  const server = await FuzzServer.create(
    seededRandom(1),
    [],
    [
      ['p1', 'participant'],
      ['p2', 'participant'],
    ],
  )
  const writer = page(server, 'p1', partBytes)
  const witness = page(server, 'p2')
  const sizes: number[] = []
  /** Lets everything that can happen in so many ms happen; frames travel at once. */
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 50) {
      for (const { link } of [writer, witness]) {
        const { socket } = link
        if (socket?.readyState === 0) await socket.open()
        for (const frame of socket?.up ?? []) sizes.push(frame.byteLength)
        socket?.deliverUp(Number.POSITIVE_INFINITY)
      }
      while (server.store.waiting > 0) await server.store.commitOne()
      for (let i = 0; i < 20; i++) await Promise.resolve()
      for (const { link } of [writer, witness]) link.socket?.deliverDown(Number.POSITIVE_INFINITY)
      server.clock.advance(50)
      vi.advanceTimersByTime(50)
    }
  }
  return { server, writer, witness, sizes, pass }
}

function writeCards({ doc }: Page, count: number, characters: number, prefix = 'offline'): void {
  doc.transact(() => {
    for (let i = 0; i < count; i++) {
      writeRecord(recordsOf(doc), {
        ...card(`shape:${prefix}-${i}`, `${i} `.repeat(characters / 5).slice(0, characters)),
        meta: { author: 'p1' },
      })
    }
  })
}

function expectSame(a: Page, b: Page): void {
  expect(recordsOf(a.doc).size).toBe(recordsOf(b.doc).size)
  expect(Y.decodeStateVector(Y.encodeStateVector(a.doc))).toEqual(Y.decodeStateVector(Y.encodeStateVector(b.doc)))
}

describe('[R40] a backlog larger than a frame', () => {
  it('goes up in parts, at a pace that the server takes, and is acknowledged when all of it is durable', async () => {
    const { writer, witness, sizes, pass } = await scene()
    writeCards(writer, 3_600, 5_000)
    expect(Y.encodeStateAsUpdate(writer.doc).byteLength).toBeGreaterThan(2 * MAX_FRAME_BYTES)
    witness.provider.connect()
    writer.provider.connect()
    await pass(500)
    // Twelve megabytes at once, then a pause: what came up so far is on everybody's board, and nothing of it is called saved.
    expect(writer.uplink.idle).toBe(false)
    expect(recordsOf(witness.doc).size).toBeGreaterThan(2_000)
    expect(recordsOf(witness.doc).size).toBeLessThan(3_600)
    expect(writer.acknowledgements.pending.get()).toBe(true)
    // Written meanwhile: builds on what is still on its way.
    writeFacets(recordsOf(writer.doc).get('shape:offline-3599') as Y.Map<unknown>, [{ key: TEXT, value: 'changed meanwhile' }])
    writeCards(witness, 1, 10, 'other')
    await pass(8_000)
    expect(writer.uplink.idle).toBe(true)
    expect(writer.acknowledgements.pending.get()).toBe(false)
    expectSame(writer, witness)
    expect(String(recordsOf(witness.doc).get('shape:offline-3599')?.get(TEXT))).toBe('changed meanwhile')
    expect([writer.refused, writer.closed, witness.closed]).toEqual([[], [], []])
    expect(Math.max(...sizes)).toBeLessThan(1.2 * MEGABYTE)
  }, 60_000)

  it('goes on where the server has it when the connection is cut in between, and the number follows the last part', async () => {
    const { writer, witness, pass } = await scene(20_000)
    writeCards(writer, 400, 1_000)
    witness.provider.connect()
    await pass(200)
    writer.provider.connect()
    const arrived: number[] = []
    for (let cuts = 0; cuts < 3; cuts++) {
      const socket = writer.link.socket as FuzzSocket
      await socket.open()
      socket.deliverDown(Number.POSITIVE_INFINITY)
      // The page's own step 1 and presence, and some of the parts.
      expect(socket.up.length).toBeGreaterThan(5)
      socket.deliverUp(5)
      socket.cut()
      expect(writer.acknowledgements.pending.get()).toBe(true)
      while (writer.link.socket === socket) await pass(50)
      arrived.push(recordsOf(witness.doc).size)
    }
    expect(arrived).toEqual([...arrived].sort((one, other) => one - other))
    expect(new Set(arrived).size).toBe(3)
    expect(arrived.at(-1)).toBeLessThan(400)
    await pass(3_000)
    expect(writer.acknowledgements.pending.get()).toBe(false)
    expectSame(writer, witness)
    expect(writer.refused).toEqual([])
  }, 60_000)

  it('a large paste on an open connection goes up in parts, too', async () => {
    const { writer, witness, sizes, pass } = await scene()
    witness.provider.connect()
    writer.provider.connect()
    await pass(300)
    expect(writer.uplink.idle).toBe(true)
    writeCards(writer, 2_000, 5_000, 'pasted')
    writeCards(writer, 1, 10, 'next')
    expect(writer.acknowledgements.pending.get()).toBe(true)
    await pass(1_000)
    expect(writer.acknowledgements.pending.get()).toBe(false)
    expectSame(writer, witness)
    expect(recordsOf(witness.doc).size).toBe(2_001)
    expect(Math.max(...sizes)).toBeLessThan(1.2 * MEGABYTE)
    expect([writer.refused, writer.closed]).toEqual([[], []])
  }, 60_000)

  it('waits while the network is slower than that, instead of filling it', async () => {
    const { writer, pass } = await scene(20_000)
    writer.provider.connect()
    await pass(300)
    const socket = writer.link.socket as FuzzSocket & { bufferedAmount?: number }
    socket.bufferedAmount = 3 * MEGABYTE
    writeCards(writer, 200, 1_000)
    await pass(1_000)
    expect(writer.uplink.idle).toBe(false)
    socket.bufferedAmount = 0
    await pass(500)
    expect(writer.acknowledgements.pending.get()).toBe(false)
  })

  it('stops when the page is left', async () => {
    const { writer, pass } = await scene()
    writeCards(writer, 3_600, 5_000)
    writer.provider.connect()
    await pass(200)
    writer.uplink.close()
    writer.acknowledgements.close()
    writer.provider.destroy()
    expect(writer.uplink.idle).toBe(false)
    await pass(1_000)
  }, 60_000)
})
