import { MessageType } from '@remedyboard/shared/protocol/message-type'
import * as encoding from 'lib0/encoding'

/** An entry that `encodeAwarenessEntry` made, and whose it is. */
export interface EncodedState {
  clientId: number
  bytes: Uint8Array
}

/**
 * What everybody hears in one presence tick, joined once. Whoever speaks gets all but their own state: in a full room that is
 * almost everybody, and joining the states again for each of them was the greatest part of a tick.
 */
export class AwarenessFrame {
  readonly #count: number
  readonly #joined: Buffer
  readonly #places = new Map<number, { start: number; end: number }>()
  /** for everybody who says nothing */
  readonly whole: Uint8Array

  constructor(states: readonly EncodedState[]) {
    this.#count = states.length
    this.#joined = Buffer.concat(states.map(({ bytes }) => bytes))
    let start = 0
    for (const { clientId, bytes } of states) {
      this.#places.set(clientId, { start, end: start + bytes.length })
      start += bytes.length
    }
    this.whole = Buffer.concat([header(this.#count, this.#joined.length), this.#joined])
  }

  /** For this client; null when there is nothing to say to it. */
  for(clientId: number | undefined): Uint8Array | null {
    const own = clientId === undefined ? undefined : this.#places.get(clientId)
    if (!own) return this.whole
    if (this.#count === 1) return null
    const { start, end } = own
    const head = header(this.#count - 1, this.#joined.length - (end - start))
    return Buffer.concat([head, this.#joined.subarray(0, start), this.#joined.subarray(end)])
  }
}

/** What comes before the states: the message type, the length of the rest, the number of states. */
function header(count: number, length: number): Uint8Array {
  const number = encoding.encode((encoder) => encoding.writeVarUint(encoder, count))
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.awareness)
    encoding.writeVarUint(encoder, number.length + length)
    encoding.writeUint8Array(encoder, number)
  })
}
