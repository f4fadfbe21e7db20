import { MessageType } from '@remedyboard/shared/protocol/message-type'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { afterEach, describe, expect, it } from 'vitest'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { Acknowledgements } from './acknowledgements.ts'
import { Uplink } from './uplink.ts'

/** Stands in for the browser's socket: keeps what was sent, is told what arrives. */
class FakeSocket {
  static latest: FakeSocket | undefined
  static readonly OPEN = 1
  readonly OPEN = 1
  readyState = 0
  binaryType = ''
  sent: Uint8Array[] = []
  onopen: (() => void) | null = null
  onmessage: ((event: { data: Uint8Array }) => void) | null = null
  onclose: ((event: { code: number }) => void) | null = null
  onerror: (() => void) | null = null
  constructor() {
    FakeSocket.latest = this
  }
  send(frame: Uint8Array): void {
    this.sent.push(frame)
  }
  close(): void {
    this.readyState = 3
  }
  /** The server asks for what it lacks before it says anything else. */
  open(): void {
    this.readyState = 1
    this.onopen?.()
    this.sendSyncStep1(new Y.Doc())
  }
  sendSyncStep1(doc: Y.Doc): void {
    this.receive((encoder) => {
      encoding.writeVarUint(encoder, MessageType.sync)
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarUint8Array(encoder, Y.encodeStateVector(doc))
    })
  }
  receive(write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder()
    write(encoder)
    this.onmessage?.({ data: encoding.toUint8Array(encoder) })
  }
  sendSyncStep2(doc: Y.Doc): void {
    this.receive((encoder) => {
      encoding.writeVarUint(encoder, MessageType.sync)
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(doc))
    })
  }
  echo(n: number): void {
    this.receive((encoder) => {
      encoding.writeVarUint(encoder, MessageType.ack)
      encoding.writeVarUint(encoder, n)
    })
  }
  numbersSent(): number[] {
    return this.sent.flatMap((frame) => {
      const decoder = decoding.createDecoder(frame)
      return decoding.readVarUint(decoder) === MessageType.ack ? [decoding.readVarUint(decoder)] : []
    })
  }
}

const providers: WebsocketProvider[] = []
afterEach(() => {
  for (const provider of providers.splice(0)) provider.destroy()
})

function setUp() {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider('ws://server', 'board', doc, {
    disableBc: true,
    WebSocketPolyfill: FakeSocket as unknown as typeof WebSocket, // the part of a socket that the provider uses
  })
  providers.push(provider)
  const acknowledgements = new Acknowledgements(provider, new Uplink(provider))
  const socket = () => FakeSocket.latest as FakeSocket
  const edit = () => doc.getMap('records').set('shape:x', Math.floor(doc.getMap('records').size))
  return { doc, acknowledgements, socket, edit, server: new Y.Doc() }
}

describe('Acknowledgements', () => {
  it('an edit is pending until its number comes back', () => {
    const { acknowledgements, socket, edit, server } = setUp()
    socket().open()
    socket().sendSyncStep2(server)
    expect(acknowledgements.pending.get()).toBe(false)
    edit()
    expect(acknowledgements.pending.get()).toBe(true)
    expect(socket().numbersSent()).toEqual([1])
    socket().echo(1)
    expect(acknowledgements.pending.get()).toBe(false)
  })

  it('an echo of an earlier number leaves later edits pending', () => {
    const { acknowledgements, socket, edit, server } = setUp()
    socket().open()
    socket().sendSyncStep2(server)
    edit()
    edit()
    socket().echo(1)
    expect(acknowledgements.pending.get()).toBe(true)
    socket().echo(2)
    expect(acknowledgements.pending.get()).toBe(false)
  })

  it('edits made before the first sync are announced after it', () => {
    const { acknowledgements, socket, edit, server } = setUp()
    edit()
    socket().open()
    expect(socket().numbersSent()).toEqual([])
    socket().sendSyncStep2(server)
    expect(socket().numbersSent()).toEqual([1])
    expect(acknowledgements.pending.get()).toBe(true)
  })

  it("what others write is not this person's to have acknowledged", () => {
    const { acknowledgements, socket, server } = setUp()
    socket().open()
    server.getMap('records').set('shape:y', 1)
    socket().sendSyncStep2(server)
    expect(acknowledgements.pending.get()).toBe(false)
    expect(socket().numbersSent()).toEqual([])
  })

  it('edits restored from this device are pending until the server has them', () => {
    const { acknowledgements, socket, server } = setUp()
    acknowledgements.noteRestoredEdits()
    socket().open()
    socket().sendSyncStep2(server)
    expect(socket().numbersSent()).toEqual([1])
    socket().echo(1)
    expect(acknowledgements.pending.get()).toBe(false)
  })

  it('what is written while the socket closes is announced on the next one, with the edit before its number', () => {
    const { acknowledgements, socket, edit, server } = setUp()
    const first = socket()
    first.open()
    first.sendSyncStep2(server)
    // The browser knows already; the provider is told later.
    first.readyState = 2
    const before = first.sent.length
    edit()
    expect(first.sent).toHaveLength(before)
    expect(acknowledgements.pending.get()).toBe(true)
    first.readyState = 1
    first.sendSyncStep1(server)
    expect(first.sent.findLastIndex((frame) => frame[0] === MessageType.sync)).toBeLessThan(
      first.sent.findLastIndex((frame) => frame[0] === MessageType.ack),
    )
    expect(first.numbersSent()).toEqual([1])
    first.echo(1)
    expect(acknowledgements.pending.get()).toBe(false)
  })
})
