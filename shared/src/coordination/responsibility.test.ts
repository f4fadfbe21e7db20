import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BoardRecord } from '../board/board-record.ts'
import { DUTIES } from '../board/card.ts'
import { anyChanges, testCard, testLink } from '../mapping/board-changes-fixture.ts'
import { TestBoard } from '../mapping/board-fixture.ts'
import { leadGaps } from './coordination-rules.ts'
import { holdersOf, responsibilityMatrix, setDuty, setLead } from './responsibility.ts'

const SEED = 20_200_214

const cards = [
  testCard('act', 'action'),
  testCard('early', 'action', { due: '2027-01-01' }),
  testCard('blank', 'action', {}, 'page:page', ''),
  testCard('s', 'stakeholder'),
  testCard('t', 'stakeholder'),
]

const matrixOf = (board: TestBoard) => responsibilityMatrix(board.graph)
const dutyOf = (board: TestBoard, actionId: string, stakeholderId: string) =>
  matrixOf(board).duties.get(actionId)?.get(stakeholderId)?.duty ?? null

describe('responsibilityMatrix', () => {
  it('has a row for each action that says something, and reads links in either direction', () => {
    const board = new TestBoard([...cards, ...testLink('l1', 's', 'act', { duty: 'lead' }), ...testLink('l2', 'act', 't')])
    const matrix = matrixOf(board)
    expect(matrix.actions.map(({ id }) => id)).toEqual(['shape:early', 'shape:act'])
    expect(matrix.stakeholders.map(({ id }) => id)).toEqual(['shape:s', 'shape:t'])
    expect(dutyOf(board, 'shape:act', 'shape:s')).toBe('lead')
    expect(dutyOf(board, 'shape:act', 'shape:t')).toBe('support')
    expect(holdersOf(matrix, 'shape:act', 'lead')).toEqual(['shape:s'])
  })

  it('has a column for each stakeholder with a name, and for one without as soon as it has a part', () => {
    const nameless = testCard('n', 'stakeholder', {}, 'page:page', ' ')
    const columns = (...links: BoardRecord[]) =>
      matrixOf(new TestBoard([...cards, nameless, ...links])).stakeholders.map(({ id }) => id.slice('shape:'.length))
    expect(columns()).toEqual(['s', 't'])
    expect(columns(...testLink('l', 'n', 'act'))).toEqual(['n', 's', 't'])
  })

  it('takes the strongest of several links', () => {
    const links = [...testLink('l1', 's', 'act', { duty: 'inform' }), ...testLink('l2', 'act', 's', { duty: 'consult' })]
    expect(
      matrixOf(new TestBoard([...cards, ...links]))
        .duties.get('shape:act')
        ?.get('shape:s'),
    ).toEqual({
      duty: 'consult',
      linkIds: ['shape:l2', 'shape:l1'],
    })
  })
})

describe('setDuty', () => {
  it('makes, changes and removes the link, each as one undoable step', () => {
    const board = new TestBoard(cards)
    const set = (duty: 'lead' | 'inform' | null) =>
      board.do(setDuty(board.graph, board.records, { actionId: 'shape:act', stakeholderId: 'shape:s', duty, linkId: 'shape:new' }))
    set('lead')
    expect(board.graph.links).toMatchObject([{ id: 'shape:new', from: 'shape:s', to: 'shape:act', duty: 'lead', basis: 'group' }])
    set('inform')
    expect(board.graph.links).toMatchObject([{ id: 'shape:new', duty: 'inform' }])
    set(null)
    expect(board.records.size).toBe(cards.length + 1)
    board.undo()
    expect(dutyOf(board, 'shape:act', 'shape:s')).toBe('inform')
  })

  it('leaves one link where there were several, also those that count for a merged stakeholder', () => {
    const board = new TestBoard([
      ...cards,
      testCard('u', 'stakeholder', { mergedInto: 'shape:s' }),
      ...testLink('l1', 's', 'act', { duty: 'inform' }),
      ...testLink('l2', 'u', 'act', { duty: 'lead' }),
    ])
    board.do(setDuty(board.graph, board.records, { actionId: 'shape:act', stakeholderId: 'shape:s', duty: null, linkId: 'shape:new' }))
    expect(board.graph.links).toEqual([])
  })

  it('does nothing for what is no stakeholder or no action', () => {
    const board = new TestBoard(cards)
    const cell = { duty: 'lead', linkId: 'shape:new' } as const
    expect(setDuty(board.graph, board.records, { actionId: 'shape:s', stakeholderId: 'shape:t', ...cell })).toEqual([])
    expect(setDuty(board.graph, board.records, { actionId: 'shape:act', stakeholderId: 'shape:gone', ...cell })).toEqual([])
  })
})

describe('setLead', () => {
  it('hands the lead over; whoever had it supports', () => {
    const links = ['s', 't'].flatMap((id) => testLink(`l-${id}`, id, 'act', { duty: id === 's' ? 'lead' : 'inform' }))
    const board = new TestBoard([...cards, ...links])
    board.do(setLead(board.graph, board.records, { actionId: 'shape:act', stakeholderId: 'shape:t', linkId: 'shape:new' }))
    expect([dutyOf(board, 'shape:act', 'shape:s'), dutyOf(board, 'shape:act', 'shape:t')]).toEqual(['support', 'lead'])
    board.do(setLead(board.graph, board.records, { actionId: 'shape:act', stakeholderId: null, linkId: 'shape:new' }))
    expect(holdersOf(matrixOf(board), 'shape:act', 'lead')).toEqual([])
  })
})

describe('matrix and canvas', () => {
  it('never disagree: a cell reads as it was set, and no other cell changes', () => {
    const cell = fc.record({
      actionId: fc.constantFrom('shape:act', 'shape:early', 'shape:a', 'shape:b'),
      stakeholderId: fc.constantFrom('shape:s', 'shape:t', 'shape:c', 'shape:d'),
      duty: fc.option(fc.constantFrom(...DUTIES)),
    })
    fc.assert(
      fc.property(fc.array(anyChanges, { maxLength: 6 }), fc.array(cell, { maxLength: 10 }), (sequence, steps) => {
        const others = new Map<string, BoardRecord | null>(sequence.flatMap((changes) => [...changes]))
        const board = new TestBoard([...cards, ...[...others.values()].filter((record) => record !== null)])
        const expected = cellsOf(board)
        for (const [i, { actionId, stakeholderId, duty }] of steps.entries()) {
          const { graph } = board
          const possible = graph.cards.get(actionId)?.kind === 'action' && graph.cards.get(stakeholderId)?.kind === 'stakeholder'
          board.do(setDuty(graph, board.records, { actionId, stakeholderId, duty, linkId: `shape:new-${i}` }))
          if (possible && duty !== null) expected.set(`${actionId} ${stakeholderId}`, duty)
          else expected.delete(`${actionId} ${stakeholderId}`)
          expect(cellsOf(board)).toEqual(expected)
          expect(pairsOnCanvas(board)).toEqual(new Set(expected.keys()))
        }
      }),
      { seed: SEED, numRuns: 40 },
    )
  })
})

describe('two people at once', () => {
  const cell = { actionId: 'shape:act', stakeholderId: 'shape:s' }

  it('who set the same cell see the same, and the next one who sets it leaves one link', () => {
    const mine = new TestBoard(cards)
    const theirs = mine.copy()
    mine.do(setDuty(mine.graph, mine.records, { ...cell, duty: 'inform', linkId: 'shape:mine' }))
    theirs.do(setDuty(theirs.graph, theirs.records, { ...cell, duty: 'lead', linkId: 'shape:theirs' }))
    mine.meet(theirs)
    expect(cellsOf(mine)).toEqual(new Map([['shape:act shape:s', 'lead']]))
    expect(cellsOf(theirs)).toEqual(cellsOf(mine))
    mine.do(setDuty(mine.graph, mine.records, { ...cell, duty: 'consult', linkId: 'shape:third' }))
    mine.meet(theirs)
    expect(theirs.graph.links).toMatchObject([{ id: 'shape:theirs', duty: 'consult' }])
  })

  it('who hand the lead to different people see two leads, which a rule names', () => {
    const mine = new TestBoard(cards)
    const theirs = mine.copy()
    mine.do(setLead(mine.graph, mine.records, { actionId: 'shape:act', stakeholderId: 'shape:s', linkId: 'shape:mine' }))
    theirs.do(setLead(theirs.graph, theirs.records, { actionId: 'shape:act', stakeholderId: 'shape:t', linkId: 'shape:theirs' }))
    mine.meet(theirs)
    expect(holdersOf(matrixOf(mine), 'shape:act', 'lead')).toEqual(['shape:s', 'shape:t'])
    expect(leadGaps(theirs.graph, '2027-01-01').map(({ rule }) => rule)).toContain('two-leads')
  })
})

function cellsOf(board: TestBoard): Map<string, string> {
  const { actions, stakeholders, duties } = matrixOf(board)
  const cells = actions.flatMap(({ id: actionId }) =>
    stakeholders.flatMap(({ id }): [string, string][] => {
      const duty = duties.get(actionId)?.get(id)?.duty
      return duty === undefined ? [] : [[`${actionId} ${id}`, duty]]
    }),
  )
  return new Map(cells)
}

function pairsOnCanvas({ graph }: TestBoard): Set<string> {
  const duties = graph.links.filter(({ type }) => type === 'duty')
  return new Set(duties.map(({ from, to }) => (graph.cards.get(from)?.kind === 'action' ? `${from} ${to}` : `${to} ${from}`)))
}
