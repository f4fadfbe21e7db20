import type { Connection } from '../../../server/src/room/connection.ts'
import type { Room } from '../../../server/src/room/room.ts'
import type { RoomSocket } from '../../../server/src/room/room-socket.ts'
import type { FuzzServer } from './fuzz-server.ts'

/** One person's network. */
export interface FuzzLink {
  readonly server: FuzzServer
  readonly participantId: string
  online: boolean
  socket: FuzzSocket | null
}

type Down = { frame: Uint8Array } | { code: number }

/**
 * Both ends of one WebSocket: the browser's, as y-websocket uses it, and the room's. Frames wait in two queues until the run
 * delivers them; a cut loses what waits, and either end may hear of it much later than the other.
 */
export class FuzzSocket {
  static readonly OPEN = 1
  readonly OPEN = 1
  readyState = 0
  binaryType = ''
  onopen: (() => void) | null = null
  onmessage: ((event: { data: Uint8Array }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: (() => void) | null = null
  readonly #link: FuzzLink
  readonly #server: RoomSocket & { die(): void }
  readonly up: Uint8Array[] = []
  readonly down: Down[] = []
  #attached: { room: Room; connection: Connection } | null = null
  #serverGone = false

  constructor(link: FuzzLink) {
    this.#link = link
    link.socket = this
    const send = (item: Down) => {
      if (!this.#serverGone) this.down.push(item)
    }
    this.#server = {
      bufferedAmount: 0,
      send: (frame) => send({ frame }),
      close: (code) => send({ code }),
      terminate: () => this.cut(),
      die: () => this.#loseServer(),
    }
  }

  // What the browser's end is asked.

  send(frame: Uint8Array): void {
    if (this.readyState === 1) this.up.push(new Uint8Array(frame))
  }

  close(): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.up.length = 0
    this.down.length = 0
    this.#detach()
  }

  // What the run does.

  /** The handshake: the browser may send; the server reads once the room is there. */
  async open(): Promise<void> {
    if (this.readyState !== 0 || !this.#link.online) return
    this.readyState = 1
    this.onopen?.()
    let attached
    try {
      attached = await this.#link.server.attach(this.#server, this.#link.participantId)
    } catch {
      attached = 1013
    }
    if (attached === null) this.#loseServer()
    else if (typeof attached === 'number') this.down.push({ code: attached })
    else if (this.readyState === 3) attached.room.detach(attached.connection)
    else this.#attached = attached
  }

  deliverUp(count: number): void {
    if (!this.#link.online || !this.#attached) return
    const { room, connection } = this.#attached
    for (const frame of this.up.splice(0, count)) room.receive(connection, frame)
  }

  deliverDown(count: number): void {
    if (!this.#link.online) return
    for (const item of this.down.splice(0, count)) {
      if (this.readyState !== 1) return
      if ('code' in item) {
        this.#detach()
        this.#end(item.code)
      } else {
        this.onmessage?.({ data: item.frame })
      }
    }
  }

  /** The network is gone; both ends notice. */
  cut(): void {
    this.#detach()
    this.#end(1006)
  }

  /** The network is gone; the browser notices, the server does not for now. Returns the way to let it notice. */
  cutUnnoticed(): () => void {
    this.#end(1006)
    return () => this.#detach()
  }

  #loseServer(): void {
    this.#serverGone = true
    this.#attached = null
    this.#end(1006)
  }

  #detach(): void {
    this.#serverGone = true
    this.#link.server.forget(this.#server)
    const attached = this.#attached
    this.#attached = null
    attached?.room.detach(attached.connection)
  }

  #end(code: number): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.up.length = 0
    this.down.length = 0
    this.onclose?.({ code, reason: '' })
  }
}
