import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tidyRows, type Rect } from './tidy-rows.ts'

const ROOM: Rect = { x: 100, y: 50, w: 660, h: 400 }

describe('tidyRows', () => {
  it('fills rows in reading order', () => {
    expect(tidyRows([70, 100, 70], 320, ROOM, [], 20)).toEqual([
      { x: 100, y: 50 },
      { x: 440, y: 50 },
      { x: 100, y: 170 },
    ])
  })

  it('leaves what is there alone', () => {
    const taken = [{ x: 90, y: 40, w: 300, h: 100 }]
    expect(tidyRows([70, 70], 320, ROOM, taken, 20)).toEqual([
      { x: 440, y: 50 },
      { x: 440, y: 140 },
    ])
    expect(tidyRows([70], 320, ROOM, [{ x: 0, y: 0, w: 2_000, h: 200 }], 20)).toEqual([{ x: 100, y: 220 }])
  })

  it('stops when the room is full, or too narrow', () => {
    expect(tidyRows(Array<number>(20).fill(100), 320, ROOM, [], 20)).toHaveLength(6)
    expect(tidyRows([70], 700, ROOM, [], 20)).toEqual([])
    expect(tidyRows([70], 320, ROOM, [{ x: 0, y: 0, w: 2_000, h: 2_000 }], 20)).toEqual([])
  })

  it('never puts one thing on another', () => {
    const rect = fc.record({
      x: fc.integer({ min: 0, max: 900 }),
      y: fc.integer({ min: 0, max: 900 }),
      w: fc.integer({ min: 1, max: 400 }),
      h: fc.integer({ min: 1, max: 400 }),
    })
    const heights = fc.array(fc.integer({ min: 40, max: 300 }), { maxLength: 30 })
    fc.assert(
      fc.property(heights, fc.array(rect, { maxLength: 12 }), (wanted, taken) => {
        const places = tidyRows(wanted, 120, { x: 0, y: 0, w: 1_000, h: 1_200 }, taken, 10)
        const all = [
          ...taken.map((box) => ({ ...box, own: false })),
          ...places.map((at, i) => ({ ...at, w: 120, h: wanted[i] ?? 0, own: true })),
        ]
        const collisions = all.flatMap((a, i) =>
          all.slice(i + 1).filter((b) => (a.own || b.own) && a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h),
        )
        return collisions.length === 0
      }),
      { seed: 7 },
    )
  })
})
