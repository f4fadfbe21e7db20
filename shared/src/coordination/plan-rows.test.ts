import { describe, expect, it } from 'vitest'
import { testCard, testLink } from '../mapping/board-changes-fixture.ts'
import { mappingGraph } from '../mapping/mapping-graph.ts'
import { planRows } from './plan-rows.ts'

const TODAY = '2027-02-01'

describe('planRows', () => {
  it('tells where an action comes from and who has a part in it, the earliest due first', () => {
    const records = [
      testCard('r', 'remedy'),
      testCard('later', 'action', { due: '2027-05-01', status: 'started' }),
      testCard('sooner', 'action', { due: '2027-01-31' }),
      testCard('undated', 'action'),
      testCard('done', 'action', { due: '2026-12-01', status: 'done' }),
      ...['lead', 'support', 'consult', 'inform'].map((id) => testCard(id, 'stakeholder')),
      ...(['lead', 'support', 'consult', 'inform'] as const).flatMap((duty) => testLink(`l-${duty}`, duty, 'later', { duty })),
      ...testLink('step', 'r', 'later'),
      ...testLink('step-2', 'later', 'r'),
    ]
    const rows = planRows(mappingGraph(records), TODAY)
    expect(rows.map(({ action }) => action.id)).toEqual(['shape:done', 'shape:sooner', 'shape:later', 'shape:undated'])
    expect(rows[2]).toMatchObject({
      remedies: ['shape:r'],
      leads: ['shape:lead'],
      supporters: ['shape:support'],
      consulted: ['shape:consult'],
      informed: ['shape:inform'],
      status: 'started',
      overdue: false,
      ownerless: false,
    })
    expect(rows.filter(({ overdue }) => overdue).map(({ action }) => action.id)).toEqual(['shape:sooner'])
    expect(rows.filter(({ ownerless }) => ownerless).map(({ action }) => action.id)).toEqual(['shape:sooner', 'shape:undated'])
    expect(rows.filter(({ undated }) => undated).map(({ action }) => action.id)).toEqual(['shape:undated'])
  })
})
