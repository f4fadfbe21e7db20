import { describe, expect, it } from 'vitest'
import { parsePeople } from './parse-people.ts'

describe('parsePeople', () => {
  it.each([
    ['41', 41],
    [' 1,200 ', 1200],
    ['1 200', 1200],
    ['４１', 41],
    ['41人', 41],
    ['０', 0],
    ['', null],
    ['   ', null],
    ['many', undefined],
    ['-3', undefined],
    ['3.5', undefined],
    ['人', undefined],
    ['99999999999', undefined],
  ])('%j → %j', (typed, expected) => {
    expect(parsePeople(typed)).toBe(expected)
  })
})
