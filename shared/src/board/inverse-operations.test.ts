import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testCard, testLink } from '../mapping/board-changes-fixture.ts'
import { TestBoard } from '../mapping/board-fixture.ts'
import { addLink, removeLinks } from '../mapping/link-operations.ts'
import type { BoardOperation } from './board-operation.ts'
import { inverseOperations } from './inverse-operations.ts'

const CARDS = ['a', 'b', 'c']
const start = () => [testCard('a', 'dilemma'), testCard('b', 'remedy', { author: 'p1' }), ...testLink('l', 'a', 'b')]

const id = fc.constantFrom(...CARDS).map((name) => `shape:${name}`)
const operation = fc.oneof(
  id.map((cardId): BoardOperation => ({ op: 'delete', id: cardId })),
  fc
    .tuple(fc.constantFrom(...CARDS), fc.string())
    .map(([name, text]): BoardOperation => ({ op: 'create', record: testCard(name, 'action', {}, 'page:page', text) })),
  fc.tuple(id, fc.string(), fc.option(fc.nat(3), { nil: undefined })).map(([cardId, text, influence]): BoardOperation => ({
    op: 'change',
    id: cardId,
    changes: [
      { key: 'text', value: text },
      { key: 'meta.influence', value: influence },
      { key: 'place', value: { x: text.length, y: 3, rotation: 0, parentId: 'page:page', index: 'a2' } },
      { key: 'props.kind', value: 'note' },
      { key: 'isLocked', value: true },
    ],
  })),
)

describe('inverseOperations', () => {
  it('takes any operations back', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 6 }), (operations) => {
        const board = new TestBoard(start())
        const before = board.records
        const inverse = inverseOperations(operations, before)
        board.do(operations)
        board.do(inverse)
        expect(Object.fromEntries(board.records)).toEqual(Object.fromEntries(before))
      }),
      { seed: 6, numRuns: 100 },
    )
  })

  it('brings a link back with what binds it, and keeps what others did meanwhile', () => {
    const board = new TestBoard(start())
    const remove = removeLinks(board.records, ['shape:l'])
    const back = inverseOperations(remove, board.records)
    board.do(remove)
    board.do([{ op: 'change', id: 'shape:a', changes: [{ key: 'text', value: '他们写的' }] }])
    board.do(back)
    expect(board.graph.links).toMatchObject([{ id: 'shape:l', from: 'shape:a', to: 'shape:b' }])
    expect(board.graph.cards.get('shape:a')?.text).toBe('他们写的')
  })

  it('leaves nothing of a link that was made', () => {
    const board = new TestBoard([testCard('a', 'dilemma'), testCard('b', 'remedy')])
    const add = addLink(board.records, { id: 'shape:l', from: 'shape:a', to: 'shape:b', meta: {} })
    const back = inverseOperations(add, board.records)
    board.do(add)
    board.do(back)
    expect([...board.records.keys()].sort()).toEqual(['page:page', 'shape:a', 'shape:b'])
  })

  it('gives words back without those that others wrote beside them meanwhile being lost', () => {
    const board = new TestBoard([testCard('a', 'dilemma', {}, 'page:page', '楼道没有灯')])
    const rename: BoardOperation[] = [{ op: 'change', id: 'shape:a', changes: [{ key: 'text', value: '院子没有灯', from: '楼道没有灯' }] }]
    const back = inverseOperations(rename, board.records)
    board.do(rename)
    board.do([{ op: 'change', id: 'shape:a', changes: [{ key: 'text', value: '院子没有灯，三个月了' }] }])
    board.do(back)
    expect(board.graph.cards.get('shape:a')?.text).toBe('楼道没有灯，三个月了')
  })
})
