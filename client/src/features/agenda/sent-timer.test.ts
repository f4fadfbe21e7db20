import { expect, it } from 'vitest'
import { latestTimer, sentTimer } from './sent-timer.ts'

const before = { state: 'running', endsAt: 90_000, durationMs: 300_000 } as const

it('builds on what was sent until the view shows anything else than it did then', () => {
  const sent = sentTimer({ type: 'set-timer', remainingMs: 60_000, running: true }, before, 1_000)
  expect(latestTimer({ ...before }, sent)).toEqual({ state: 'running', endsAt: 61_000, durationMs: 60_000 })
  const theirs = { state: 'paused', remainingMs: 5_000, durationMs: 300_000 } as const
  expect(latestTimer(theirs, sent)).toBe(theirs)
  expect(latestTimer(before, null)).toBe(before)
  expect(sentTimer({ type: 'set-phase', phaseId: 'A2' }, before, 1_000)).toBeNull()
})
