import { describe, expect, it } from 'vitest'
import { buildTemplate } from '../templates/build-template.ts'
import { testCard } from '../mapping/board-changes-fixture.ts'
import { TestBoard } from '../mapping/board-fixture.ts'
import { actionFromRemedy, addAction, changeAction } from './new-action.ts'

const template = (id: 'dilemma-remedy' | 'stakeholder-coordination') => new TestBoard(buildTemplate(id, 'en').records)

describe('actionFromRemedy', () => {
  it('puts a card with the words of the remedy into the plan, linked to it', () => {
    const board = template('dilemma-remedy')
    const action = { id: 'shape:new', meta: { due: '2027-03-01' } }
    board.do(actionFromRemedy(board.graph, board.records, { remedyId: 'shape:r3-2a', linkId: 'shape:step', action }))
    expect(board.graph.cards.get('shape:new')).toMatchObject({
      kind: 'action',
      area: 'plan',
      text: board.graph.cards.get('shape:r3-2a')?.text,
      due: '2027-03-01',
      status: 'planned',
    })
    expect(board.graph.links.find(({ id }) => id === 'shape:step')).toMatchObject({ type: 'step', from: 'shape:r3-2a', to: 'shape:new' })
    board.undo()
    expect(board.graph.cards.has('shape:new')).toBe(false)
  })

  it('does nothing for what is no remedy', () => {
    const { graph, records } = template('dilemma-remedy')
    const action = { id: 'shape:new' }
    expect(actionFromRemedy(graph, records, { remedyId: 'shape:d1', linkId: 'shape:step', action })).toEqual([])
    expect(actionFromRemedy(graph, new Map(), { remedyId: 'shape:r1', linkId: 'shape:step', action })).toEqual([])
  })
})

describe('addAction', () => {
  it('finds the matrix of flow B, where nothing else lies', () => {
    const board = template('stakeholder-coordination')
    board.do(addAction(board.records, { id: 'shape:one', text: 'Open the hall in the evening' }))
    board.do(addAction(board.records, { id: 'shape:two', text: '每周召开一次联席会议' }))
    expect(board.graph.cards.get('shape:one')?.area).toBe('matrix')
    const [one, two] = ['shape:one', 'shape:two'].map((id) => board.records.get(id))
    expect([one?.['x'], one?.['y']]).not.toEqual([two?.['x'], two?.['y']])
  })

  it('goes below everything on a board without areas', () => {
    const board = new TestBoard([{ ...testCard('a', 'note'), x: 40, y: 100 }])
    board.do(addAction(board.records, { id: 'shape:new', text: 'Call' }))
    expect(board.records.get('shape:new')).toMatchObject({ parentId: 'page:page', x: 40, y: 100 + 70 + 48 })
    const empty = new TestBoard([])
    empty.do(addAction(empty.records, { id: 'shape:new', text: 'Call' }))
    expect(empty.records.get('shape:new')).toMatchObject({ x: 0, y: 0 })
  })

  it('refuses a date that is none', () => {
    expect(() => addAction(new Map(), { id: 'shape:new', text: '', meta: { due: '2027-13-01' } })).toThrow(RangeError)
    expect(() => changeAction('shape:a', { start: 'soon' })).toThrow(RangeError)
  })
})

describe('changeAction', () => {
  it('writes each field for itself, and takes it back', () => {
    const board = new TestBoard([testCard('a', 'action', { due: '2027-01-01', measure: 'Queue' })])
    board.do(changeAction('shape:a', { due: null, status: 'started' }))
    expect(board.graph.cards.get('shape:a')).toMatchObject({ due: null, status: 'started', measure: 'Queue' })
    expect(changeAction('shape:a', {})).toEqual([])
  })

  it('lets two people fill in different cells at once', () => {
    const mine = new TestBoard([testCard('a', 'action')])
    const theirs = mine.copy()
    mine.do(changeAction('shape:a', { due: '2027-01-01' }))
    theirs.do(changeAction('shape:a', { measure: '排队少于十分钟', status: 'started' }))
    mine.meet(theirs)
    expect(mine.graph.cards.get('shape:a')).toMatchObject({ due: '2027-01-01', measure: '排队少于十分钟', status: 'started' })
  })
})
