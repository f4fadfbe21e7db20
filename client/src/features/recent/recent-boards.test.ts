import { describe, expect, it } from 'vitest'
import { parseRecent, withOpened } from './recent-boards.ts'

const board = (id: string, openedAt = 0) => ({ id, title: id, openedAt })

describe('recent boards', () => {
  it('a board opened again moves to the top, and old ones fall off', () => {
    const list = Array.from({ length: 12 }, (_, i) => board(`b${i}`))
    expect(
      withOpened(list, board('b5', 9))
        .map(({ id }) => id)
        .slice(0, 3),
    ).toEqual(['b5', 'b0', 'b1'])
    expect(withOpened(list, board('new'))).toHaveLength(12)
  })

  it('what cannot be read is nothing', () => {
    expect([null, '', '{', '{}', '[1,null,{"id":3}]'].map(parseRecent)).toEqual([[], [], [], [], []])
    expect(parseRecent(JSON.stringify([board('a'), 'x']))).toEqual([board('a')])
  })
})
