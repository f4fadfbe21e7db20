import { describe, expect, it } from 'vitest'
import { clockTime } from './clock-time.ts'

describe('clockTime', () => {
  it('names the day only when it was another', () => {
    const now = new Date(2026, 2, 5, 14, 0).getTime()
    expect(clockTime(new Date(2026, 2, 5, 9, 5).getTime(), now, 'zh-CN')).toBe('09:05')
    expect(clockTime(new Date(2026, 2, 1, 9, 5).getTime(), now, 'zh-CN')).toBe('3月1日 09:05')
  })
})
