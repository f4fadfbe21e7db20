import { CloseCode, type CloseCodeValue } from '@remedyboard/shared/protocol/close-code'
import type { RefusedChange } from '@remedyboard/shared/protocol/refused-change'
import { encodeAck, encodeRefused } from './frame.ts'
import type { RoomSocket } from './room-socket.ts'
import { TokenBucket } from './token-bucket.ts'

/** A person who drags sends about 70 messages a second (gestures, cursor, updates, acknowledgements). */
const MESSAGE_LIMIT = { perSecond: 250, burst: 1_000 }

/** A large board comes back from offline work in one burst. */
const BYTE_LIMIT = { perSecond: 2 * 1024 * 1024, burst: 24 * 1024 * 1024 }

/** Answering costs up to 50 ms on a board of 5,000 cards; a provider asks once per connection. */
const SYNC_LIMIT = { perSecond: 0.5, burst: 5 }

/** A whole offline session may be refused at once; restoring is work for everybody. */
const REFUSAL_LIMIT = { perSecond: 2, burst: 1_000 }

/** As many as a person could look at; more are counted until an acknowledgement has left, not named. */
const MAX_NAMED_REFUSALS = 200

/** A receiver this far behind gets no presence until it caught up: only the newest cursor counts. */
const SLOW_BYTES = 512 * 1024

/** A receiver this far behind is dropped; it comes back and syncs what it misses, which is less. */
const MAX_BUFFERED_BYTES = 16 * 1024 * 1024

/** One socket of one person on a board. */
export class Connection {
  readonly participantId: string
  /** the awareness client of this socket; a socket speaks for one */
  clientId: number | undefined
  /** false until the board was sent: before that, updates would only wait for it */
  synced = false
  /** changes that build on something the server has not received yet, and since when */
  waiting: { frames: Uint8Array[]; bytes: number; attempts: number; since: number } | undefined
  /** acknowledgement asked for meanwhile */
  waitingAck: number | undefined
  lastSentAt: number
  readonly #socket: RoomSocket
  readonly #messages: TokenBucket
  readonly #bytes: TokenBucket
  readonly #syncs: TokenBucket
  readonly #refusals: TokenBucket
  /** refusals since the last number that was asked for */
  #refused: RefusedChange[] = []
  /** those before, with the number that covers them */
  #covered: { n: number; refused: readonly RefusedChange[] }[] = []
  /** bytes of the board that may still be on their way */
  #boardBytes = 0
  #open = true

  constructor(socket: RoomSocket, participantId: string, now: number) {
    this.#socket = socket
    this.participantId = participantId
    this.lastSentAt = now
    this.#messages = new TokenBucket(MESSAGE_LIMIT, now)
    this.#bytes = new TokenBucket(BYTE_LIMIT, now)
    this.#refusals = new TokenBucket(REFUSAL_LIMIT, now)
    this.#syncs = new TokenBucket(SYNC_LIMIT, now)
  }

  get open(): boolean {
    return this.#open
  }

  get slow(): boolean {
    return this.#socket.bufferedAmount > SLOW_BYTES
  }

  /** Counts a received frame; false when this socket sends too much. */
  admit(byteLength: number, now: number): boolean {
    return this.#messages.take(1, now) && this.#bytes.take(byteLength, now)
  }

  /** Counts a request for the board. */
  admitSync(now: number): boolean {
    return this.#syncs.take(1, now)
  }

  send(frame: Uint8Array, now: number): void {
    if (!this.#open) return
    this.#socket.send(frame)
    this.lastSentAt = now
    const { bufferedAmount } = this.#socket
    this.#boardBytes = Math.min(this.#boardBytes, bufferedAmount)
    if (bufferedAmount - this.#boardBytes > MAX_BUFFERED_BYTES) this.terminate()
  }

  /**
   * Sends the board. Whoever has just asked for it is not behind with it: a board that is larger than the limit could never be opened
   * otherwise. One board at a time; who asks again without having read the last one is measured like everybody.
   */
  sendBoard(frame: Uint8Array, now: number): void {
    const { bufferedAmount } = this.#socket
    if (Math.min(this.#boardBytes, bufferedAmount) === 0) this.#boardBytes = bufferedAmount + frame.byteLength
    this.send(frame, now)
  }

  /** Keeps refusals for the next acknowledgement; false when there are too many. */
  refuse(refused: readonly RefusedChange[], now: number): boolean {
    const kept = this.#covered.reduce((sum, each) => sum + each.refused.length, this.#refused.length)
    this.#refused.push(...refused.slice(0, Math.max(0, MAX_NAMED_REFUSALS - kept)))
    return this.#refusals.take(refused.length, now)
  }

  /** `n` covers everything up to now, and what was refused of it. */
  noteAsked(n: number): void {
    if (this.#refused.length > 0) this.#covered.push({ n, refused: this.#refused })
    this.#refused = []
  }

  /** Names what was refused up to `n`, and then acknowledges `n`. */
  sendAck(n: number, now: number): void {
    if (this.#covered.length > 0) {
      for (const each of this.#covered) if (each.n <= n) this.send(encodeRefused(each.n, each.refused), now)
      this.#covered = this.#covered.filter((each) => each.n > n)
    }
    this.send(encodeAck(n), now)
  }

  close(code: CloseCodeValue, reason: string): void {
    if (!this.#open) return
    this.#open = false
    this.#socket.close(code, reason)
  }

  terminate(): void {
    this.#open = false
    this.#socket.terminate()
  }

  /** The transport is gone. */
  markGone(): void {
    this.#open = false
  }
}

/** What a close code means, for the `reason` of the close frame. */
export function reasonOf(code: CloseCodeValue): string {
  const found = Object.entries(CloseCode).find(([, value]) => value === code)
  return found?.[0] ?? ''
}
