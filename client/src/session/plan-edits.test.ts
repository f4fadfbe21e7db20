import type { BoardOperation } from '@remedyboard/shared/board/board-operation'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { newCardRecord } from '@remedyboard/shared/board/new-records'
import { RecordIndex } from '@remedyboard/shared/board/record-index'
import { expect, it } from 'vitest'
import type { BoardSession } from './board-session.ts'
import { planEdits } from './plan-edits.ts'

const PAGE: BoardRecord = { id: 'page:page', typeName: 'page', name: '', index: 'a1', meta: {} }
const card = (id: string, kind: 'remedy' | 'stakeholder' | 'action', text: string) =>
  newCardRecord({ id, parentId: 'page:page', index: 'a1', x: 0, y: 0, w: 200, kind, text, meta: {} })

/** A board with these records, as seen by `me`; `steps` are what its person did, one list per step of undo. */
function board(records: readonly BoardRecord[]) {
  const index = new RecordIndex()
  index.apply(new Map(records.map((record) => [record.id, record])))
  const steps: BoardOperation[][] = []
  const session = {
    index,
    onRecordChanges: () => () => undefined,
    view: { get: () => ({ me: { id: 'me' } }) },
    edit: (operations: readonly BoardOperation[]) => void steps.push([...operations]),
  } as unknown as BoardSession // only what plans ask for
  return { edits: planEdits(session), steps }
}

const FULL = [
  PAGE,
  card('shape:remedy', 'remedy', 'Timed switch'),
  card('shape:owner', 'stakeholder', 'House owner'),
  card('shape:action', 'action', 'Install it'),
]

it('a new action is one step, names its author and says which card it became', () => {
  const { edits, steps } = board(FULL)
  const id = edits.add('Ask the owner')
  expect(steps).toHaveLength(1)
  const [made] = steps[0] ?? []
  expect(made).toMatchObject({ op: 'create', record: { id, props: { kind: 'action', text: 'Ask the owner' }, meta: { author: 'me' } } })
})

it('where there is no page there is no place, and nobody is told otherwise', () => {
  const { edits, steps } = board([])
  expect(edits.add('Ask the owner')).toBeNull()
  expect(edits.fromRemedy('shape:remedy')).toBeNull()
  expect(steps).toEqual([[], []])
})

it('a remedy becomes an action with its words and a link to it; what is no remedy does not', () => {
  const { edits, steps } = board(FULL)
  const id = edits.fromRemedy('shape:remedy')
  const [step = []] = steps
  expect(step[0]).toMatchObject({ op: 'create', record: { id, props: { kind: 'action', text: 'Timed switch' } } })
  const made = step.flatMap((operation) => (operation.op === 'create' ? [`${operation.record.typeName} ${operation.record.type}`] : []))
  expect(made).toEqual(['shape card', 'shape arrow', 'binding arrow', 'binding arrow'])
  expect(edits.fromRemedy('shape:owner')).toBeNull()
})

it('fields are changed one by one, with what was there before for a text', () => {
  const { edits, steps } = board(FULL)
  edits.rename('shape:action', 'Install two', 'Install it')
  edits.change('shape:action', { due: '2026-12-01', measure: null })
  edits.setStatus('shape:action', 'done')
  expect(steps).toEqual([
    [{ op: 'change', id: 'shape:action', changes: [{ key: 'text', value: 'Install two', from: 'Install it' }] }],
    [
      {
        op: 'change',
        id: 'shape:action',
        changes: [
          { key: 'meta.due', value: '2026-12-01' },
          { key: 'meta.measure', value: undefined },
        ],
      },
    ],
    [{ op: 'change', id: 'shape:action', changes: [{ key: 'meta.status', value: 'done' }] }],
  ])
  expect(() => edits.change('shape:action', { due: 'soon' })).toThrow(RangeError)
})

it('who leads and who helps are links; somebody who is not on the board yet comes with theirs', () => {
  const { edits, steps } = board(FULL)
  edits.setLead('shape:action', 'shape:owner')
  edits.setDuty('shape:action', 'shape:owner', 'support')
  edits.setNewLead('shape:action', 'The caretaker')
  const linked = (step: readonly BoardOperation[] = []) =>
    step.some((operation) => operation.op === 'create' && operation.record.type === 'arrow')
  expect(steps.map(linked)).toEqual([true, true, true])
  expect(steps[2]?.[0]).toMatchObject({ op: 'create', record: { props: { kind: 'stakeholder', text: 'The caretaker' } } })
  for (const operation of steps.flat()) {
    if (operation.op === 'create' && operation.record.typeName === 'shape') expect(operation.record.meta?.['author']).toBe('me')
  }
})
