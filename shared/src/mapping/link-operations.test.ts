import { describe, expect, it } from 'vitest'
import { testCard } from './board-changes-fixture.ts'
import { TestBoard } from './board-fixture.ts'
import { addLink, changeLink, pointLink, removeLinks } from './link-operations.ts'

const cards = [testCard('s', 'stakeholder'), testCard('t', 'stakeholder')]
const link = { id: 'shape:l', from: 'shape:s', to: 'shape:t', meta: { author: 'p1', basis: 'group', relation: 'serves' } } as const

function linked(): TestBoard {
  const board = new TestBoard(cards)
  board.do(addLink(board.records, link))
  return board
}

describe('a link made from a panel', () => {
  it('lies above what is on the page, and goes with what binds it', () => {
    const board = linked()
    expect(board.graph.links).toMatchObject([{ id: 'shape:l', from: 'shape:s', to: 'shape:t', author: 'p1', relation: 'serves' }])
    expect(String(board.records.get('shape:l')?.['index']) > 'a1').toBe(true)
    board.do(removeLinks(board.records, ['shape:l']))
    expect([...board.records.keys()].sort()).toEqual(['page:page', 'shape:s', 'shape:t'])
    board.undo()
    expect(board.graph.links).toHaveLength(1)
    expect(removeLinks(board.records, [])).toEqual([])
    expect(addLink(new Map(), link)).toEqual([])
  })

  it('says something else, or nothing', () => {
    const board = linked()
    board.do(changeLink('shape:l', { relation: null, state: 'tension', note: '每月见一次' }))
    expect(board.graph.links).toMatchObject([{ relation: null, state: 'tension', note: '每月见一次', basis: 'group' }])
    expect(changeLink('shape:l', {})).toEqual([])
  })

  it('leads forth, back or both ways', () => {
    const board = linked()
    board.do(pointLink('shape:l', 'back'))
    expect(board.graph.links).toMatchObject([{ from: 'shape:t', to: 'shape:s', bothWays: false }])
    board.do(pointLink('shape:l', 'both'))
    expect(board.graph.links).toMatchObject([{ from: 'shape:s', to: 'shape:t', bothWays: true }])
    board.do(pointLink('shape:l', 'forth'))
    expect(board.graph.links).toMatchObject([{ from: 'shape:s', to: 'shape:t', bothWays: false, backwards: false }])
  })
})
