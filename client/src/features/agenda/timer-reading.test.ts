import { describe, expect, it } from 'vitest'
import { formatClock, readTimer, resetTimer, withOneMoreMinute } from './timer-reading.ts'

describe('readTimer', () => {
  it('an idle timer shows nothing', () => {
    expect(readTimer({ state: 'idle' }, 5)).toBeNull()
  })

  it('a running timer counts down and then over, never below zero', () => {
    const timer = { state: 'running', endsAt: 10_000, durationMs: 8_000 } as const
    expect(readTimer(timer, 4_000)).toEqual({ remainingMs: 6_000, overMs: 0, durationMs: 8_000, paused: false })
    expect(readTimer(timer, 12_500)).toEqual({ remainingMs: 0, overMs: 2_500, durationMs: 8_000, paused: false })
  })

  it('a paused timer does not depend on the clock', () => {
    const timer = { state: 'paused', remainingMs: 3_000, durationMs: 8_000 } as const
    expect(readTimer(timer, 0)).toEqual(readTimer(timer, 99_999))
  })
})

describe('withOneMoreMinute', () => {
  it('adds to what is left and keeps a pause', () => {
    expect(withOneMoreMinute({ remainingMs: 500, overMs: 0, durationMs: 1, paused: true })).toEqual({ remainingMs: 60_500, running: false })
  })

  it('gives a whole minute after the end', () => {
    expect(withOneMoreMinute({ remainingMs: 0, overMs: 30_000, durationMs: 1, paused: false })).toEqual({
      remainingMs: 60_000,
      running: true,
    })
  })
})

describe('resetTimer', () => {
  it('gives the whole time again, also after the end, and keeps a pause', () => {
    const reading = { remainingMs: 500, overMs: 0, durationMs: 1, paused: true }
    expect(resetTimer(2, reading)).toEqual({ remainingMs: 120_000, running: false })
    expect(resetTimer(2, { ...reading, remainingMs: 0, overMs: 9_000, paused: false })).toEqual({ remainingMs: 120_000, running: true })
    expect(resetTimer(2, null).running).toBe(true)
  })
})

describe('formatClock', () => {
  it('rounds up counting down, so that 00:00 is the end', () => {
    expect([0, 1, 1_000, 59_001, 402_000, 3_600_000].map((ms) => formatClock(ms))).toEqual([
      '00:00',
      '00:01',
      '00:01',
      '01:00',
      '06:42',
      '1:00:00',
    ])
  })

  it('rounds down counting up', () => {
    expect([0, 999, 61_999].map((ms) => formatClock(ms, 'down'))).toEqual(['00:00', '00:00', '01:01'])
  })
})
