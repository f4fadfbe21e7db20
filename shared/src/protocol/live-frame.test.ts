import fc from 'fast-check'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import { decodeLiveFrame, encodeLiveFrame, LiveFrameError, readRelayedFrames, writeRelayedFrames, type LiveFrame } from './live-frame.ts'

const id = fc.string({ minLength: 1, maxLength: 12 }).map((name) => `shape:${name}`)
const value = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null), fc.record({ x: fc.integer(), y: fc.integer() }))
const frame: fc.Arbitrary<LiveFrame> = fc.oneof(
  fc.record({
    gesture: fc.nat(),
    kind: fc.constant('move' as const),
    ids: fc.option(fc.array(id, { minLength: 1, maxLength: 5 })),
    x: fc.integer(),
    y: fc.integer(),
  }),
  fc.record({
    gesture: fc.nat(),
    kind: fc.constant('change' as const),
    records: fc.array(fc.record({ id, changes: fc.array(fc.record({ key: fc.string(), value }), { maxLength: 3 }) }), { maxLength: 4 }),
  }),
  fc.record({ gesture: fc.nat(), kind: fc.constant('end' as const) }),
  fc.record({ gesture: fc.nat(), kind: fc.constant('cancel' as const) }),
)

describe('live frames', () => {
  it('read back as written', () => {
    fc.assert(
      fc.property(frame, (written) => {
        expect(decodeLiveFrame(encodeLiveFrame(written))).toEqual(written)
      }),
      { seed: 20260302 },
    )
  })

  it('any bytes are a frame or a LiveFrameError, never anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          decodeLiveFrame(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(LiveFrameError)
        }
      }),
      { seed: 20260302, numRuns: 500 },
    )
  })

  it('a dragged selection costs about ten bytes a frame once its ids are known', () => {
    expect(encodeLiveFrame({ gesture: 7, kind: 'move', ids: null, x: 1234, y: -567 }).length).toBeLessThanOrEqual(10)
  })

  it('several senders share one relayed message', () => {
    const encoder = encoding.createEncoder()
    const frames = [
      { clientId: 7, frame: encodeLiveFrame({ gesture: 1, kind: 'end' }) },
      { clientId: 4_000_000_000, frame: encodeLiveFrame({ gesture: 2, kind: 'cancel' }) },
    ]
    writeRelayedFrames(encoder, frames)
    expect(readRelayedFrames(decoding.createDecoder(encoding.toUint8Array(encoder)))).toEqual(frames)
  })
})
