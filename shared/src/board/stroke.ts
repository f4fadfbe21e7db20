import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { equalityDeep } from 'lib0/function'
import type { BoardRecord, Json } from './board-record.ts'

/**
 * A pen stroke grows point by point. As one JSON value it would be written whole each second (measured: 9.1 kB for 299 points);
 * instead each second appends a facet `seg.N` with the new points as differences: `Uint8Array`s of about four bytes a point.
 * `props.segments` as a facet of its own, from a resize or an older board, replaces all of them. A page goes on only with strokes
 * that it drew itself; two pages that made one stroke longer at once would write the same `seg.N`, and one of both would stay.
 */
export const SEGMENTS_PROP = 'props.segments'

/** In live frames: the end of a stroke that the document does not have yet. */
export const STROKE_TAIL = 'seg'

/** `maxChunks`: facets of one stroke; a slower one is written whole. `chunkBytes`: some 1,000 points, tldraw splits at 600. */
export const STROKE_LIMITS = { maxChunks: 100, chunkBytes: 4_096 } as const

/** A change further back is no growth: the stroke was bent or resized. */
const MAX_REWOUND_POINTS = 8

/** tldraw keeps two decimals of what the pen says. */
const SCALE = 100

const TYPES = ['free', 'straight'] as const

interface Point {
  readonly x: number
  readonly y: number
  readonly z?: number
}

interface Segment {
  readonly type: (typeof TYPES)[number]
  readonly points: readonly Point[]
}

/** Bytes that nobody here wrote. Readers leave them out. */
export class StrokeError extends Error {
  override readonly name = 'StrokeError'
}

/** True for shapes that are drawn point by point. */
export function isStroke(record: BoardRecord): boolean {
  return record.typeName === 'shape' && (record.type === 'draw' || record.type === 'highlight')
}

/** Name of the n-th chunk's facet, from 0. */
export function chunkKey(n: number): string {
  return `seg.${n}`
}

/** Which chunk a facet is, or null when it is none. */
export function chunkNumber(key: string): number | null {
  const digits = /^seg\.(0|[1-9]\d{0,2})$/.exec(key)?.[1]
  return digits === undefined || Number(digits) >= STROKE_LIMITS.maxChunks ? null : Number(digits)
}

/**
 * The bytes that make `to` of `from` when `to` goes on where `from` ends, or null when it does not or cannot be said exactly.
 * The last points may differ: a pen that hardly moves replaces its last point, and so does a straight line.
 */
export function encodeGrowth(from: unknown, to: unknown): Uint8Array | null {
  if (!isSegments(from) || !isSegments(to) || to.length === 0) return null
  let same = 0
  while (same < from.length && same < to.length && (from[same] === to[same] || equalityDeep(from[same], to[same]))) same++
  const before = from[same]
  const grown = to[same]
  let points = 0
  if (before && grown && before.type === grown.type) {
    while (points < before.points.length && points < grown.points.length && isSamePoint(before.points[points], grown.points[points]))
      points++
  }
  const kept = countPoints(from.slice(0, same)) + points
  if (countPoints(from) - kept > MAX_REWOUND_POINTS) return null
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, kept)
  const pieces = to.slice(same).map((segment, i) => ({ segment, from: i === 0 ? points : 0 }))
  encoding.writeVarUint(encoder, pieces.length)
  let last: Point = (points > 0 ? grown?.points[points - 1] : to[same - 1]?.points.at(-1)) ?? { x: 0, y: 0 }
  for (const { segment, from: start } of pieces) {
    encoding.writeUint8(encoder, start > 0 ? TYPES.length : TYPES.indexOf(segment.type))
    const added = segment.points.slice(start)
    // Pressure of a mouse never changes.
    const isFlat = added.every(({ z }) => z === added[0]?.z)
    encoding.writeVarUint(encoder, added.length)
    encoding.writeUint8(encoder, isFlat ? (added[0]?.z === undefined ? 2 : 1) : 0)
    if (isFlat && added[0]?.z !== undefined) encoding.writeVarInt(encoder, Math.round(added[0].z * SCALE))
    for (const point of added) {
      for (const value of isFlat
        ? [point.x - last.x, point.y - last.y]
        : [point.x - last.x, point.y - last.y, (point.z ?? 0) - (last.z ?? 0)]) {
        encoding.writeVarInt(encoder, Math.round(value * SCALE))
      }
      last = point
    }
  }
  const bytes = encoding.toUint8Array(encoder)
  if (bytes.length > STROKE_LIMITS.chunkBytes) return null
  // Points of another precision, of an empty segment, or with no pressure among others with one: not exactly the same.
  return equalityDeep(appendGrowth(from, bytes), to) ? bytes : null
}

/**
 * The stroke with a chunk appended; null when the chunk starts beyond the stroke's end, or ends before it (the stroke has grown since).
 * @throws {StrokeError} when the bytes are no chunk
 */
export function appendGrowth(segments: unknown, chunk: Uint8Array): Json | null {
  const base = isSegments(segments) ? segments : []
  const { kept, pieces, count } = decodeChunk(chunk)
  const length = countPoints(base)
  if (kept > length || kept + count < length) return null
  const stroke = firstPoints(base, kept)
  let last: Point = stroke.at(-1)?.points.at(-1) ?? { x: 0, y: 0 }
  for (const { type, flat, steps } of pieces) {
    const points = steps.map(([dx, dy, dz]): Point => {
      const z = flat === undefined ? round((last.z ?? 0) * SCALE + dz) : flat
      last = { x: round(last.x * SCALE + dx), y: round(last.y * SCALE + dy), ...(z === null ? {} : { z }) }
      return last
    })
    const open = stroke.at(-1)
    if (type === null && open) stroke[stroke.length - 1] = { ...open, points: [...open.points, ...points] }
    else stroke.push({ type: type ?? 'free', points })
  }
  return stroke as unknown as Json // interfaces have no index signature
}

/** True when the bytes are a chunk of some stroke. */
export function isChunk(bytes: Uint8Array): boolean {
  try {
    decodeChunk(bytes)
    return true
  } catch {
    return false
  }
}

interface Piece {
  /** null: goes on with the last segment */
  type: Segment['type'] | null
  /** pressure of all points; null: none has one; undefined: each has its own */
  flat: number | null | undefined
  steps: readonly (readonly [dx: number, dy: number, dz: number])[]
}

function decodeChunk(chunk: Uint8Array): { kept: number; pieces: Piece[]; count: number } {
  try {
    const decoder = decoding.createDecoder(chunk)
    const kept = decoding.readVarUint(decoder)
    const pieces = Array.from({ length: bounded(decoding.readVarUint(decoder)) }, (): Piece => {
      const type = decoding.readUint8(decoder)
      const length = bounded(decoding.readVarUint(decoder))
      const pressure = decoding.readUint8(decoder)
      if (type > TYPES.length || pressure > 2) throw new StrokeError('Not a chunk of a stroke')
      const flat = pressure === 1 ? round(decoding.readVarInt(decoder)) : pressure === 2 ? null : undefined
      const steps = Array.from({ length }, () => {
        const dx = decoding.readVarInt(decoder)
        const dy = decoding.readVarInt(decoder)
        return [dx, dy, pressure === 0 ? decoding.readVarInt(decoder) : 0] as const
      })
      return { type: TYPES[type] ?? null, flat, steps }
    })
    if (decoding.hasContent(decoder)) throw new StrokeError('More than a chunk of a stroke')
    return { kept, pieces, count: pieces.reduce((sum, { steps }) => sum + steps.length, 0) }
  } catch (cause) {
    throw cause instanceof StrokeError ? cause : new StrokeError(`Not a chunk of a stroke: ${String(cause)}`)
  }
}

/** A length that a chunk of the allowed size can have: nobody makes us allocate more. */
function bounded(length: number): number {
  if (length > STROKE_LIMITS.chunkBytes) throw new StrokeError(`A chunk with ${length} parts`)
  return length
}

function round(hundredths: number): number {
  // Minus zero is not zero for those who compare.
  return Math.round(hundredths) / SCALE + 0
}

function firstPoints(segments: readonly Segment[], count: number): Segment[] {
  const kept: Segment[] = []
  let left = count
  for (const segment of segments) {
    if (left === 0) break
    kept.push(segment.points.length <= left ? segment : { ...segment, points: segment.points.slice(0, left) })
    left -= Math.min(left, segment.points.length)
  }
  return kept
}

function countPoints(segments: readonly Segment[]): number {
  return segments.reduce((sum, { points }) => sum + points.length, 0)
}

function isSamePoint(a: Point | undefined, b: Point | undefined): boolean {
  return a === b || (a?.x === b?.x && a?.y === b?.y && a?.z === b?.z)
}

function isSegments(value: unknown): value is readonly Segment[] {
  return Array.isArray(value) && value.every((segment: Partial<Segment> | null) => Array.isArray(segment?.points))
}
