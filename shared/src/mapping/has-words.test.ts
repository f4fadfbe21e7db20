import { expect, it } from 'vitest'
import { hasWords } from './has-words.ts'

it('finds words in any order, whatever their letters look like', () => {
  expect(hasWords('Lights in the ＬＩＦＴ', 'lift LIGHTS')).toBe(true)
  expect(hasWords('楼道没有灯', '楼道　灯')).toBe(true)
  expect(hasWords('楼道没有灯', '电梯')).toBe(false)
  expect(hasWords('', ' ')).toBe(true)
})
