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

/** Frames of one tick, until they have this many bytes together: three hundred people who drag cards send that much, and each hears all of it. */
const MAX_BYTES_PER_TICK = 32 * 1024

/** Passes on what people are dragging right now (message 104): coalesced per tick, encoded once, never stored. */
export class LiveRelay {
  readonly #clock: Clock
  readonly #receivers: () => Iterable<Connection>
  readonly #permit: (sender: Connection, frame: LiveFrame) => LiveFrame | null
  /** longest waiting first */
  readonly #waiting = new Map<Connection, RelayedFrame[]>()
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
    while (frames.length > MAX_FRAMES_PER_TICK || bytesOf(frames) > MAX_LIVE_FRAME_BYTES) frames.shift()
    // Whoever goes on keeps their place.
    this.#waiting.set(connection, frames)
    this.#schedule()
  }

  close(): void {
    this.#cancelTick?.()
    this.#cancelTick = null
    this.#waiting.clear()
  }

  #schedule(): void {
    this.#cancelTick ??= this.#clock.after(PRESENCE_TICK_MS, () => this.#tick())
  }

  #tick(): void {
    this.#cancelTick = null
    const taken = this.#takeNext()
    // Senders know their own frames by their client id; leaving them out would cost one encoding per sender.
    const shared = encodeLive([...taken.values()].flat())
    const soleSender = taken.size === 1 ? taken.keys().next().value : undefined
    const now = this.#clock.elapsed()
    for (const receiver of this.#receivers()) {
      if (receiver !== soleSender && receiver.synced && !receiver.slow) receiver.send(shared, now)
    }
    if (this.#waiting.size > 0) this.#schedule()
  }

  /** As much as one tick may tell; the others have the next one. */
  #takeNext(): ReadonlyMap<Connection, readonly RelayedFrame[]> {
    const taken = new Map<Connection, readonly RelayedFrame[]>()
    let bytes = 0
    for (const [sender, frames] of this.#waiting) {
      if (bytes >= MAX_BYTES_PER_TICK) break
      bytes += bytesOf(frames)
      taken.set(sender, frames)
      this.#waiting.delete(sender)
    }
    return taken
  }
}

function bytesOf(frames: readonly RelayedFrame[]): number {
  return frames.reduce((sum, { frame }) => sum + frame.byteLength, 0)
}
