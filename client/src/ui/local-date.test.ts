import { expect, it } from 'vitest'
import { dayInWords, localDate } from './local-date.ts'

it('the day is the one on the calendar here, not in Greenwich', () => {
  expect(localDate(new Date(2027, 2, 3, 0, 5).getTime())).toBe('2027-03-03')
  expect(localDate(new Date(2027, 11, 31, 23, 55).getTime())).toBe('2027-12-31')
})

it('a day is written as people do, with another year named', () => {
  expect(dayInWords('2027-03-03', '2027-01-01', 'zh-CN')).toBe('3月3日')
  expect(dayInWords('2028-03-03', '2027-01-01', 'zh-CN')).toBe('2028年3月3日')
  expect(dayInWords('2027-03-03', '2027-01-01', 'en')).toBe('Mar 3')
})
