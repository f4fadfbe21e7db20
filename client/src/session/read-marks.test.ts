import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ReadMarks } from './read-marks.ts'

beforeEach(() => localStorage.clear())
afterEach(() => vi.restoreAllMocks())

const marks = (now = 1_000) => new ReadMarks('b1', () => now)

describe('ReadMarks', () => {
  it('remember what this device has shown, and nothing from before its first visit', () => {
    expect(marks().seenAt('shape:a')).toBe(1_000)
    expect(marks(9_000).see('shape:a', 1_500)).toBe(true)
    expect(marks(9_000).see('shape:a', 1_500)).toBe(false)
    expect(marks(9_000).seenAt('shape:a')).toBe(1_500)
    expect(marks(9_000).seenAt('shape:b')).toBe(1_000)
  })

  it('forget the card that was looked at longest ago rather than grow without end', () => {
    const all = marks()
    for (let i = 0; i <= 500; i++) all.see(`shape:${i}`, 2_000 + i)
    expect(all.seenAt('shape:0')).toBe(1_000)
    expect(all.seenAt('shape:1')).toBe(2_001)
    expect(marks().seenAt('shape:500')).toBe(2_500)
  })

  it('start anew from what is not theirs, and last for the visit where nothing can be kept', () => {
    for (const kept of ['{', '{"since":"x"}', 'null', '{"since":1,"seen":3}']) {
      localStorage.setItem('remedyboard.read.b1', kept)
      expect(marks().seenAt('shape:a')).toBe(1_000)
    }
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('full')
    })
    const visit = marks()
    expect(visit.see('shape:a', 3_000)).toBe(true)
    expect(visit.seenAt('shape:a')).toBe(3_000)
  })
})
