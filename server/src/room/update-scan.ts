import * as decoding from 'lib0/decoding'
import { BadFrameError } from './frame.ts'

/** What an update would cost, read from its bytes before anything is built from them. */
export interface UpdateSize {
  structs: number
  deletions: number
  /** names of root types that it writes to */
  roots: ReadonlySet<string>
}

/**
 * Structs of one update. A board of 20,000 records written at once has 80,000; decoding takes a microsecond each, and two bytes are
 * enough for one (8 MiB of them took 3.7 s and a gigabyte).
 */
const MAX_STRUCTS = 100_000
/** Moving all of 20,000 records deletes as many former places. */
const MAX_DELETIONS = 100_000
/** Objects, lists and byte arrays: two bytes make one that takes sixty. A card has about 5 in 240 bytes. */
const BYTES_PER_CONTAINER = 8
const FREE_CONTAINERS = 1_000
/** JSON comes only as the value of a mark in rich text. */
const MAX_JSON_BYTES = 65_536
/** Rich text nests some ten levels; a deeper value overflows somebody's stack. */
const MAX_VALUE_DEPTH = 48
/** The layout has three roots. */
const MAX_ROOTS = 8
const MAX_ROOT_NAME_BYTES = 100

/**
 * Walks over an update in Yjs format V1 without building anything. Refuses what no honest client sends and what would cost out of
 * all proportion to its bytes; `Y.decodeUpdate` may build the rest. Throws `BadFrameError`, or a `RangeError` at an early end.
 */
export function scanUpdate(update: Uint8Array): UpdateSize {
  const scan = new Scan(update)
  scan.structSections()
  scan.deletionSections()
  if (decoding.hasContent(scan.decoder)) throw new BadFrameError('Bytes behind the end of an update')
  return scan
}

class Scan implements UpdateSize {
  readonly decoder: decoding.Decoder
  structs = 0
  deletions = 0
  readonly roots = new Set<string>()
  #containers = 0

  constructor(update: Uint8Array) {
    this.decoder = decoding.createDecoder(update)
  }

  structSections(): void {
    const clients = new Set<number>()
    const sections = this.#number()
    for (let i = 0; i < sections; i++) {
      const count = this.#number()
      this.#newClient(clients)
      this.#number() // the clock at which the section begins
      this.structs += count
      if (this.structs > MAX_STRUCTS) throw new BadFrameError(`${this.structs} structs in one update`)
      for (let n = 0; n < count; n++) this.#struct()
    }
  }

  deletionSections(): void {
    const clients = new Set<number>()
    const sections = this.#number()
    for (let i = 0; i < sections; i++) {
      this.#newClient(clients)
      const count = this.#number()
      // An empty section costs as much as a range.
      this.deletions += count + 1
      if (this.deletions > MAX_DELETIONS) throw new BadFrameError(`${this.deletions} deletions in one update`)
      let end = 0
      for (let n = 0; n < count; n++) {
        const clock = this.#number()
        const length = this.#number()
        // Yjs walks over each range: the same one ten thousand times would never end.
        if (clock < end) throw new BadFrameError('Deletions that overlap')
        end = clock + length
        if (!Number.isSafeInteger(end)) throw new BadFrameError('A deletion without end')
      }
    }
  }

  /** Yjs keeps only the last of two sections: what we checked would not be what it applies. */
  #newClient(clients: Set<number>): void {
    const client = this.#number()
    if (clients.has(client)) throw new BadFrameError('Two sections of one client')
    clients.add(client)
  }

  #struct(): void {
    const info = decoding.readUint8(this.decoder)
    const kind = info & 0b1_1111
    if (kind === 0 || info === SKIP) {
      this.#notEmpty(this.#number())
      return
    }
    const hasOrigin = (info & 0b1000_0000) !== 0
    const hasRightOrigin = (info & 0b0100_0000) !== 0
    if (hasOrigin) this.#id()
    if (hasRightOrigin) this.#id()
    if (!hasOrigin && !hasRightOrigin) this.#parent((info & 0b0010_0000) !== 0)
    this.#content(kind)
  }

  #parent(hasKey: boolean): void {
    if (this.#number() === 1) {
      const start = this.decoder.pos
      if (this.#number() > MAX_ROOT_NAME_BYTES) throw new BadFrameError('A root with an endless name')
      this.decoder.pos = start
      this.roots.add(decoding.readVarString(this.decoder))
      if (this.roots.size > MAX_ROOTS) throw new BadFrameError('Too many roots')
    } else {
      this.#id()
    }
    if (hasKey) this.#skipBytes()
  }

  #content(kind: number): void {
    switch (kind) {
      case 1: // deleted
        return this.#notEmpty(this.#number())
      case 2: // JSON
        return this.#each(() => this.#json())
      case 3: // binary
        return this.#bytes()
      case 4: // string
        return this.#notEmpty(this.#skipBytes())
      case 5: // embed
        return this.#json()
      case 6: // format
        this.#skipBytes()
        return this.#json()
      case 7: // type
        return this.#type()
      case 8: // any
        return this.#each(() => this.#value(0))
      case 9:
        throw new BadFrameError('Boards have no subdocuments')
      default:
        throw new BadFrameError(`Unknown content ${kind}`)
    }
  }

  #type(): void {
    const type = this.#number()
    if (type > 6) throw new BadFrameError(`Unknown type ${type}`)
    if (type === XML_ELEMENT || type === XML_HOOK) this.#skipBytes()
  }

  #value(depth: number): void {
    if (depth > MAX_VALUE_DEPTH) throw new BadFrameError('A value nested too deep')
    const kind = decoding.readUint8(this.decoder)
    if (kind === 127 || kind === 126 || kind === 121 || kind === 120) return // undefined, null, false, true
    if (kind === 125) decoding.readVarInt(this.decoder)
    else if (kind === 124) this.#skip(4)
    else if (kind === 123) this.#skip(8)
    else if (kind === 119) this.#skipBytes()
    else if (kind === 116) this.#bytes()
    else if (kind === 117 || kind === 118) {
      this.#container()
      const count = this.#number()
      for (let n = 0; n < count; n++) {
        if (kind === 118) this.#skipBytes()
        this.#value(depth + 1)
      }
    } else {
      throw new BadFrameError(`Unknown value ${kind}`)
    }
  }

  #each(read: () => void): void {
    const count = this.#number()
    this.#notEmpty(count)
    for (let n = 0; n < count; n++) read()
  }

  /** A struct of no length has the clock of the next one. */
  #notEmpty(length: number): void {
    if (length === 0) throw new BadFrameError('An empty struct')
  }

  #json(): void {
    const length = this.#skipBytes()
    if (length > MAX_JSON_BYTES) throw new BadFrameError(`${length} bytes of JSON`)
    this.#container(length / BYTES_PER_CONTAINER)
  }

  #bytes(): void {
    this.#container()
    this.#skipBytes()
  }

  #container(count = 1): void {
    this.#containers += count
    if (this.#containers > FREE_CONTAINERS + this.decoder.arr.length / BYTES_PER_CONTAINER) throw new BadFrameError('Too many small values')
  }

  #id(): void {
    this.#number()
    this.#number()
  }

  #number(): number {
    return decoding.readVarUint(this.decoder)
  }

  /** Steps over a string or byte array; returns its bytes. */
  #skipBytes(): number {
    const length = this.#number()
    this.#skip(length)
    return length
  }

  #skip(length: number): void {
    const { arr, pos } = this.decoder
    if (length > arr.length - pos) throw new RangeError('Unexpected end of array')
    this.decoder.pos = pos + length
  }
}

const SKIP = 10
const XML_ELEMENT = 3
const XML_HOOK = 5
