import { describe, expect, it } from 'vitest'
import type { BoardRecord } from '../board/board-record.ts'
import { testCard, testLink } from '../mapping/board-changes-fixture.ts'
import { mappingGraph } from '../mapping/mapping-graph.ts'
import { buildTemplate } from '../templates/build-template.ts'
import { coordinationGaps, GAP_RULES, OVERLOAD, type GapRule } from './coordination-rules.ts'

const TODAY = '2027-02-01'

function found(rule: GapRule, records: readonly BoardRecord[]): string[][] {
  const gaps = coordinationGaps(mappingGraph(records), TODAY)
  return gaps.filter((gap) => gap.rule === rule).map(({ cards, links }) => [...cards, ...links].map((id) => id.slice('shape:'.length)))
}

const s = testCard('s', 'stakeholder')
const t = testCard('t', 'stakeholder')
const dated = testCard('act', 'action', { due: TODAY })

describe('an action', () => {
  it('wants exactly one lead', () => {
    expect(found('no-lead', [dated, s, ...testLink('l', 's', 'act')])).toEqual([['act']])
    const two = [dated, s, t, ...testLink('l1', 's', 'act', { duty: 'lead' }), ...testLink('l2', 't', 'act', { duty: 'lead' })]
    expect(found('two-leads', two)).toEqual([['act', 's', 't']])
    expect(found('no-lead', two)).toEqual([])
  })

  it('wants a date that has not passed; today has not', () => {
    const due = (date?: string) => testCard('act', 'action', date === undefined ? {} : { due: date })
    expect(found('no-date', [due()])).toEqual([['act']])
    expect(found('overdue', [due('2027-01-31')])).toEqual([['act']])
    expect(found('overdue', [due(TODAY)])).toEqual([])
  })

  it('wants nothing more once it is done or dropped, or as long as it is empty', () => {
    for (const status of ['done', 'dropped'] as const) {
      expect(coordinationGaps(mappingGraph([testCard('act', 'action', { status })]), TODAY)).toEqual([])
    }
    expect(coordinationGaps(mappingGraph([testCard('act', 'action', {}, 'page:page', '')]), TODAY)).toEqual([])
  })
})

describe('a stakeholder', () => {
  it('is isolated without a relation and without a part in an action', () => {
    const n = testCard('n', 'note')
    expect(found('isolated', [s, t, n, ...testLink('l', 's', 'n'), ...testLink('m', 't', 's')])).toEqual([])
    expect(found('isolated', [s, t, n, ...testLink('l', 's', 'n')])).toEqual([['s'], ['t']])
    expect(found('isolated', [s, dated, ...testLink('l', 's', 'act')])).toEqual([])
  })

  it('is overloaded from the documented number of open actions on', () => {
    const parts = (count: number, duty: 'lead' | 'support', status: 'planned' | 'done' = 'planned') => [
      s,
      ...Array.from({ length: count }, (_, i) => testCard(`act-${i}`, 'action', { status })),
      ...Array.from({ length: count }, (_, i) => testLink(`l-${i}`, 's', `act-${i}`, { duty })).flat(),
    ]
    expect(found('overloaded', parts(OVERLOAD.leads - 1, 'lead'))).toEqual([])
    expect(found('overloaded', parts(OVERLOAD.leads, 'lead'))).toEqual([['s', 'act-0', 'act-1', 'act-2']])
    expect(found('overloaded', parts(OVERLOAD.parts - 1, 'support'))).toEqual([])
    expect(found('overloaded', parts(OVERLOAD.parts, 'support'))).toHaveLength(1)
    expect(found('overloaded', parts(OVERLOAD.parts, 'lead', 'done'))).toEqual([])
  })
})

describe('a bridge', () => {
  const bridge = (id: string, from: string, to: string, bothWays = false) => testLink(id, from, to, { relation: 'bridge' }, bothWays)

  it('leads both ways, by itself or with another', () => {
    expect(found('one-way-bridge', [s, t, ...bridge('l', 's', 't')])).toEqual([['s', 't', 'l']])
    expect(found('one-way-bridge', [s, t, ...bridge('l', 's', 't', true)])).toEqual([])
    expect(found('one-way-bridge', [s, t, ...bridge('l', 's', 't'), ...bridge('m', 't', 's')])).toEqual([])
    expect(found('one-way-bridge', [s, t, ...bridge('l', 's', 't'), ...bridge('m', 't', 's', true)])).toEqual([])
    expect(found('one-way-bridge', [s, t, ...bridge('l', 's', 't'), ...bridge('m', 's', 't')])).toHaveLength(2)
  })
})

describe('a tension', () => {
  const tension = [s, t, ...testLink('x', 's', 't', { state: 'tension' })]

  it('wants an action in which both have a part, or a request about it', () => {
    expect(found('tension', tension)).toEqual([['s', 't', 'x']])
    const one = [...tension, dated, ...testLink('l1', 's', 'act')]
    expect(found('tension', one)).toHaveLength(1)
    expect(found('tension', [...one, ...testLink('l2', 'act', 't', { duty: 'inform' })])).toEqual([])
    const request = (status: 'planned' | 'dropped') =>
      testCard('req', 'action', { status, request: { rule: 'tension', about: ['shape:x', 'shape:s'] } })
    expect(found('tension', [...tension, request('planned')])).toEqual([])
    expect(found('tension', [...tension, request('dropped')])).toHaveLength(1)
  })
})

describe('the rules together', () => {
  it('find on the untouched template what the paper itself names, and whom nothing connects', () => {
    const gaps = coordinationGaps(mappingGraph(buildTemplate('stakeholder-coordination', 'en').records), TODAY)
    expect(gaps.filter(({ rule }) => rule !== 'isolated').map(({ id }) => id)).toEqual(['tension shape:x-inconflict'])
    expect(gaps.filter(({ rule }) => rule === 'isolated').length).toBeGreaterThan(5)
  })

  it('come in their order, each gap under an id of its own', () => {
    const records = [
      s,
      t,
      testCard('act', 'action'),
      testCard('old', 'action', { due: '2020-01-01' }),
      ...testLink('x', 's', 't', { state: 'tension' }),
    ]
    const gaps = coordinationGaps(mappingGraph(records), TODAY)
    expect(gaps.map(({ id }) => id)).toEqual([
      'no-lead shape:act',
      'no-lead shape:old',
      'tension shape:x',
      'no-date shape:act',
      'overdue shape:old',
    ])
    expect(new Set(gaps.map(({ rule }) => GAP_RULES.indexOf(rule)))).not.toContain(-1)
  })
})
