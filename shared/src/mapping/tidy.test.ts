import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rect } from '../board/tidy-rows.ts'
import { testCard, testFrame } from './board-changes-fixture.ts'
import { TestBoard } from './board-fixture.ts'
import { mappingGraph } from './mapping-graph.ts'
import { placeOperations, tidy, TIDY_GAP, TIDY_ORDERS, tidyKey, type TidyBox, type TidyForm } from './tidy.ts'

const SEED = 20_200_214
const ROOM = { x: 100, y: 50, w: 700 }

const box = (id: string, group: string, more: Partial<TidyBox> = {}): TidyBox => ({
  ...{ id, group, x: 0, y: 0, w: 320, h: 70, rank: 0, locked: false },
  ...more,
})

describe('tidy', () => {
  it('puts each group into a column, and begins again below when the room is full', () => {
    const boxes = [box('a1', 'a'), box('b1', 'b'), box('a2', 'a', { y: 5 }), box('c1', 'c')]
    const { places, bounds } = tidy(boxes, { form: 'columns', room: ROOM, groups: ['b', 'a'] })
    expect(Object.fromEntries(places)).toEqual({
      b1: { x: 100, y: 50 },
      a1: { x: 460, y: 50 },
      a2: { x: 460, y: 140 },
      c1: { x: 100, y: 250 },
    })
    expect(bounds).toEqual({ x: 100, y: 50, w: 680, h: 270 })
  })

  it('continues a column beside itself at the lower edge, as long as there is room', () => {
    const boxes = [1, 2, 3, 4, 5].map((n) => box(`a${n}`, 'a', { y: n }))
    const { places } = tidy(boxes, { form: 'columns', room: { ...ROOM, bottom: 230 } })
    expect(Object.fromEntries(places)).toEqual({
      a1: { x: 100, y: 50 },
      a2: { x: 100, y: 140 },
      a3: { x: 440, y: 50 },
      a4: { x: 440, y: 140 },
      // A third column would be too wide.
      a5: { x: 440, y: 230 },
    })
  })

  it('reads cards that were placed by hand row by row, or column by column', () => {
    const byHand = [
      box('a', 'g', { x: 0, y: 6 }),
      box('b', 'g', { x: 340, y: 0 }),
      box('c', 'g', { x: 4, y: 90 }),
      box('d', 'g', { x: 335, y: 100 }),
    ]
    const order = (form: TidyForm) => [...tidy(byHand, { form, room: ROOM }).places.keys()]
    expect(order('grid')).toEqual(['a', 'b', 'c', 'd'])
    expect(order('columns')).toEqual(['a', 'c', 'b', 'd'])
  })

  it('puts each group on rows of its own', () => {
    const boxes = ['a', 'b', 'c'].flatMap((group) => [1, 2, 3].map((n) => box(`${group}${n}`, group, { x: n })))
    const { places } = tidy(boxes, { form: 'grid', room: ROOM })
    expect(places.get('a2')).toEqual({ x: 440, y: 50 })
    expect(places.get('a3')).toEqual({ x: 100, y: 140 })
    expect(places.get('b1')).toEqual({ x: 100, y: 250 })
  })

  it('goes around what is locked', () => {
    const boxes = [box('lock', 'a', { x: 90, y: 60, locked: true }), box('a1', 'a')]
    expect([...tidy(boxes, { form: 'columns', room: ROOM }).places]).toEqual([['a1', { x: 100, y: 150 }]])
    expect(tidy([], { form: 'grid', room: ROOM })).toEqual({ places: new Map(), bounds: null })
  })

  const size = { w: fc.integer({ min: 1, max: 400 }), h: fc.integer({ min: 1, max: 300 }) }
  const at = { x: fc.integer({ min: -200, max: 900 }), y: fc.integer({ min: -200, max: 900 }) }
  const anyBoxes = fc
    .array(
      fc.record({
        ...size,
        ...at,
        group: fc.constantFrom('a', 'b', 'c', 'd'),
        rank: fc.integer({ min: -2, max: 2 }),
        locked: fc.boolean(),
      }),
      { maxLength: 25 },
    )
    .map((boxes) => boxes.map((one, i): TidyBox => ({ ...one, id: `box-${i}`, locked: one.locked && i % 3 === 0 })))
  const options = fc.record({
    form: fc.constantFrom<TidyForm>('columns', 'grid'),
    room: fc.record({
      ...at,
      w: fc.integer({ min: 10, max: 1_500 }),
      bottom: fc.option(fc.integer({ min: -200, max: 1_500 }), { nil: undefined }),
    }),
    taken: fc.array(fc.record({ ...size, ...at }), { maxLength: 6 }),
  })

  it('never puts one thing on another, nor closer than the gap', () => {
    fc.assert(
      fc.property(anyBoxes, options, (boxes, how) => {
        const { places } = tidy(boxes, how)
        expect(places.size).toBe(boxes.filter(({ locked }) => !locked).length)
        const moved = boxes.flatMap((one): Rect[] => (places.has(one.id) ? [{ ...one, ...places.get(one.id) }] : []))
        const fixed = [...how.taken, ...boxes.filter(({ locked }) => locked)]
        const g = TIDY_GAP.card
        const near = (a: Rect, b: Rect) => a.x - g < b.x + b.w && b.x < a.x + a.w + g && a.y - g < b.y + b.h && b.y < a.y + a.h + g
        const collisions = moved.flatMap((a, i) => [...moved.slice(i + 1), ...fixed].filter((b) => near(a, b)))
        expect(collisions).toEqual([])
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  it('does nothing more when it is done again', () => {
    fc.assert(
      fc.property(anyBoxes, options, (boxes, how) => {
        const { places } = tidy(boxes, how)
        const again = tidy(
          boxes.map((one) => ({ ...one, ...places.get(one.id) })),
          how,
        )
        expect(again.places).toEqual(places)
      }),
      { seed: SEED, numRuns: 200 },
    )
  })
})

describe('tidyKey', () => {
  it('groups by what is asked for', () => {
    const { cards } = mappingGraph([
      testFrame('cluster', 'page:page', 'Lifts', { cluster: 'settled' }),
      testCard('own', 'remedy', { author: 'p1' }, 'shape:cluster'),
      testCard('paper', 'dilemma'),
    ])
    const keys = TIDY_ORDERS.map((by) => [...cards.values()].map((card) => tidyKey(card, by, new Map([['shape:own', 3]]))))
    expect(keys.map((all) => all.map(({ group }) => group))).toEqual([
      ['1', '0'],
      ['shape:cluster', '\u{FFFF}'],
      ['', ''],
      ['p1', '\u{FFFF}'],
    ])
    expect(keys[2]?.map(({ rank }) => rank)).toEqual([-3, -0])
  })
})

describe('placeOperations', () => {
  it('moves what stands elsewhere, and keeps its parent and place in the pile', () => {
    const board = new TestBoard([testCard('a', 'note'), testCard('b', 'note')])
    const operations = placeOperations(
      board.records,
      new Map([
        ['shape:a', { x: 30, y: 40 }],
        ['shape:b', { x: 0, y: 0 }],
        ['shape:gone', { x: 1, y: 1 }],
      ]),
    )
    expect(operations).toHaveLength(1)
    board.do(operations)
    expect(board.records.get('shape:a')).toMatchObject({ x: 30, y: 40, parentId: 'page:page', index: 'a1' })
  })
})
