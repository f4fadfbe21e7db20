import { MessageType } from '@remedyboard/shared/protocol/message-type'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { WebsocketProvider } from 'y-websocket'
import { Cell } from './readable.ts'
import type { Uplink } from './uplink.ts'

/**
 * "Is it saved?" Yjs has no answer, so after each local update the client sends message 102 with a number, and the server
 * echoes it after the durable commit. The number grows for the life of the document and is sent again after every
 * reconnect's sync: a socket keeps order, so the echo vouches for everything sent before it. While a backlog goes up in parts the
 * number waits for the last of them.
 */
export class Acknowledgements {
  /** true while something that this document holds has not been acknowledged */
  readonly pending = new Cell(false)
  #sent = 0
  #echoed = 0
  readonly #provider: WebsocketProvider
  readonly #uplink: Uplink
  readonly #stopListening: () => void

  /** The uplink must have been made before: it sends an update before its number follows. */
  constructor(provider: WebsocketProvider, uplink: Uplink) {
    this.#provider = provider
    this.#uplink = uplink
    this.#stopListening = uplink.onIdle(() => this.#sendAgain())
    provider.messageHandlers[MessageType.ack] = (_encoder, decoder) => this.#onEcho(decoding.readVarUint(decoder))
    provider.doc.on('update', this.#onUpdate)
    provider.on('sync', this.#onSync)
  }

  /** the highest number so far: it vouches for every change up to now */
  get sent(): number {
    return this.#sent
  }

  /** the highest number that came back */
  get echoed(): number {
    return this.#echoed
  }

  /** Edits from an earlier visit were loaded from this device: they count as unsaved until the server has them. */
  noteRestoredEdits(): void {
    this.#sent += 1
    this.pending.set(true)
    this.#send()
  }

  close(): void {
    this.#stopListening()
    this.#provider.doc.off('update', this.#onUpdate)
    this.#provider.off('sync', this.#onSync)
  }

  readonly #onUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin === this.#provider) return
    this.#sent += 1
    this.pending.set(true)
    this.#send()
  }

  readonly #onSync = (synced: boolean): void => {
    if (synced) this.#sendAgain()
  }

  #sendAgain(): void {
    if (this.#sent > this.#echoed) this.#send()
  }

  #onEcho(n: number): void {
    this.#echoed = Math.max(this.#echoed, n)
    this.pending.set(this.#sent > this.#echoed)
  }

  #send(): void {
    // Before the first sync, and while parts are on their way, the server lacks what the number would vouch for; it is sent then.
    if (!this.#provider.synced || !this.#uplink.idle) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, MessageType.ack)
    encoding.writeVarUint(encoder, this.#sent)
    const socket = this.#provider.ws
    if (socket?.readyState === WebSocket.OPEN) socket.send(encoding.toUint8Array(encoder))
  }
}
