import { mappingGraph } from '@remedyboard/shared/mapping/mapping-graph'
import { actionFromRemedy } from '@remedyboard/shared/coordination/new-action'
import { buildTemplate } from '@remedyboard/shared/templates/build-template'
import { expect, it } from 'vitest'
import { pickableRemedies } from './pickable-remedies.ts'

it('remedies without an action come first, those that answer most on top; words narrow them down', () => {
  const records = new Map(buildTemplate('dilemma-remedy', 'en').records.map((record) => [record.id, record]))
  const before = pickableRemedies(mappingGraph(records.values()), '')
  expect(before.length).toBeGreaterThan(10)
  expect(before.map(({ answers }) => answers)).toEqual(before.map(({ answers }) => answers).sort((a, b) => b - a))
  const [best] = before
  if (!best) throw new Error('the template has remedies')
  const operations = actionFromRemedy(mappingGraph(records.values()), records, {
    remedyId: best.card.id,
    linkId: 'shape:step',
    action: { id: 'shape:new' },
  })
  for (const operation of operations) if (operation.op === 'create') records.set(operation.record.id, operation.record)
  const after = pickableRemedies(mappingGraph(records.values()), '')
  expect(after.at(-1)).toMatchObject({ card: { id: best.card.id }, hasAction: true })
  const found = pickableRemedies(mappingGraph(records.values()), best.card.text.toUpperCase().slice(0, 20))
  expect(found.map(({ card }) => card.id)).toContain(best.card.id)
})
