import { expect, it } from 'vitest'
import { gridStep } from './grid-step.ts'

const LAST = { row: 14, column: 28 }

it.each([
  ['ArrowUp', false, { row: 2, column: 3 }],
  ['ArrowDown', false, { row: 4, column: 3 }],
  ['ArrowLeft', false, { row: 3, column: 2 }],
  ['ArrowRight', false, { row: 3, column: 4 }],
  ['PageDown', false, { row: 11, column: 3 }],
  ['PageUp', false, { row: 0, column: 3 }],
  ['Home', false, { row: 3, column: 0 }],
  ['End', false, { row: 3, column: 28 }],
  ['Home', true, { row: 0, column: 0 }],
  ['End', true, LAST],
] as const)('%s (ctrl %s) leads on', (key, withCtrl, expected) => {
  expect(gridStep({ row: 3, column: 3 }, LAST, key, withCtrl)).toEqual(expected)
})

it('stays inside', () => {
  expect(gridStep({ row: 0, column: 0 }, LAST, 'ArrowUp', false)).toEqual({ row: 0, column: 0 })
  expect(gridStep(LAST, LAST, 'ArrowRight', false)).toEqual(LAST)
  expect(gridStep(LAST, LAST, 'x', false)).toBeNull()
})
