import { describe, expect, it } from 'vitest'
import { testCard, testFrame } from './board-changes-fixture.ts'
import { clustersOf, unclustered } from './clusters.ts'
import { mappingGraph } from './mapping-graph.ts'

describe('clusters', () => {
  const graph = mappingGraph([
    testFrame('local', 'page:page', 'Local problems', { area: 'local' }),
    testFrame('lifts', 'shape:local', 'Lifts', { cluster: 'settled' }),
    testFrame('parking', 'shape:local', '停车', { cluster: 'suggested' }),
    testFrame('bins', 'shape:local', 'Bins', { cluster: 'suggested' }),
    testCard('a', 'dilemma', {}, 'shape:parking'),
    testCard('b', 'dilemma', {}, 'shape:parking'),
    testCard('c', 'dilemma', { mergedInto: 'shape:b' }, 'shape:parking'),
    testCard('d', 'dilemma', {}, 'shape:lifts'),
    testCard('e', 'dilemma', {}, 'shape:local'),
    testCard('empty', 'dilemma', {}, 'shape:local', ' '),
    testCard('paper', 'dilemma', { origin: { paper: 'd1', section: '3.2' } }, 'shape:local'),
  ])

  it('are listed with their cards, the largest first', () => {
    expect(clustersOf(graph).map(({ cards, ...rest }) => ({ ...rest, cards: cards.map(({ id }) => id) }))).toEqual([
      { id: 'shape:parking', name: '停车', settled: false, area: 'local', cards: ['shape:a', 'shape:b'] },
      { id: 'shape:lifts', name: 'Lifts', settled: true, area: 'local', cards: ['shape:d'] },
      { id: 'shape:bins', name: 'Bins', settled: false, area: null, cards: [] },
    ])
  })

  it('leave what nobody has put into one', () => {
    expect(unclustered(graph, 'local').map(({ id }) => id)).toEqual(['shape:e'])
  })
})
