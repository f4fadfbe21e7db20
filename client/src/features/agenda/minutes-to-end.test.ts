import { expect, it } from 'vitest'
import { newPhase } from './agenda-edit.ts'
import { minutesToEnd } from './minutes-to-end.ts'

it('adds what is left of the step to the steps to come', () => {
  const agenda = ['A1', 'A2', 'A3'].map((id, at) => ({ ...newPhase(id, id, 'local'), minutes: [6, 8, 12][at] ?? 0 }))
  const reading = { remainingMs: 90_000, overMs: 0, durationMs: 360_000, paused: false }
  expect(minutesToEnd(agenda, 0, reading)).toBe(22)
  expect(minutesToEnd(agenda, 0, null)).toBe(26)
  expect(minutesToEnd(agenda, 2, { ...reading, remainingMs: 0 })).toBe(0)
})
