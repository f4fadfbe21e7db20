import {
  decodeLiveFrame,
  encodeLiveFrame,
  MAX_LIVE_FRAME_BYTES,
  type LiveFrame,
  type RelayedFrame,
} from '@remedyboard/shared/protocol/live-frame'
import type { Clock } from './clock.ts'
import type { Connection } from './connection.ts'
import { encodeLive } from './frame.ts'
import { PRESENCE_TICK_MS } from './presence.ts'

/** A client sends one frame per tick; two ends of gestures may fall into one. */
const MAX_FRAMES_PER_TICK = 4

/** Passes on what people are dragging right now (message 104): coalesced per tick, encoded once, never stored. */
export class LiveRelay {
  readonly #clock: Clock
  readonly #receivers: () => Iterable<Connection>
  readonly #permit: (sender: Connection, frame: LiveFrame) => LiveFrame | null
  #waiting = new Map<Connection, RelayedFrame[]>()
  #cancelTick: (() => void) | null = null

  /** `permit`: the part of a frame that others may see, or null */
  constructor(options: {
    clock: Clock
    receivers: () => Iterable<Connection>
    permit: (sender: Connection, frame: LiveFrame) => LiveFrame | null
  }) {
    this.#clock = options.clock
    this.#receivers = options.receivers
    this.#permit = options.permit
  }

  /** Throws when the frame is none. Frames of a socket that has not said which client it is go nowhere. */
  receive(connection: Connection, frame: Uint8Array): void {
    if (frame.byteLength > MAX_LIVE_FRAME_BYTES) throw new RangeError(`A live frame of ${frame.byteLength} bytes`)
    const said = decodeLiveFrame(frame)
    const permitted = connection.clientId === undefined ? null : this.#permit(connection, said)
    if (connection.clientId === undefined || !permitted) return
    const frames = this.#waiting.get(connection) ?? []
    frames.push({ clientId: connection.clientId, frame: permitted === said ? frame : encodeLiveFrame(permitted) })
    // Together they are no longer than one may be: a thousand receivers make megabytes of them.
    while (frames.length > MAX_FRAMES_PER_TICK || frames.reduce((sum, each) => sum + each.frame.byteLength, 0) > MAX_LIVE_FRAME_BYTES)
      frames.shift()
    this.#waiting.set(connection, frames)
    this.#cancelTick ??= this.#clock.after(PRESENCE_TICK_MS, () => this.#tick())
  }

  close(): void {
    this.#cancelTick?.()
    this.#cancelTick = null
    this.#waiting.clear()
  }

  #tick(): void {
    this.#cancelTick = null
    const waiting = this.#waiting
    this.#waiting = new Map()
    // Senders know their own frames by their client id; leaving them out would cost one encoding per sender.
    const shared = encodeLive([...waiting.values()].flat())
    const soleSender = waiting.size === 1 ? waiting.keys().next().value : undefined
    const now = this.#clock.now()
    for (const receiver of this.#receivers()) {
      if (receiver !== soleSender && receiver.synced && !receiver.slow) receiver.send(shared, now)
    }
  }
}
