import type { TLShape } from 'tldraw'
import { expect, it } from 'vitest'
import { inReadingOrder } from './reading-order.ts'

const at = (id: string, area: number, x: number, y: number) => ({
  shape: { id: `shape:${id}` } as TLShape, // nothing else of it is read
  area,
  box: { x, y, midY: y + 35 },
})

it('reads area by area, row by row, from left to right', () => {
  const order = inReadingOrder([
    at('free', Infinity, 0, 0),
    at('b2', 1, 500, 100),
    at('a3', 0, 0, 200),
    at('b1', 1, 100, 110),
    at('a2', 0, 400, 5),
    at('a1', 0, 0, 10),
  ])
  expect(order.map(({ id }) => id.slice(6))).toEqual(['a1', 'a2', 'a3', 'b1', 'b2', 'free'])
})
