import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Json } from '../board/board-record.ts'
import type { FacetChange } from '../board/facets.ts'

/**
 * What one frame of a gesture says (message 104). Frames are relayed and never stored; whoever misses some shows the document.
 * `gesture` numbers the sender's gestures. `move`: the first of `ids` stands at x, y (board units) and the others keep their
 * place relative to it; `ids` is left out while it is what an earlier frame of the same gesture said. `change`: facets laid over
 * the document. `end`: what was shown holds until the document says the same. `cancel`: the document holds at once.
 */
export type LiveFrame =
  | { gesture: number; kind: 'move'; ids: readonly string[] | null; x: number; y: number }
  | { gesture: number; kind: 'change'; records: readonly LiveRecord[] }
  | { gesture: number; kind: 'end' }
  | { gesture: number; kind: 'cancel' }

export interface LiveRecord {
  id: string
  changes: readonly FacetChange[]
}

const KINDS = ['move', 'change', 'end', 'cancel'] as const

/** More shapes than people drag; beyond it a frame would be larger than the document's own write. */
export const MAX_LIVE_RECORDS = 1_000

/** Larger frames would cost a phone more than waiting for the durable write. */
export const MAX_LIVE_FRAME_BYTES = 4_096

/** A frame that is not one. Receivers drop it. */
export class LiveFrameError extends Error {
  override readonly name = 'LiveFrameError'
}

export function encodeLiveFrame(frame: LiveFrame): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, frame.gesture)
  encoding.writeUint8(encoder, KINDS.indexOf(frame.kind))
  if (frame.kind === 'move') {
    encoding.writeVarInt(encoder, Math.round(frame.x))
    encoding.writeVarInt(encoder, Math.round(frame.y))
    encoding.writeVarUint(encoder, frame.ids ? frame.ids.length : 0)
    for (const id of frame.ids ?? []) encoding.writeVarString(encoder, id)
  } else if (frame.kind === 'change') {
    encoding.writeVarUint(encoder, frame.records.length)
    for (const { id, changes } of frame.records) {
      encoding.writeVarString(encoder, id)
      encoding.writeVarUint(encoder, changes.length)
      for (const { key, value } of changes) {
        encoding.writeVarString(encoder, key)
        // lib0's `any` holds JSON and undefined; it only lacks the readonly in its types
        encoding.writeAny(encoder, value as Parameters<typeof encoding.writeAny>[1])
      }
    }
  }
  return encoding.toUint8Array(encoder)
}

/** @throws {LiveFrameError} when the bytes are no frame */
export function decodeLiveFrame(bytes: Uint8Array): LiveFrame {
  try {
    return decode(decoding.createDecoder(bytes))
  } catch (cause) {
    throw cause instanceof LiveFrameError ? cause : new LiveFrameError(`Not a live frame: ${String(cause)}`)
  }
}

function decode(decoder: decoding.Decoder): LiveFrame {
  const gesture = decoding.readVarUint(decoder)
  const kind = KINDS[decoding.readUint8(decoder)]
  if (kind === undefined) throw new LiveFrameError('Unknown kind of live frame')
  if (kind === 'end') return { gesture, kind }
  if (kind === 'cancel') return { gesture, kind }
  if (kind === 'move') {
    const x = decoding.readVarInt(decoder)
    const y = decoding.readVarInt(decoder)
    const ids = readMany(decoder, () => decoding.readVarString(decoder))
    return { gesture, kind, ids: ids.length > 0 ? ids : null, x, y }
  }
  const records = readMany(decoder, () => ({
    id: decoding.readVarString(decoder),
    changes: readMany(decoder, () => ({ key: decoding.readVarString(decoder), value: decoding.readAny(decoder) as Json | undefined })),
  }))
  return { gesture, kind, records }
}

function readMany<T>(decoder: decoding.Decoder, read: () => T): T[] {
  const count = decoding.readVarUint(decoder)
  if (count > MAX_LIVE_RECORDS) throw new LiveFrameError(`${count} entries in a live frame`)
  return Array.from({ length: count }, read)
}

/** One sender's frame as the server relays it. */
export interface RelayedFrame {
  clientId: number
  frame: Uint8Array
}

/** Payload of a relayed 104: senders one after the other until the end of the message. */
export function writeRelayedFrames(encoder: encoding.Encoder, frames: Iterable<RelayedFrame>): void {
  for (const { clientId, frame } of frames) {
    encoding.writeVarUint(encoder, clientId)
    encoding.writeVarUint8Array(encoder, frame)
  }
}

export function readRelayedFrames(decoder: decoding.Decoder): RelayedFrame[] {
  const frames: RelayedFrame[] = []
  while (decoding.hasContent(decoder)) {
    frames.push({ clientId: decoding.readVarUint(decoder), frame: decoding.readVarUint8Array(decoder) })
  }
  return frames
}
