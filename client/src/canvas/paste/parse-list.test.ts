import { describe, expect, it } from 'vitest'
import { MAX_LIST, parseList } from './parse-list.ts'

describe('parseList', () => {
  it('one card per line, whatever ends it, and none for empty lines', () => {
    expect(parseList('one\r\n\n  two \n \t\nthree\u2028four\rfive').lines).toEqual(['one', 'two', 'three', 'four', 'five'])
  })

  it.each([
    ['- Dogs', 'Dogs'],
    ['* Dogs', 'Dogs'],
    ['•Dogs', 'Dogs'],
    ['– Dogs', 'Dogs'],
    ['- [x] Dogs', 'Dogs'],
    ['1. Dogs', 'Dogs'],
    ['12) Dogs', 'Dogs'],
    ['(3) Dogs', 'Dogs'],
    ['a) Dogs', 'Dogs'],
    ['一、办事难', '办事难'],
    ['（二）停车难', '停车难'],
    ['3、没人接电话', '没人接电话'],
    ['4．没人接电话', '没人接电话'],
    ['（5）没人接电话', '没人接电话'],
    ['①没人接电话', '没人接电话'],
    ['● 没人接电话', '没人接电话'],
  ])('takes the mark off “%s”', (line, expected) => {
    expect(parseList(line).lines).toEqual([expected])
  })

  it.each(['-5 degrees at night', '3.2 First', '41 households', '2026.11 report', 'A good idea', '十五分钟生活圈', '24小时便民服务', '1.'])(
    'leaves “%s” as it is',
    (line) => {
      expect(parseList(line).lines).toEqual([line])
    },
  )

  it('a row of a table is one card', () => {
    expect(parseList('Mr Wang\t13 Hill Road\t\tlift').lines).toEqual(['Mr Wang 13 Hill Road lift'])
  })

  it('drops lines that only separate', () => {
    expect(parseList('one\n-----\n***\ntwo').lines).toEqual(['one', 'two'])
  })

  it('stops at the limits and says how much is left', () => {
    const { lines, left } = parseList(Array.from({ length: MAX_LIST + 7 }, (_, i) => `line ${i}`).join('\n'))
    expect([lines.length, left]).toEqual([MAX_LIST, 7])
    expect(parseList('x'.repeat(20_000)).lines[0]).toHaveLength(10_000)
  })
})
