import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STANCES } from '../board/card.ts'
import { testCard, testLink } from '../mapping/board-changes-fixture.ts'
import { mappingGraph } from '../mapping/mapping-graph.ts'
import { INFLUENCE_AXES, influenceView } from './influence-view.ts'

describe('influenceView', () => {
  it('places by influence and stance', () => {
    const graph = mappingGraph([
      testCard('strong', 'stakeholder', { influence: 3, stance: 'for' }),
      testCard('weak', 'stakeholder', { influence: 0, stance: 'against' }),
      testCard('silent', 'stakeholder', { influence: 2 }),
    ])
    const { places, unplaced, columns, rows } = influenceView(graph, 'stance')
    expect([columns, rows]).toEqual([3, 4])
    expect(places).toMatchObject([
      { cardId: 'shape:strong', column: 2, row: 0, x: expect.closeTo(5 / 6), y: 1 / 8 },
      { cardId: 'shape:weak', column: 0, row: 3, x: expect.closeTo(1 / 6), y: 7 / 8 },
    ])
    expect(unplaced).toEqual(['shape:silent'])
  })

  it('places by the part that somebody has in what is still to be done', () => {
    const duties = (['lead', 'support', 'consult', 'inform'] as const).map((duty) => duty)
    const graph = mappingGraph([
      testCard('act', 'action'),
      testCard('old', 'action', { status: 'done' }),
      testCard('none', 'stakeholder', { influence: 1 }),
      ...duties.map((id) => testCard(id, 'stakeholder', { influence: 1 })),
      ...duties.flatMap((duty) => testLink(`l-${duty}`, duty, 'act', { duty })),
      ...testLink('past', 'none', 'old', { duty: 'lead' }),
    ])
    const columns = new Map(influenceView(graph, 'closeness').places.map(({ cardId, column }) => [cardId, column]))
    expect(Object.fromEntries(columns)).toEqual({
      'shape:none': 0,
      'shape:consult': 1,
      'shape:inform': 1,
      'shape:support': 2,
      'shape:lead': 3,
    })
  })

  it('gives everybody a slot of their own inside the cell', () => {
    const rating = fc.record({ influence: fc.integer({ min: 0, max: 3 }), stance: fc.constantFrom(...STANCES) })
    fc.assert(
      fc.property(fc.array(rating, { maxLength: 60 }), fc.constantFrom(...INFLUENCE_AXES), (ratings, axis) => {
        const { places, columns, rows } = influenceView(mappingGraph(ratings.map((meta, i) => testCard(`${i}`, 'stakeholder', meta))), axis)
        expect(places).toHaveLength(ratings.length)
        const tiny = 1e-9
        for (const [i, a] of places.entries()) {
          expect(Math.abs(a.x - (a.column + 0.5) / columns)).toBeLessThan((1 / columns - a.w) / 2 + tiny)
          expect(Math.abs(a.y - (a.row + 0.5) / rows)).toBeLessThan((1 / rows - a.h) / 2 + tiny)
          for (const b of places.slice(i + 1)) {
            const apart = Math.abs(a.x - b.x) > (a.w + b.w) / 2 - tiny || Math.abs(a.y - b.y) > (a.h + b.h) / 2 - tiny
            expect(apart).toBe(true)
          }
        }
      }),
      { seed: 20_200_214, numRuns: 60 },
    )
  })
})
