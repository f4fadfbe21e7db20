import { describe, expect, it } from 'vitest'
import { isIsoDate } from './iso-date.ts'

describe('isIsoDate', () => {
  it('knows the days of the calendar', () => {
    const days = Array.from({ length: 12 }, (_, i) => {
      const month = `${i + 1}`.padStart(2, '0')
      return Array.from({ length: 33 }, (__, day) => `2027-${month}-${`${day}`.padStart(2, '0')}`).filter(isIsoDate).length
    })
    expect(days).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    expect(['2024-02-29', '2000-02-29', '1900-02-29', '2025-02-29'].map(isIsoDate)).toEqual([true, true, false, false])
    expect(['2027-00-10', '2027-13-10'].map(isIsoDate)).toEqual([false, false])
  })

  it('takes no other form and no other value', () => {
    for (const value of ['2027-1-1', '27-01-01', '2027-01-01T00:00', ' 2027-01-01', '', null, 20_270_101, undefined]) {
      expect(isIsoDate(value)).toBe(false)
    }
  })
})
