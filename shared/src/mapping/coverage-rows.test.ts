import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BoardRecord } from '../board/board-record.ts'
import { buildTemplate } from '../templates/build-template.ts'
import { answerMarks } from './answer-marks.ts'
import { anyChanges, testCard, testFrame, testLink } from './board-changes-fixture.ts'
import { coverageOf } from './coverage.ts'
import { coverageRows, ROW_ORDERS, type RowFilter, type RowOrder } from './coverage-rows.ts'
import { mappingGraph } from './mapping-graph.ts'
import { compareNatural } from './paper-order.ts'

const SEED = 20_200_214

const { records } = buildTemplate('dilemma-remedy', 'en')
const local = [
  testCard('lift', 'dilemma', { setting: 'urban' }, 'shape:area-local', 'No lift'),
  { ...testCard('dogs', 'dilemma', {}, 'shape:area-local', 'Dogs'), meta: { 'tag.noise': true } },
  testCard('ramp', 'remedy', {}, 'page:page', 'A ramp'),
  ...testLink('l', 'ramp', 'lift'),
]

function rowsOf(extra: Parameters<typeof mappingGraph>[0] = local, options: Parameters<typeof coverageRows>[2] = {}) {
  const graph = mappingGraph([...records, ...extra])
  return coverageRows(graph, coverageOf(graph), options)
}

const ids = (list: readonly { cardId: string }[]) => list.map(({ cardId }) => cardId.slice('shape:'.length))
const filtered = (filter: RowFilter) => rowsOf(local, { filter })

describe('coverageRows', () => {
  it('keeps the progress of the untouched template at 9 of 14', () => {
    expect(rowsOf([]).progress).toEqual({ covered: 9, total: 14 })
    expect(rowsOf().progress).toEqual({ covered: 10, total: 16 })
  })

  it("sorts by the paper's sections, people's own cards last", () => {
    expect(ids(rowsOf().rows)).toEqual([
      ...[
        'd1-1a',
        'd1-1b',
        'd1-2a',
        'd1-2b',
        'd2-1',
        'd2-2a',
        'd2-2b',
        'd2-3',
        'd2-4',
        'd2-5',
        'd2-6',
        'd3-1',
        'd3-2',
        'd3-3',
        'd3-4',
      ].filter((id) => rowsOf([]).rows.some(({ cardId }) => cardId === `shape:${id}`)),
      'dogs',
      'lift',
    ])
    const columns = ids(rowsOf().columns)
    expect(columns.indexOf('r3-4')).toBeGreaterThan(columns.indexOf('r3-2a'))
    expect(columns.at(-1)).toBe('ramp')
  })

  it('says what links a dilemma has of its own, which it inherits and which are weak', () => {
    const { rows } = rowsOf()
    const row = (id: string) => rows.find(({ cardId }) => cardId === `shape:${id}`)
    expect(row('d1-1a')).toMatchObject({ state: 'weak', inheritedFrom: 'shape:d1-1', family: 'shape:d1' })
    expect(row('d1-1a')?.answers).toMatchObject([{ remedyId: 'shape:r3-3', weak: true, inherited: true }])
    expect(row('d3-2')?.answers.map(({ remedyId }) => remedyId)).toEqual(['shape:r2-1', 'shape:r3-4a'])
    expect(row('lift')).toMatchObject({ state: 'covered', inheritedFrom: null, family: 'shape:lift' })
  })

  it('puts several links between the same two cards into one cell, strong if one of them is', () => {
    const { rows } = rowsOf([...local, ...testLink('l2', 'lift', 'ramp', { basis: 'implied-weak' })])
    expect(rows.find(({ cardId }) => cardId === 'shape:lift')?.answers).toMatchObject([{ weak: false, links: [{}, {}] }])
  })

  it.each<[RowOrder, string[], string[]]>([
    ['links', ['dogs', 'd1-1a', 'd1-1b', 'd2-2a', 'd2-2b', 'd2-5'], ['r3-2b']],
    ['votes', ['d2-6', 'dogs', 'd1-1a'], ['ramp']],
    ['kind', ['d1-1a', 'd1-1b'], ['r0']],
  ])('sorts by %s', (order, firstRows, firstColumns) => {
    const votes = new Map([
      ['shape:d2-6', 4],
      ['shape:dogs', 2],
      ['shape:ramp', 1],
    ])
    const { rows, columns } = rowsOf(local, { order, votes })
    expect(ids(rows).slice(0, firstRows.length)).toEqual(firstRows)
    expect(ids(columns).slice(0, firstColumns.length)).toEqual(firstColumns)
  })

  it('puts, among dilemmas that are answered, the one with the fewest answers first', () => {
    const some = [
      ...['a', 'b', 'c'].map((id) => testCard(id, 'dilemma')),
      ...['r', 's'].map((id) => testCard(id, 'remedy')),
      ...testLink('l1', 'a', 'r'),
      ...testLink('l2', 'a', 's'),
      ...testLink('l3', 'b', 'r'),
      ...testLink('l4', 'c', 'r'),
      ...testLink('l5', 'c', 's'),
    ]
    const graph = mappingGraph(some)
    expect(ids(coverageRows(graph, coverageOf(graph), { order: 'links' }).rows)).toEqual(['b', 'a', 'c'])
  })

  it('filters by area, tag, setting, basis and state', () => {
    expect(ids(filtered({ area: 'local' }).rows)).toEqual(['dogs', 'lift'])
    expect(filtered({ area: 'local' }).progress).toEqual({ covered: 1, total: 2 })
    expect(ids(filtered({ tag: 'noise' }).rows)).toEqual(['dogs'])
    expect(ids(filtered({ setting: 'rural' }).rows)).not.toContain('lift')
    expect(ids(filtered({ setting: 'rural' }).rows)).toContain('dogs')
    expect(ids(filtered({ setting: 'urban' }).rows)).not.toContain('d1-1a')
    expect(ids(filtered({ setting: 'urban' }).columns)).not.toContain('r3-3b')
    expect(ids(filtered({ basis: 'group' }).rows)).toEqual(['lift'])
    expect(ids(filtered({ states: ['open'] }).rows)).toEqual(['dogs'])
    expect(filtered({ states: ['open'] }).progress.total).toBe(16)
  })

  it('names the remedies that answer the most dilemmas, and those that answer none', () => {
    const { mostLoaded, columns } = rowsOf()
    expect(mostLoaded).toEqual(['shape:r3-2b'])
    expect(columns.find(({ cardId }) => cardId === 'shape:r3-2b')?.dilemmas).toBe(4)
    expect(ids(columns.filter(({ unused }) => unused))).toEqual(['r1-3a', 'r1-4', 'r2-2a'])
    const few = [testCard('a', 'dilemma'), testCard('r', 'remedy'), ...testLink('l', 'a', 'r')]
    const graph = mappingGraph(few)
    expect(coverageRows(graph, coverageOf(graph)).mostLoaded).toEqual([])
  })

  it('survives families in a circle', () => {
    const circle = [testCard('a', 'dilemma', { parent: 'shape:b' }), testCard('b', 'dilemma', { parent: 'shape:a' })]
    const graph = mappingGraph([...circle, testFrame('f', 'shape:f', '', {})])
    expect(coverageRows(graph, coverageOf(graph), { order: 'kind' }).rows.map(({ family }) => family)).toEqual(['shape:a', 'shape:a'])
  })
})

describe('on any board', () => {
  const board = fc
    .array(anyChanges, { minLength: 3, maxLength: 12 })
    .map((sequence) => new Map<string, BoardRecord | null>(sequence.flatMap((changes) => [...changes])))
    .map((all) => [...all.values()].filter((record) => record !== null))

  it('each row has exactly the links of its dilemma, and each column counts as its card does', () => {
    fc.assert(
      fc.property(board, fc.constantFrom(...ROW_ORDERS), (some, order) => {
        const graph = mappingGraph(some)
        const covered = coverageOf(graph)
        const marks = answerMarks(graph, covered)
        const { rows, columns, progress } = coverageRows(graph, covered, { order })
        expect(progress).toEqual({ covered: covered.covered, total: covered.total })
        expect(new Set(rows.map(({ cardId }) => cardId))).toEqual(new Set(covered.units.map(({ cardId }) => cardId)))
        for (const { cardId, answers } of rows) {
          const links = answers.flatMap((answer) => answer.links.map(({ id }) => id))
          expect(links.length).toBe(new Set(links).size)
          expect(new Set(links)).toEqual(new Set(covered.units.find((unit) => unit.cardId === cardId)?.links.map(({ id }) => id)))
          for (const { remedyId } of answers) expect(columns.map((column) => column.cardId)).toContain(remedyId)
        }
        for (const { cardId, dilemmas } of columns) expect(dilemmas).toBe(marks.get(cardId)?.answers ?? 0)
      }),
      { seed: SEED, numRuns: 150 },
    )
  })

  it('urban and rural rows are together all rows, and states do not overlap', () => {
    fc.assert(
      fc.property(board, (some) => {
        const graph = mappingGraph(some)
        const covered = coverageOf(graph)
        const shown = (filter: RowFilter) => coverageRows(graph, covered, { filter }).rows.map(({ cardId }) => cardId)
        expect(new Set([...shown({ setting: 'urban' }), ...shown({ setting: 'rural' })])).toEqual(new Set(shown({})))
        const byState = (['open', 'weak', 'covered'] as const).flatMap((state) => shown({ states: [state] }))
        expect(byState.toSorted()).toEqual(shown({}).toSorted())
      }),
      { seed: SEED, numRuns: 50 },
    )
  })
})

describe('compareNatural', () => {
  it('compares numbers as numbers and everything else as it is', () => {
    expect(['d10', 'd2', 'd2-10', 'd2-2a', 'd2-2', ' 0', '00'].sort(compareNatural)).toEqual([
      ' 0',
      '00',
      'd2',
      'd2-2',
      'd2-2a',
      'd2-10',
      'd10',
    ])
  })
})
