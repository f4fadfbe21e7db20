import { describe, expect, it } from 'vitest'
import { PAPER } from '../templates/paper.ts'
import { testCard, testLink } from '../mapping/board-changes-fixture.ts'
import { mappingGraph } from '../mapping/mapping-graph.ts'
import { BRIDGE } from './coordination-rules.ts'
import { RELATIONS, relationRows } from './relations.ts'

describe('the kinds of relation', () => {
  it('are those of the paper', () => {
    expect(new Set(PAPER.relations.map(({ type }) => type))).toEqual(new Set<string>(RELATIONS))
    expect(RELATIONS).toContain(BRIDGE)
  })
})

describe('relationRows', () => {
  it('lists what wants attention first, and a relation that works both ways from its first side', () => {
    const records = [
      ...['a', 'b', 'c'].map((id) => testCard(id, 'stakeholder')),
      testCard('act', 'action'),
      ...testLink('good', 'a', 'b', { state: 'positive' }),
      ...testLink('unsaid', 'b', 'a'),
      ...testLink('tense', 'c', 'a', { state: 'tension' }, true),
      ...testLink('weak', 'b', 'c', { state: 'weak' }),
      ...testLink('duty', 'a', 'act'),
    ]
    expect(relationRows(mappingGraph(records)).map(({ link, from, to }) => [link.id, from, to])).toEqual([
      ['shape:tense', 'shape:a', 'shape:c'],
      ['shape:weak', 'shape:b', 'shape:c'],
      ['shape:unsaid', 'shape:b', 'shape:a'],
      ['shape:good', 'shape:a', 'shape:b'],
    ])
  })
})
