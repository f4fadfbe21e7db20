import { writeRelayedFrames, type RelayedFrame } from '@remedyboard/shared/protocol/live-frame'
import { MessageType } from '@remedyboard/shared/protocol/message-type'
import type { RefusedChange } from '@remedyboard/shared/protocol/refused-change'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** What a client says. One message per frame (docs/protocol.md). */
export type ClientFrame =
  | { type: 'sync-step-1'; stateVector: Uint8Array }
  /** SyncStep2 and update mean the same to a server: changes to take in. */
  | { type: 'update'; update: Uint8Array }
  | { type: 'awareness'; entries: AwarenessEntry[] }
  | { type: 'query-awareness' }
  | { type: 'ack'; n: number }
  | { type: 'live'; frame: Uint8Array }
  | { type: 'unknown'; messageType: number }

/** One client's state in an awareness message; `json` is `null` in JSON when it left. */
export interface AwarenessEntry {
  clientId: number
  clock: number
  json: string
}

const SYNC_STEP_1 = 0
const SYNC_STEP_2 = 1
const SYNC_UPDATE = 2

/** An honest provider sends its own state, and a stock one echoes what it received. */
const MAX_AWARENESS_ENTRIES = 2_000

/** A frame that cannot be what it claims. Closes the connection with 1003; the room goes on. */
export class BadFrameError extends Error {
  override readonly name = 'BadFrameError'
}

/** Reads one frame. Throws when it cannot be read. */
export function decodeFrame(bytes: Uint8Array): ClientFrame {
  const decoder = decoding.createDecoder(bytes)
  const messageType = decoding.readVarUint(decoder)
  switch (messageType) {
    case MessageType.sync: {
      const syncType = decoding.readVarUint(decoder)
      const payload = decoding.readVarUint8Array(decoder)
      if (syncType === SYNC_STEP_1) return { type: 'sync-step-1', stateVector: payload }
      if (syncType === SYNC_STEP_2 || syncType === SYNC_UPDATE) return { type: 'update', update: payload }
      throw new BadFrameError(`Unknown sync message ${syncType}`)
    }
    case MessageType.awareness:
      return { type: 'awareness', entries: decodeAwareness(decoding.readVarUint8Array(decoder)) }
    case MessageType.queryAwareness:
      return { type: 'query-awareness' }
    case MessageType.ack:
      return { type: 'ack', n: decoding.readVarUint(decoder) }
    case MessageType.live:
      return { type: 'live', frame: decoding.readTailAsUint8Array(decoder) }
    default:
      return { type: 'unknown', messageType }
  }
}

function decodeAwareness(bytes: Uint8Array): AwarenessEntry[] {
  const decoder = decoding.createDecoder(bytes)
  const count = decoding.readVarUint(decoder)
  if (count > MAX_AWARENESS_ENTRIES) throw new BadFrameError(`${count} awareness states in one frame`)
  // Only the last state of a client counts; the others are not worth parsing.
  const entries = new Map<number, AwarenessEntry>()
  for (let i = 0; i < count; i++) {
    const clientId = decoding.readVarUint(decoder)
    entries.set(clientId, { clientId, clock: decoding.readVarUint(decoder), json: decoding.readVarString(decoder) })
  }
  return [...entries.values()]
}

export function encodeSyncStep1(stateVector: Uint8Array): Uint8Array {
  return encodeSync(SYNC_STEP_1, stateVector)
}

export function encodeSyncStep2(update: Uint8Array): Uint8Array {
  return encodeSync(SYNC_STEP_2, update)
}

export function encodeUpdate(update: Uint8Array): Uint8Array {
  return encodeSync(SYNC_UPDATE, update)
}

function encodeSync(syncType: number, payload: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.sync)
    encoding.writeVarUint(encoder, syncType)
    encoding.writeVarUint8Array(encoder, payload)
  })
}

export function encodeAwarenessEntry({ clientId, clock, json }: AwarenessEntry): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clientId)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, json)
  })
}

/** One frame of entries that `encodeAwarenessEntry` made. */
export function encodeAwareness(entries: readonly Uint8Array[]): Uint8Array {
  const body = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length)
    for (const entry of entries) encoding.writeUint8Array(encoder, entry)
  })
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.awareness)
    encoding.writeVarUint8Array(encoder, body)
  })
}

/** An awareness message without states: says nothing, but resets the client's watchdog. */
export const KEEPALIVE_FRAME = encodeAwareness([])

export function encodeAck(n: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.ack)
    encoding.writeVarUint(encoder, n)
  })
}

export function encodeLive(frames: readonly RelayedFrame[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.live)
    writeRelayedFrames(encoder, frames)
  })
}

export function encodeSession(json: string): Uint8Array {
  return encodeJson(MessageType.session, json)
}

export function encodeRefused(n: number, refused: readonly RefusedChange[]): Uint8Array {
  return encodeJson(MessageType.refused, JSON.stringify({ n, refused }))
}

function encodeJson(messageType: number, json: string): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType)
    encoding.writeVarString(encoder, json)
  })
}
