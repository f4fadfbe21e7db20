/** RFC 6455: FIN and opcode 2, a whole binary message. */
const BINARY_MESSAGE = 0x82

/** Up to here copying a payload behind its header is cheaper than handing two pieces to the network; Node pools buffers this small. */
const MAX_COPIED_BYTES = 4_096

/** A binary WebSocket message as a server sends it: unmasked and in one frame. `null` when copying it would cost more than it saves. */
export function wireFrame(payload: Uint8Array): Buffer | null {
  const { byteLength } = payload
  if (byteLength > MAX_COPIED_BYTES) return null
  const headerLength = byteLength < 126 ? 2 : 4
  const frame = Buffer.allocUnsafe(headerLength + byteLength)
  frame[0] = BINARY_MESSAGE
  if (headerLength === 2) {
    frame[1] = byteLength
  } else {
    frame[1] = 126
    frame.writeUInt16BE(byteLength, 2)
  }
  frame.set(payload, headerLength)
  return frame
}

/** Gives a frame that goes to many sockets in a row its header once. */
export class WireFrames {
  #payload: Uint8Array | undefined
  #frame: Buffer | null = null

  of(payload: Uint8Array): Buffer | null {
    if (payload !== this.#payload) {
      this.#payload = payload
      this.#frame = wireFrame(payload)
    }
    return this.#frame
  }
}
