import * as encoding from 'lib0/encoding'
import { MessageType } from '@remedyboard/shared/protocol/message-type'
import { encodeUpdate } from '../room/frame.ts'

/** Writes what no Yjs would write: an update byte by byte (format V1), for attacks. */
export type Write = (encoder: encoding.Encoder) => void

/** Structs of one client from `clock` on; they are numbered one after the other. */
export interface Section {
  client: number
  clock?: number
  structs: Iterable<Write>
}

export function forgedUpdate(
  sections: readonly Section[],
  deletions: readonly { client: number; ranges: readonly (readonly [number, number])[] }[] = [],
): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, sections.length)
    for (const { client, clock = 0, structs } of sections) {
      const body = encoding.createEncoder()
      let count = 0
      for (const write of structs) {
        write(body)
        count += 1
      }
      encoding.writeVarUint(encoder, count)
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeUint8Array(encoder, encoding.toUint8Array(body))
    }
    encoding.writeVarUint(encoder, deletions.length)
    for (const { client, ranges } of deletions) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, ranges.length)
      for (const [clock, length] of ranges) {
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarUint(encoder, length)
      }
    }
  })
}

export const forgedFrame = (...parts: Parameters<typeof forgedUpdate>): Uint8Array => encodeUpdate(forgedUpdate(...parts))

type Id = readonly [client: number, clock: number]

/** Where an item says it stands. */
interface Where {
  origin?: Id
  rightOrigin?: Id
  /** a root's name, or the item that holds the type */
  parent?: string | Id
  key?: string
}

export const gc =
  (length: number): Write =>
  (encoder) => {
    encoding.writeUint8(encoder, 0)
    encoding.writeVarUint(encoder, length)
  }

export const item =
  (content: { ref: number; write: Write }, { origin, rightOrigin, parent = 'records', key }: Where = {}): Write =>
  (encoder) => {
    const info = content.ref | (origin ? 128 : 0) | (rightOrigin ? 64 : 0) | (key === undefined ? 0 : 32)
    encoding.writeUint8(encoder, info)
    const id = ([client, clock]: Id) => {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
    }
    if (origin) id(origin)
    if (rightOrigin) id(rightOrigin)
    if (!origin && !rightOrigin) {
      encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0)
      if (typeof parent === 'string') encoding.writeVarString(encoder, parent)
      else id(parent)
      if (key !== undefined) encoding.writeVarString(encoder, key)
    }
    content.write(encoder)
  }

export const text = (value: string) => ({ ref: 4, write: (encoder: encoding.Encoder) => encoding.writeVarString(encoder, value) })

/** One value as bytes in lib0's `any`; 126 is null. */
export const any = (...bytes: readonly number[]) => ({
  ref: 8,
  write: (encoder: encoding.Encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeUint8Array(encoder, Uint8Array.from(bytes))
  },
})

/** A Y type by its number: 1 map, 2 text. */
export const type = (ref: number) => ({ ref: 7, write: (encoder: encoding.Encoder) => encoding.writeVarUint(encoder, ref) })

export const deleted = (length: number) => ({ ref: 1, write: (encoder: encoding.Encoder) => encoding.writeVarUint(encoder, length) })

export function* times(count: number, make: (index: number) => Write): Iterable<Write> {
  for (let i = 0; i < count; i++) yield make(i)
}

/** A frame of any type: the number, then the bytes. */
export function frame(messageType: number, write: Write = () => undefined): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType)
    write(encoder)
  })
}

export const ackFrame = (n: number): Uint8Array => frame(MessageType.ack, (encoder) => encoding.writeVarUint(encoder, n))

export const awarenessFrame = (states: readonly { clientId: number; clock: number; json: string }[]): Uint8Array =>
  frame(MessageType.awareness, (encoder) => {
    encoding.writeVarUint8Array(
      encoder,
      encoding.encode((body) => {
        encoding.writeVarUint(body, states.length)
        for (const { clientId, clock, json } of states) {
          encoding.writeVarUint(body, clientId)
          encoding.writeVarUint(body, clock)
          encoding.writeVarString(body, json)
        }
      }),
    )
  })
