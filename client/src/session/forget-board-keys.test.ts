import { expect, it } from 'vitest'
import { forgetBoardKeys } from './forget-board-keys.ts'

it('forgets what was noted about one board, unsent notes among it, and nothing else', () => {
  localStorage.clear()
  for (const key of ['remedyboard.read.b1', 'remedyboard.drafts.b1.me', 'remedyboard.read.b12', 'remedyboard.theme', 'other.b1']) {
    localStorage.setItem(key, 'x')
  }
  forgetBoardKeys('b1')
  expect(Object.keys(localStorage).sort()).toEqual(['other.b1', 'remedyboard.read.b12', 'remedyboard.theme'])
})
