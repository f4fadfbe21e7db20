import { expect, it } from 'vitest'
import { AttemptCount } from './attempt-count.ts'

it('counts by address, in a window that begins with the first wrong attempt', () => {
  let now = 1_000
  const failures = new AttemptCount(60_000, () => now)
  expect([failures.add('a'), failures.add('a'), failures.add('b')]).toEqual([1, 2, 1])
  now += 59_999
  expect(failures.of('a')).toEqual({ count: 2, leftMs: 1 })
  now += 1
  expect(failures.of('a')).toEqual({ count: 0, leftMs: 0 })
  expect(failures.add('a')).toBe(1)
})
