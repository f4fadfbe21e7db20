import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { recordsOf } from './board-document.ts'
import type { BoardRecord, Json } from './board-record.ts'
import { diffFacets, readRecord, writeFacets, writeRecord } from './facets.ts'
import { appendGrowth, chunkKey, chunkNumber, encodeGrowth, STROKE_LIMITS, StrokeError } from './stroke.ts'

// Some hundred random texts each: a second on an idle core, and many on a busy one.
vi.setConfig({ testTimeout: 60_000 })

const SEED = { seed: 20260302, numRuns: 300 }

const coordinate = fc.integer({ min: -500_000, max: 500_000 }).map((n) => n / 100)
const pressure = fc.oneof(
  fc.constant(0.5),
  fc.integer({ min: 0, max: 125 }).map((n) => n / 100),
)
const point = fc.record({ x: coordinate, y: coordinate, z: pressure })
const flatPoint = fc.record({ x: coordinate, y: coordinate })
const segment = fc.record({
  type: fc.constantFrom('free', 'straight'),
  points: fc.oneof(fc.array(point, { minLength: 1, maxLength: 12 }), fc.array(flatPoint, { minLength: 1, maxLength: 12 })),
})
const stroke = fc.array(segment, { minLength: 1, maxLength: 4 }) as unknown as fc.Arbitrary<Json[]> // its points are JSON

const draw = (segments: Json): BoardRecord => ({
  id: 'shape:d',
  typeName: 'shape',
  type: 'draw',
  x: 0,
  y: 0,
  rotation: 0,
  parentId: 'page:page',
  index: 'a1',
  props: { segments, isComplete: false },
  meta: {},
})

function live(record: BoardRecord) {
  const records = recordsOf(new Y.Doc())
  writeRecord(records, record)
  return records.get(record.id) as Y.Map<unknown>
}

describe('growth of a stroke', () => {
  it('read back gives the stroke as it was drawn', () => {
    fc.assert(
      fc.property(stroke, stroke, (from, added) => {
        const to = [...from, ...added]
        const bytes = encodeGrowth(from, to)
        expect(bytes && appendGrowth(from, bytes)).toEqual(to)
        // a frame that comes twice, or after the document has it, changes nothing
        expect(bytes && appendGrowth(to, bytes)).toEqual(to)
      }),
      SEED,
    )
  })

  it('any two strokes: exact, or not said at all', () => {
    fc.assert(
      fc.property(stroke, stroke, (from, to) => {
        const bytes = encodeGrowth(from, to)
        if (bytes) expect(appendGrowth(from, bytes)).toEqual(to)
      }),
      SEED,
    )
  })

  it('a last point that moved is growth; a stroke that was resized is not', () => {
    const line = (x: number): Json => [
      {
        type: 'straight',
        points: [
          { x: 0, y: 0, z: 0.5 },
          { x, y: 7.25, z: 0.5 },
        ],
      },
    ]
    const bytes = encodeGrowth(line(3), line(4.5))
    expect(bytes && appendGrowth(line(3), bytes)).toEqual(line(4.5))
    const points = Array.from({ length: 30 }, (_, i) => ({ x: i, y: i, z: 0.5 }))
    const resized = points.map(({ x, y, z }) => ({ x: x * 1.5, y, z }))
    expect(encodeGrowth([{ type: 'free', points }], [{ type: 'free', points: resized }])).toBeNull()
    expect(encodeGrowth([], [{ type: 'free', points: [{ x: 1 / 3, y: 0 }] }])).toBeNull()
  })

  it('a frame before the points that it goes on from, or from long ago, is left out', () => {
    const points = Array.from({ length: 30 }, (_, i) => ({ x: i, y: i, z: 0.5 }))
    const upTo = (n: number): Json => [{ type: 'free', points: points.slice(0, n) }]
    const bytes = encodeGrowth(upTo(10), upTo(20)) as Uint8Array
    expect(appendGrowth(upTo(5), bytes)).toBeNull()
    expect(appendGrowth(upTo(15), bytes)).toEqual(upTo(20))
    expect(appendGrowth(upTo(30), bytes)).toBeNull()
  })

  it('any bytes are a chunk or a StrokeError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        try {
          appendGrowth([], bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(StrokeError)
        }
      }),
      SEED,
    )
  })

  it('costs about four bytes a point', () => {
    const points = Array.from({ length: 299 }, (_, i) => ({ x: Math.round(500 * Math.sin(i / 9)), y: i * 3.25, z: 0.5 }))
    const bytes = encodeGrowth([], [{ type: 'free', points }])
    expect(bytes?.length).toBeLessThan(1_300)
  })

  it('only numbers of chunks are chunks', () => {
    expect(chunkNumber(chunkKey(7))).toBe(7)
    for (const key of ['seg', 'seg.', 'seg.01', 'seg.-1', 'seg.1e3', `seg.${STROKE_LIMITS.maxChunks}`, 'props.segments'])
      expect(chunkNumber(key)).toBeNull()
  })
})

describe('a stroke as facets', () => {
  it('grows by chunks, and reads as what was drawn', () => {
    fc.assert(
      // segments are JSON; their type has no index signature
      fc.property(fc.array(segment, { minLength: 1, maxLength: 8 }) as unknown as fc.Arbitrary<Json[]>, (segments) => {
        const facets = live(draw(segments.slice(0, 1)))
        for (let n = 2; n <= segments.length; n++)
          writeFacets(facets, diffFacets(draw(segments.slice(0, n - 1)), draw(segments.slice(0, n))))
        expect(readRecord(facets)).toEqual(draw(segments))
        expect(facets.has('props.segments')).toBe(false)
      }),
      SEED,
    )
  })

  it('resized it is one value, which replaces the chunks; taken back, they count again', () => {
    const points = Array.from({ length: 30 }, (_, i) => ({ x: i, y: i, z: 0.5 }))
    const drawn = draw([{ type: 'free', points }])
    const resized = draw([{ type: 'free', points: points.map(({ x, y, z }) => ({ x: x * 1.5, y, z })) }])
    const facets = live(draw([{ type: 'free', points: points.slice(0, 1) }]))
    writeFacets(facets, diffFacets(draw([{ type: 'free', points: points.slice(0, 1) }]), drawn))
    writeFacets(facets, diffFacets(drawn, resized))
    expect(readRecord(facets)).toEqual(resized)
    facets.delete('props.segments')
    expect(readRecord(facets)).toEqual(drawn)
  })

  it('a chunk that nobody can read is left out', () => {
    const drawn = draw([{ type: 'free', points: [{ x: 1, y: 1, z: 0.5 }] }])
    const facets = live(drawn)
    facets.set('seg.0', Uint8Array.of(255, 255, 255))
    facets.set('seg.1', 'words')
    expect(readRecord(facets)).toEqual(drawn)
  })
})
