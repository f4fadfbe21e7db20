import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BoardRecord } from '../board/board-record.ts'
import { anyChanges, testCard, testLink } from './board-changes-fixture.ts'
import { TestBoard } from './board-fixture.ts'
import { mappingGraph, type MappingGraph } from './mapping-graph.ts'
import { addMerged, mergeCards, unmergeCards } from './merge.ts'

const SEED = 20_200_214

const cards = [testCard('a', 'dilemma'), testCard('b', 'dilemma'), testCard('c', 'dilemma'), testCard('r', 'remedy')]
const standing = ({ cards: all }: MappingGraph) => [...all.keys()].map((id) => id.slice('shape:'.length))

function merge(board: TestBoard, ids: readonly string[], into: string): void {
  const plan = mergeCards(board.graph, ids, into)
  if ('operations' in plan) board.do(plan.operations)
}

describe('mergeCards', () => {
  it('lets one card stand for several, with their links', () => {
    const board = new TestBoard([...cards, ...testLink('l', 'b', 'r')])
    merge(board, ['shape:a', 'shape:b', 'shape:c'], 'shape:a')
    expect(standing(board.graph)).toEqual(['a', 'r'])
    expect(board.graph.links).toMatchObject([{ from: 'shape:a', to: 'shape:r' }])
    board.undo()
    expect(standing(board.graph)).toEqual(['a', 'b', 'c', 'r'])
  })

  it('takes merged cards by who stands for them', () => {
    const board = new TestBoard(cards)
    merge(board, ['shape:b'], 'shape:a')
    merge(board, ['shape:c'], 'shape:b')
    expect(board.graph.absorbed.get('shape:a')?.map(({ id }) => id)).toEqual(['shape:b', 'shape:c'])
    expect(mergeCards(board.graph, ['shape:b'], 'shape:a')).toEqual({ refused: 'few' })
  })

  it('refuses what is no duplicate, or being voted on', () => {
    const graph = mappingGraph(cards)
    expect(mergeCards(graph, ['shape:r'], 'shape:a')).toEqual({ refused: 'kinds' })
    expect(mergeCards(graph, ['shape:a', 'shape:gone'], 'shape:a')).toEqual({ refused: 'few' })
    expect(mergeCards(graph, ['shape:a'], 'shape:gone')).toEqual({ refused: 'few' })
    expect(mergeCards(graph, ['shape:b'], 'shape:a', new Set(['shape:a']))).toEqual({ refused: 'round' })
  })
})

describe('unmergeCards', () => {
  it('gives back a card together with what had been merged into it before', () => {
    const board = new TestBoard(cards)
    merge(board, ['shape:c'], 'shape:b')
    merge(board, ['shape:b'], 'shape:a')
    board.do(unmergeCards(board.graph, ['shape:b']))
    expect([...board.graph.targets]).toEqual([['shape:c', 'shape:b']])
    board.do(unmergeCards(board.graph, ['shape:c']))
    expect(standing(board.graph)).toEqual(['a', 'b', 'c', 'r'])
  })

  it('parts two cards that were merged into each other at once', () => {
    const circle = [testCard('a', 'dilemma', { mergedInto: 'shape:b' }), testCard('b', 'dilemma', { mergedInto: 'shape:a' })]
    const board = new TestBoard(circle)
    board.do(unmergeCards(board.graph, ['shape:b']))
    expect(standing(board.graph)).toEqual(['a', 'b'])
  })

  it('undoes any merge on any board, and so does undo', () => {
    let merges = 0
    const someCards = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { minLength: 4 })
    fc.assert(
      fc.property(fc.array(anyChanges, { minLength: 6, maxLength: 12 }), someCards, (sequence, chosen) => {
        const records = new Map<string, BoardRecord | null>(sequence.flatMap((changes) => [...changes]))
        const board = new TestBoard([...records.values()].filter((record) => record !== null))
        const before = board.graph
        const into = `shape:${chosen[0]}`
        const kindOf = (id: string) => before.cards.get(before.targets.get(id) ?? id)?.kind
        const ids = chosen.map((id) => `shape:${id}`).filter((id) => kindOf(id) === kindOf(into))
        const plan = mergeCards(before, ids, into)
        if ('refused' in plan) return
        merges++
        board.do(plan.operations)
        const merged = plan.operations.flatMap((operation) => (operation.op === 'change' ? [operation.id] : []))
        expect(merged.every((id) => board.graph.targets.has(id))).toBe(true)
        const parted = new TestBoard([...board.records.values()])
        parted.do(unmergeCards(parted.graph, merged))
        expect(readable(parted.graph)).toEqual(readable(before))
        board.undo()
        expect(board.graph).toEqual(before)
      }),
      { seed: SEED, numRuns: 100 },
    )
    expect(merges).toBeGreaterThan(25)
  })
})

/** The graph without the pointers as written, of which taking apart also removes those that led nowhere. */
function readable({ cards: all, ...rest }: MappingGraph): MappingGraph {
  return { ...rest, cards: new Map([...all].map(([id, card]) => [id, { ...card, mergedInto: null }])), absorbed: new Map() }
}

describe('two people who merge at once', () => {
  it('see the same card stand, whichever way round they did it, and nobody loses a link', () => {
    const mine = new TestBoard([...cards, ...testLink('l', 'b', 'r')])
    const theirs = mine.copy()
    merge(mine, ['shape:a'], 'shape:b')
    merge(theirs, ['shape:b', 'shape:c'], 'shape:a')
    mine.meet(theirs)
    expect(theirs.graph).toEqual(mine.graph)
    expect(standing(mine.graph)).toEqual(['a', 'r'])
    expect(mine.graph.links).toMatchObject([{ from: 'shape:a', to: 'shape:r' }])
  })

  it('lose no card when the target is deleted meanwhile', () => {
    const mine = new TestBoard(cards)
    const theirs = mine.copy()
    merge(mine, ['shape:b'], 'shape:a')
    theirs.do([{ op: 'delete', id: 'shape:a' }])
    mine.meet(theirs)
    expect(standing(mine.graph)).toEqual(['b', 'c', 'r'])
    theirs.undo()
    mine.meet(theirs)
    expect(standing(mine.graph)).toEqual(['a', 'c', 'r'])
  })
})

describe('what belongs to merged cards', () => {
  const graph = mappingGraph([...cards.slice(0, 2), testCard('c', 'dilemma', { mergedInto: 'shape:a' })])

  it('adds up, and what is on other things stays', () => {
    const votes = new Map([
      ['shape:c', 2],
      ['shape:a', 1],
      ['shape:x', 5],
    ])
    expect(addMerged(votes, graph)).toEqual(
      new Map([
        ['shape:a', 3],
        ['shape:x', 5],
      ]),
    )
  })
})
