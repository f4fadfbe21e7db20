import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { mappingGraph } from '@remedyboard/shared/mapping/mapping-graph'
import { describe, expect, it } from 'vitest'
import { boardAreas } from '../session/board-areas.ts'
import { boardOutline, isSameEntry } from './board-outline.ts'

const frame = (id: string, x: number, meta: BoardRecord['meta'], name: string, parentId = 'page:page'): BoardRecord => ({
  ...{ id: `shape:${id}`, typeName: 'shape', type: 'frame', parentId, x, y: 0, meta, props: { w: 900, h: 900, name } },
})

const card = (
  id: string,
  parentId: string,
  [x, y]: [number, number],
  text: string,
  more: { kind?: string; meta?: BoardRecord['meta'] } = {},
) => ({
  ...{ id: `shape:${id}`, typeName: 'shape' as const, type: 'card', parentId, x, y, meta: more.meta ?? {} },
  props: { kind: more.kind ?? 'dilemma', text, w: 200, h: 100 },
})

const link = (id: string, from: string, to: string): BoardRecord[] => [
  { id: `shape:${id}`, typeName: 'shape', type: 'arrow', parentId: 'page:page', x: 0, y: 0, meta: {}, props: {} },
  ...[from, to].map((card, i) => ({
    ...{ id: `binding:${id}${i}`, typeName: 'binding' as const, type: 'arrow', fromId: `shape:${id}`, toId: `shape:${card}`, meta: {} },
    props: { terminal: i === 0 ? 'start' : 'end' },
  })),
]

const BOARD: BoardRecord[] = [
  frame('right', 1000, { area: 'remedies' }, 'Remedies'),
  frame('left', 0, { area: 'dilemmas' }, 'Dilemmas'),
  frame('group', 500, { cluster: 'suggested' }, 'Water', 'shape:left'),
  card('z', 'shape:left', [0, 0], 'First'),
  card('b', 'shape:left', [300, 10], 'Second'),
  card('a', 'shape:left', [0, 300], 'Third'),
  card('w', 'shape:group', [0, 0], 'No water'),
  card('empty', 'shape:left', [0, 600], '  '),
  card('m', 'shape:left', [0, 500], 'Also the first', { meta: { mergedInto: 'shape:z' } }),
  card('r', 'shape:right', [0, 0], 'A well', { kind: 'remedy' }),
  card('s', 'page:page', [5000, 0], 'The village', { kind: 'stakeholder' }),
  ...link('one', 'w', 'r'),
  ...link('two', 'w', 's'),
]

function outline({ records = BOARD, hidden = [], search = '' }: { records?: BoardRecord[]; hidden?: string[]; search?: string } = {}) {
  const byId = new Map(records.map((record) => [record.id, record]))
  return boardOutline({
    ...{ graph: mappingGraph(records), records: byId, areas: boardAreas(byId), hidden: new Set(hidden), search },
  })
}

const texts = (cards: readonly { card: { text: string } }[]) => cards.map(({ card: { text } }) => text)

describe('boardOutline', () => {
  it('reads areas and cards as people read the board, clusters apart, and what lies beside last', () => {
    const read = outline()
    expect(read.map(({ area, count }) => [area, count])).toEqual([
      ['dilemmas', 4],
      ['remedies', 1],
      [null, 1],
    ])
    expect(texts(read[0]?.cards ?? [])).toEqual(['First', 'Second', 'Third'])
    expect(read[0]?.clusters.map(({ name, cards }) => [name, ...texts(cards)])).toEqual([['Water', 'No water']])
    expect(texts(read[2]?.cards ?? [])).toEqual(['The village'])
  })

  it('counts merged cards, and says what a card is connected with from both ends', () => {
    const read = outline()
    expect(read[0]?.cards[0]?.merged).toBe(1)
    expect(read[0]?.clusters[0]?.cards[0]?.links).toEqual([
      { kind: 'remedy', texts: ['A well'] },
      { kind: 'stakeholder', texts: ['The village'] },
    ])
    expect(read[1]?.cards[0]?.links).toEqual([{ kind: 'dilemma', texts: ['No water'] }])
  })

  it('shows nothing of hidden areas, not through links either', () => {
    const read = outline({ hidden: ['remedies'] })
    expect(read.map(({ area }) => area)).toEqual(['dilemmas', null])
    expect(read[0]?.clusters[0]?.cards[0]?.links).toEqual([{ kind: 'stakeholder', texts: ['The village'] }])
  })

  it('finds words, and keeps the links of what it finds', () => {
    const read = outline({ search: ' WATER ' })
    expect(read.map(({ area, count }) => [area, count])).toEqual([['dilemmas', 1]])
    expect(read[0]?.clusters[0]?.cards[0]?.links).toHaveLength(2)
    expect(outline({ search: 'nothing like it' })).toEqual([])
  })

  it('tells entries that read the same', () => {
    const [one, two] = [outline(), outline()].map((read) => read[0]?.clusters[0]?.cards[0])
    if (!one || !two) throw new Error('no entry')
    expect(isSameEntry(one, { ...two, card: one.card })).toBe(true)
    expect(isSameEntry(one, { ...two, card: one.card, links: [] })).toBe(false)
    expect(isSameEntry(one, { ...one, merged: 3 })).toBe(false)
  })
})
