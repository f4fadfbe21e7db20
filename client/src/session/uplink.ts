import { MessageType } from '@remedyboard/shared/protocol/message-type'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { nextBacklogPart, type Reach } from './backlog.ts'

/** What is larger goes up in parts of about this size: the server takes no frame above 8 MiB, and a phone no pause above a few ms. */
const PART_BYTES = 1024 * 1024

/** Stays well below what the server lets one socket send: 24 MiB at once, 2 MiB a second in the long run. */
const BURST_BYTES = 12 * 1024 * 1024
const BYTES_PER_MS = (1.5 * 1024 * 1024) / 1_000

/** A network that is slower than that is not filled with more: what people do now would wait behind it. */
const MAX_BUFFERED_BYTES = 2 * PART_BYTES
const LOOK_AGAIN_MS = 100

const SYNC_STEP_1 = 0
const SYNC_UPDATE = 2

/**
 * Sends what this document has and the server lacks. y-websocket sends the answer to the server's step 1, and every update, as one
 * frame; a backlog from offline work or a large paste would be cut off by the server, again and again. Here they go up in parts, at a
 * pace that the server accepts. What is written meanwhile waits its turn, because it builds on what is still on its way.
 */
export class Uplink {
  readonly #provider: WebsocketProvider
  readonly #partBytes: number
  readonly #idleListeners = new Set<() => void>()
  /** how far the server's copy reaches with what was sent; null when all was sent, undefined before the server has asked */
  #lacking: Reach | null | undefined
  #credit = BURST_BYTES
  #creditAt = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `partBytes`: tests and the fuzz send smaller parts. */
  constructor(provider: WebsocketProvider, partBytes = PART_BYTES) {
    this.#provider = provider
    this.#partBytes = partBytes
    const { doc } = provider
    doc.off('update', provider._updateHandler)
    provider._updateHandler = (update: Uint8Array, origin: unknown) => {
      if (origin !== provider) this.#onUpdate(update)
    }
    doc.on('update', provider._updateHandler)
    const readSync = provider.messageHandlers[MessageType.sync]
    provider.messageHandlers[MessageType.sync] = (encoder, decoder, ...rest) => {
      const ahead = decoding.clone(decoder)
      if (decoding.readVarUint(ahead) === SYNC_STEP_1) this.#answer(decoding.readVarUint8Array(ahead))
      else readSync?.(encoder, decoder, ...rest)
    }
    provider.on('status', this.#onStatus)
  }

  /** True when everything that was written here has been sent on this connection. */
  get idle(): boolean {
    return this.#lacking === null
  }

  /** Tells when `idle` has become true. */
  onIdle(listener: () => void): () => void {
    this.#idleListeners.add(listener)
    return () => this.#idleListeners.delete(listener)
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#provider.off('status', this.#onStatus)
    this.#lacking = undefined
  }

  readonly #onStatus = (): void => {
    if (this.#provider.wsconnected) return
    // What was sent on a connection that is gone may not have arrived: the server says anew what it has.
    clearTimeout(this.#timer)
    this.#lacking = undefined
    this.#credit = BURST_BYTES
    this.#creditAt = Date.now()
  }

  #answer(stateVector: Uint8Array): void {
    this.#lacking = Y.decodeStateVector(stateVector)
    this.#sendOn()
  }

  #onUpdate(update: Uint8Array): void {
    // Without a connection, before the server has asked, or while parts are on their way, the answer holds it in the end.
    if (this.#lacking !== null) return
    if (update.byteLength <= this.#partBytes) {
      this.#send(update)
      return
    }
    const reach = Y.decodeStateVector(Y.encodeStateVector(this.#provider.doc))
    for (const [client, clock] of Y.parseUpdateMeta(update).from) reach.set(client, clock)
    this.#lacking = reach
    this.#sendOn()
  }

  /** Sends as much as may go now; the rest follows by itself. */
  #sendOn(): void {
    clearTimeout(this.#timer)
    const { doc, ws } = this.#provider
    while (this.#lacking) {
      const part = nextBacklogPart(doc, this.#lacking, this.#partBytes)
      const update = part?.update ?? Y.encodeStateAsUpdate(doc, Y.encodeStateVector(new Map(this.#lacking)))
      const wait = this.#waitFor(update.byteLength, ws?.bufferedAmount ?? 0)
      if (wait > 0) {
        this.#timer = setTimeout(() => this.#sendOn(), wait)
        return
      }
      this.#send(update)
      // The last one is the usual answer: it also holds all deletions.
      this.#lacking = part?.reach ?? null
    }
    if (this.#lacking === null) for (const listener of this.#idleListeners) listener()
  }

  /** Milliseconds until so many bytes may be sent; 0: now. */
  #waitFor(bytes: number, buffered: number): number {
    const now = Date.now()
    this.#credit = Math.min(BURST_BYTES, this.#credit + (now - this.#creditAt) * BYTES_PER_MS)
    this.#creditAt = now
    if (buffered > MAX_BUFFERED_BYTES) return LOOK_AGAIN_MS
    if (this.#credit < Math.min(bytes, BURST_BYTES)) return Math.ceil((Math.min(bytes, BURST_BYTES) - this.#credit) / BYTES_PER_MS)
    this.#credit -= bytes
    return 0
  }

  #send(update: Uint8Array): void {
    const { ws } = this.#provider
    if (!this.#provider.wsconnected || ws?.readyState !== WebSocket.OPEN) return
    ws.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, MessageType.sync)
        encoding.writeVarUint(encoder, SYNC_UPDATE)
        encoding.writeVarUint8Array(encoder, update)
      }),
    )
  }
}
