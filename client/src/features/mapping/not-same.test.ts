import { beforeEach, expect, it } from 'vitest'
import { readNotSame, writeNotSame } from './not-same.ts'

beforeEach(() => localStorage.clear())

it('remembers pairs by board', () => {
  writeNotSame('b1', new Set(['shape:a shape:b']))
  expect([...readNotSame('b1')]).toEqual(['shape:a shape:b'])
  expect(readNotSame('b2').size).toBe(0)
})

it.each(['{', '{}', 'null', '[1, {}]'])('reads nothing out of %s', (stored) => {
  localStorage.setItem('remedyboard.not-same.b1', stored)
  expect(readNotSame('b1').size).toBe(0)
})
