import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { recordsOf } from '@remedyboard/shared/board/board-document'
import { writeRecord } from '@remedyboard/shared/board/facets'
import { CloseCode } from '@remedyboard/shared/protocol/close-code'
import { MessageType } from '@remedyboard/shared/protocol/message-type'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { attachSync } from './attach-sync.ts'
import { systemClock, type Clock } from './clock.ts'
import { ManualClock } from './manual-clock.ts'
import { PRESENCE_TICK_MS } from './presence.ts'
import { silentLogger } from './room-logger.ts'
import { note, openRoom, roomFixture, settled, type RoomFixture } from './room-fixture.ts'

/** As the server's transport sees time; rooms have the fixture's. */
async function serve(registry: RoomFixture['registry'], clock: Clock) {
  const server = createServer()
  const sync = attachSync(server, {
    registry,
    clock,
    logger: silentLogger,
    allowOrigin: (request) => request.headers.origin === undefined,
    authenticate: (request, boardId) => {
      const participantId = request.headers.authorization?.replace('Bearer ', '')
      return participantId ? { boardId, participantId } : CloseCode.notAllowed
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, sync, url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/sync` }
}

describe('a stock WebsocketProvider', () => {
  let fixture: RoomFixture
  let server: Server
  let url: string
  let sync: { close(): void }
  const providers: WebsocketProvider[] = []

  beforeEach(async () => {
    fixture = await roomFixture()
    ;({ server, sync, url } = await serve(fixture.registry, systemClock))
  })
  afterEach(async () => {
    for (const provider of providers.splice(0)) {
      provider.destroy()
      provider.awareness.destroy()
    }
    await fixture.registry.close()
    sync.close()
    await new Promise((resolve) => server.close(resolve))
  })

  function connect(token: string | null, boardId = 'b1', params: Record<string, string> = {}): WebsocketProvider {
    class SignedInSocket extends WebSocket {
      constructor(address: string) {
        super(address, token === null ? {} : { headers: { authorization: `Bearer ${token}` } })
      }
    }
    const provider = new WebsocketProvider(url, boardId, new Y.Doc(), {
      disableBc: true,
      params,
      WebSocketPolyfill: SignedInSocket as unknown as typeof globalThis.WebSocket, // the DOM's type, which `ws` implements in all that the provider uses
    })
    // A stock provider works without this, but writes to the console.
    provider.messageHandlers[MessageType.session] = () => undefined
    providers.push(provider)
    return provider
  }

  const synced = (provider: WebsocketProvider) =>
    vi.waitFor(
      () => {
        if (!provider.synced) throw new Error('not synced')
      },
      { timeout: 20_000 },
    )

  it('joins, edits, and sees the edits and the presence of others', async () => {
    const a = connect('p1')
    const b = connect('p2')
    await Promise.all([synced(a), synced(b)])
    expect(a.doc.getMap('meta').get('title')).toBe('East Street')
    writeRecord(recordsOf(a.doc), note('shape:1'))
    await vi.waitFor(() => expect(recordsOf(b.doc).get('shape:1')?.get('birth')).toMatchObject({ id: 'shape:1' }))
    a.awareness.setLocalState({ cursor: { x: 1, y: 2 }, user: { name: 'forged' } })
    await vi.waitFor(() => {
      fixture.clock.advance(PRESENCE_TICK_MS)
      expect(b.awareness.getStates().get(a.doc.clientID)).toMatchObject({ cursor: { x: 1, y: 2 }, user: { id: 'p1', name: 'Name p1' } })
    })
    a.destroy()
    await vi.waitFor(() => {
      fixture.clock.advance(PRESENCE_TICK_MS)
      expect(b.awareness.getStates().has(a.doc.clientID)).toBe(false)
    })
  })

  it('[R7] gets the echo of 102 through provider.messageHandlers', async () => {
    const a = connect('p1')
    await synced(a)
    const echoed = new Promise<number>((resolve) => {
      a.messageHandlers[MessageType.ack] = (_encoder, decoder) => resolve(decoding.readVarUint(decoder))
    })
    writeRecord(recordsOf(a.doc), note('shape:1'))
    a.ws?.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, MessageType.ack)
        encoding.writeVarUint(encoder, 41)
      }),
    )
    expect(await echoed).toBe(41)
    expect(fixture.store.appends).toHaveLength(1)
  })

  it.each([
    ['without a token', null, 'b1', CloseCode.notAllowed],
    ['as somebody who never joined', 'stranger', 'b1', CloseCode.notAllowed],
    ['on a board that does not exist', 'p1', 'b2', CloseCode.noSuchBoard],
  ])('is told not to come back %s', async (_name, token, boardId, code) => {
    const provider = connect(token, boardId)
    const closed = await new Promise((resolve) => provider.on('closed', resolve))
    expect(closed).toMatchObject({ code })
    expect(provider.shouldConnect).toBe(false)
  })

  it('[R31] of another protocol version is told to reload', async () => {
    const old = connect('p1', 'b1', { v: '0' })
    expect(await new Promise((resolve) => old.on('closed', resolve))).toMatchObject({ code: CloseCode.reload })
    await synced(connect('p1', 'b1', { v: '1' }))
  })

  it('is refused from a page of another site, and elsewhere than /sync', async () => {
    const statusOf = (address: string, origin?: string) =>
      new Promise<number | undefined>((resolve) => {
        const socket = new WebSocket(address, { headers: { authorization: 'Bearer p1' }, ...(origin ? { origin } : {}) })
        socket.on('unexpected-response', (_request, response) => {
          resolve(response.statusCode)
          socket.terminate()
        })
        socket.on('error', () => undefined)
      })
    expect(await statusOf(`${url}/b1`, 'http://evil.example')).toBe(403)
    expect(await statusOf(url.replace('/sync', '/other'))).toBe(404)
    expect(await statusOf(`${url}/..%2f..%2fetc`)).toBe(404)
  })

  it('closes a socket that sends text, an oversized frame or nonsense, and no other', async () => {
    const witness = connect('p2')
    await synced(witness)
    const closeCodeAfter = (send: (socket: WebSocket) => void) =>
      new Promise<number>((resolve) => {
        const socket = new WebSocket(`${url}/b1`, { headers: { authorization: 'Bearer p1' } })
        socket.on('open', () => send(socket))
        socket.on('close', resolve)
        socket.on('error', () => undefined)
      })
    expect(await closeCodeAfter((socket) => socket.send('hello'))).toBe(CloseCode.badFrame)
    expect(await closeCodeAfter((socket) => socket.send(new Uint8Array([0, 2, 7, 1, 255, 255, 255, 255, 15, 0])))).toBe(CloseCode.badFrame)
    expect(await closeCodeAfter((socket) => socket.send(new Uint8Array(9 * 1024 * 1024)))).toBe(1009)
    expect(witness.wsconnected).toBe(true)
  })

  it('opens a board that is larger than what a reader may be behind', async () => {
    // 24 MB: whoever reads as fast as they can is behind by most of it while it is being sent.
    for (const id of ['p1', 'p2']) {
      const writer = fixture.client(id)
      await settled()
      for (let i = 0; i < 200; i++) {
        writeRecord(recordsOf(writer.doc), { ...note(`shape:${id}-${i}`), meta: { author: id, long: 'x'.repeat(60_000) } })
      }
      await settled()
    }
    const joiner = connect('p3')
    await synced(joiner)
    expect([...recordsOf(joiner.doc).keys()].filter((id) => id.startsWith('shape:'))).toHaveLength(400)
    const seen = fixture.client('f1')
    writeRecord(recordsOf(joiner.doc), note('shape:after'))
    await vi.waitFor(() => expect(recordsOf(seen.doc).has('shape:after')).toBe(true))
    expect(joiner.wsconnected).toBe(true)
  }, 40_000)
})

describe('a peer that does not answer pings', () => {
  it('is kept as long as it says something, and cut when it is silent', async () => {
    const { registry } = await roomFixture()
    const clock = new ManualClock()
    const { server, sync, url } = await serve(registry, clock)
    const peer = new WebSocket(`${url}/b1`, { headers: { authorization: 'Bearer p1' }, autoPong: false })
    const pinged = vi.fn<() => void>()
    peer.on('ping', pinged)
    const closed = new Promise<number>((resolve) => peer.once('close', resolve))
    await new Promise((resolve) => peer.once('message', resolve))
    const isHeard = vi.spyOn(await openRoom(registry), 'receive')
    for (let i = 1; i <= 4; i++) {
      clock.advance(25_000)
      await vi.waitFor(() => expect(pinged).toHaveBeenCalledTimes(i))
      peer.send(Uint8Array.from([99]))
      await vi.waitFor(() => expect(isHeard).toHaveBeenCalledTimes(i))
    }
    expect(peer.readyState).toBe(peer.OPEN)
    clock.advance(50_000)
    // Cut, not closed: nobody would read the reason.
    expect(await closed).toBe(1006)
    await registry.close()
    sync.close()
    await new Promise((resolve) => server.close(resolve))
  })
})
