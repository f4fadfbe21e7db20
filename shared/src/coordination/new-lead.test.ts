import { expect, it } from 'vitest'
import { RecordIndex } from '../board/record-index.ts'
import type { BoardOperation } from '../board/board-operation.ts'
import { mappingGraph } from '../mapping/mapping-graph.ts'
import { buildTemplate } from '../templates/build-template.ts'
import { addAction } from './new-action.ts'
import { newLead } from './new-lead.ts'
import { planRows } from './plan-rows.ts'

function apply(index: RecordIndex, operations: readonly BoardOperation[]): void {
  for (const operation of operations) {
    if (operation.op === 'create') index.apply(new Map([[operation.record.id, operation.record]]))
    else if (operation.op === 'delete') index.apply(new Map([[operation.id, null]]))
    else {
      const record = index.visible.get(operation.id)
      const meta = Object.fromEntries(operation.changes.map(({ key, value }) => [key.replace('meta.', ''), value ?? null]))
      if (record) index.apply(new Map([[record.id, { ...record, meta: { ...record.meta, ...meta } }]]))
    }
  }
}

it('puts somebody on the board and into the lead, and who led before supports', () => {
  const index = new RecordIndex()
  index.apply(new Map(buildTemplate('dilemma-remedy', 'zh-CN').records.map((record) => [record.id, record])))
  apply(index, addAction(index.visible, { id: 'shape:a', text: '完成名单' }))
  const graph = () => mappingGraph(index.visible.values())
  const lead = (name: string, id: string) =>
    newLead(graph(), index.visible, { actionId: 'shape:a', name, stakeholderId: `shape:${id}`, linkId: `shape:link-${id}`, author: 'me' })

  apply(index, lead('物业', 'one'))
  expect(planRows(graph(), '2026-01-01')[0]).toMatchObject({ leads: ['shape:one'], ownerless: false })
  expect(graph().cards.get('shape:one')).toMatchObject({ kind: 'stakeholder', text: '物业', area: 'plan' })
  apply(index, lead('居委会', 'two'))
  expect(planRows(graph(), '2026-01-01')[0]).toMatchObject({ leads: ['shape:two'], supporters: ['shape:one'] })
  expect(
    newLead(graph(), index.visible, { actionId: 'shape:one', name: 'x', stakeholderId: 'shape:y', linkId: 'shape:z', author: 'me' }),
  ).toEqual([])
})
