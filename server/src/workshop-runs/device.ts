import { MessageType } from '@remedyboard/shared/protocol/message-type'
import type { JoinResponse } from '@remedyboard/shared/protocol/api'
import { withMessage, type SessionMessage, type SessionView } from '@remedyboard/shared/workshop/view'
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { encodeAck, encodeSyncStep1, encodeSyncStep2, encodeUpdate } from '../room/frame.ts'
import type { Random } from './seeded-random.ts'

/** Between tries to connect, while the server is away. In ms. */
const RECONNECT_MS = { least: 30, more: 170 }
/** What has not arrived by then never will. */
const PATIENCE_MS = 90_000

export interface DeviceOptions {
  /** where the server is now */
  port: () => number
  joined: JoinResponse
  random: Random
  /** everything that ever arrives */
  onFrame?: (frame: Buffer) => void
}

/** What the server has promised to keep of the changes made under one Yjs client id. */
export interface OwnClient {
  clientId: number
  clock: number
}

/** A board on somebody's device: a document and a socket that comes back by itself, with an account of what the server promised. */
export class Device {
  doc = new Y.Doc()
  view: SessionView | undefined
  /** changes that the server took back */
  refused = 0
  /** acknowledged changes of the document */
  saved = 0
  readonly #options: DeviceOptions
  readonly #promised: OwnClient[] = []
  #marks = new Map<number, OwnClient>()
  #asked = 0
  #echoed = 0
  #socket: WebSocket | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  /** the server's step 1 was answered: what is changed from now on goes up by itself */
  #uplink = false
  #synced = false
  #wanted = false
  #waiting: { holds: () => boolean; resolve: () => void }[] = []

  constructor(options: DeviceOptions) {
    this.#options = options
  }

  get synced(): boolean {
    return this.#synced
  }

  get isSaved(): boolean {
    return this.#echoed >= this.#asked
  }

  /** The own clocks up to which everything must be there for ever. */
  get promised(): readonly OwnClient[] {
    return this.#promised
  }

  connect(): void {
    this.#wanted = true
    this.#open()
  }

  leave(): void {
    this.#wanted = false
    clearTimeout(this.#timer)
    this.#socket?.terminate()
  }

  /** The network is gone in the middle of whatever it carries. */
  cut(): void {
    this.#uplink = false
    this.#synced = false
    this.#socket?.terminate()
  }

  /**
   * A tab that was put aside long ago is opened again with the board as it was then; what this one knew is forgotten, as far as it
   * is saved.
   */
  comeBackWith(oldBoard: Uint8Array): void {
    if (!this.isSaved) throw new Error('What nobody has yet would be lost with the device.')
    this.cut()
    this.doc.destroy()
    this.doc = new Y.Doc()
    this.#marks = new Map()
    Y.applyUpdate(this.doc, oldBoard)
  }

  /** Changes the board here; it goes up when there is a connection. */
  edit(change: (doc: Y.Doc) => void): void {
    const { doc } = this
    // Followed only while it is one's own: writing down what three hundred others receive would take most of the time.
    const note = (update: Uint8Array): void => {
      this.#asked += 1
      this.#marks.set(this.#asked, { clientId: doc.clientID, clock: Y.getState(doc.store, doc.clientID) })
      if (!this.#uplink) return
      this.#send(encodeUpdate(update))
      this.#send(encodeAck(this.#asked))
    }
    doc.on('update', note)
    doc.transact(() => change(doc))
    doc.off('update', note)
  }

  /** Resolves when it holds; looked at whenever something has arrived. */
  async when(holds: () => boolean): Promise<void> {
    if (holds()) return
    await new Promise<void>((resolve, reject) => {
      const tooLate = (): void => reject(new Error(`waited in vain until ${holds.toString()}`))
      const timer = setTimeout(tooLate, PATIENCE_MS)
      const found = (): void => {
        clearTimeout(timer)
        resolve()
      }
      this.#waiting.push({ holds, resolve: found })
    })
  }

  whenSaved(): Promise<void> {
    return this.when(() => this.isSaved)
  }

  #open(): void {
    if (!this.#wanted) return
    const { port, joined } = this.#options
    const socket = new WebSocket(`ws://127.0.0.1:${port()}/sync/${joined.boardId}`, {
      headers: { authorization: `Bearer ${joined.token}` },
    })
    this.#socket = socket
    socket.on('open', () => this.#send(encodeSyncStep1(Y.encodeStateVector(this.doc))))
    socket.on('message', (frame: Buffer) => {
      if (this.#socket !== socket) return
      this.#options.onFrame?.(frame)
      this.#receive(frame)
      this.#look()
    })
    // Followed by a close.
    socket.on('error', () => undefined)
    socket.on('close', () => {
      if (this.#socket !== socket) return
      this.#socket = undefined
      this.#uplink = false
      this.#synced = false
      if (!this.#wanted) return
      this.#timer = setTimeout(() => this.#open(), RECONNECT_MS.least + this.#options.random() * RECONNECT_MS.more)
    })
  }

  #send(frame: Uint8Array): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(frame)
  }

  #receive(frame: Buffer): void {
    const decoder = decoding.createDecoder(frame)
    switch (decoding.readVarUint(decoder)) {
      case MessageType.sync:
        this.#receiveSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder))
        break
      case MessageType.session: {
        const message = JSON.parse(decoding.readVarString(decoder)) as SessionMessage // our own server's words
        // The first message of a connection is whole.
        this.view = withMessage(this.view ?? ({} as SessionView), message)
        break
      }
      case MessageType.ack:
        this.#acknowledged(decoding.readVarUint(decoder))
        break
      case MessageType.refused:
        this.refused += (JSON.parse(decoding.readVarString(decoder)) as { refused: unknown[] }).refused.length
        break
      default:
    }
  }

  #receiveSync(type: number, payload: Uint8Array): void {
    if (type === 0) {
      this.#send(encodeSyncStep2(Y.encodeStateAsUpdate(this.doc, payload)))
      this.#uplink = true
      if (!this.isSaved) this.#send(encodeAck(this.#asked))
      return
    }
    Y.applyUpdate(this.doc, payload, this)
    if (type === 1) this.#synced = true
  }

  #acknowledged(n: number): void {
    const mark = this.#marks.get(n)
    if (n <= this.#echoed || !mark) return
    this.saved += n - this.#echoed
    this.#echoed = n
    const known = this.#promised.find(({ clientId }) => clientId === mark.clientId)
    if (known) known.clock = mark.clock
    else this.#promised.push({ ...mark })
  }

  #look(): void {
    const ready = this.#waiting.filter(({ holds }) => holds())
    this.#waiting = this.#waiting.filter((waiting) => !ready.includes(waiting))
    for (const { resolve } of ready) resolve()
  }
}
