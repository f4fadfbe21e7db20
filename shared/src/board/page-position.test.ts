import { expect, it } from 'vitest'
import type { BoardRecord } from './board-record.ts'
import { inReadingOrder, pagePosition } from './page-position.ts'

const shape = (id: string, parentId: string, x: number, y: number): BoardRecord => ({ id, typeName: 'shape', type: 'card', parentId, x, y })
const RECORDS = new Map(
  [
    { id: 'page:page', typeName: 'page' },
    shape('area', 'page:page', 100, 1000),
    shape('cluster', 'area', 10, 20),
    shape('inside', 'cluster', 1, 2),
    shape('left', 'page:page', 0, 15),
    shape('right', 'page:page', 50, 5),
    shape('self', 'self', 1, 1),
  ].map((record): [string, BoardRecord] => [record.id, record]),
)

it('adds up the places of what a shape lies in, and stops at circles', () => {
  expect(pagePosition(RECORDS, 'inside')).toEqual({ x: 111, y: 1022 })
  expect(pagePosition(RECORDS, 'self')).toEqual({ x: 1, y: 1 })
  expect(pagePosition(RECORDS, 'nowhere')).toEqual({ x: 0, y: 0 })
})

it('reads lines from left to right, the upper ones first', () => {
  const ids = ['inside', 'right', 'left'].map((id) => ({ id }))
  expect(inReadingOrder(RECORDS, ids).map(({ id }) => id)).toEqual(['left', 'right', 'inside'])
})
