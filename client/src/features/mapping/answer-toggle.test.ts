import { applyOperations } from '@remedyboard/shared/board/board-operation'
import { recordsOf } from '@remedyboard/shared/board/board-document'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { readBoard } from '@remedyboard/shared/board/document-reader'
import { writeRecord } from '@remedyboard/shared/board/facets'
import { editRights } from '@remedyboard/shared/board/permission'
import { coverageOf } from '@remedyboard/shared/mapping/coverage'
import { coverageRows } from '@remedyboard/shared/mapping/coverage-rows'
import { mappingGraph } from '@remedyboard/shared/mapping/mapping-graph'
import { buildTemplate } from '@remedyboard/shared/templates/build-template'
import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { answerToggle, mayToggle, toggleOperations } from './answer-toggle.ts'

const ORIGINS = { births: 'births', edits: 'edits' }

let doc: Y.Doc

beforeEach(() => {
  doc = new Y.Doc()
  for (const record of buildTemplate('dilemma-remedy', 'en').records) writeRecord(recordsOf(doc), record)
})

const records = () => new Map<string, BoardRecord>(readBoard(doc).map((record) => [record.id, record]))
const allRows = () => {
  const graph = mappingGraph(records().values())
  return coverageRows(graph, coverageOf(graph)).rows
}
const cell = (dilemmaId: string, remedyId: string) =>
  allRows()
    .find(({ cardId }) => cardId === dilemmaId)
    ?.answers.find((answer) => answer.remedyId === remedyId)

function toggle(dilemmaId: string, remedyId: string, newId: string) {
  const choice = answerToggle(cell(dilemmaId, remedyId))
  applyOperations(doc, toggleOperations(choice, { dilemmaId, remedyId }, records(), { newId, author: 'p1' }), ORIGINS)
  return choice.does
}

describe('choosing a cell', () => {
  it('links, and unlinks again without leaving anything behind', () => {
    const before = records()
    expect(toggle('shape:d1-1a', 'shape:r1-4', 'shape:new')).toBe('add')
    const linked = cell('shape:d1-1a', 'shape:r1-4')
    expect(linked?.links.map(({ id, basis, author, from, to }) => [id, basis, author, from, to])).toEqual([
      ['shape:new', 'group', 'p1', 'shape:d1-1a', 'shape:r1-4'],
    ])
    expect(linked?.inherited).toBe(false)
    expect(toggle('shape:d1-1a', 'shape:r1-4', 'shape:other')).toBe('remove')
    expect(records()).toEqual(before)
  })

  it('makes a weak suggestion an answer and takes that back; the paper’s own words stay', () => {
    const weak = allRows().flatMap(({ cardId, answers }) =>
      answers.filter((each) => each.weak && !each.inherited).map((each) => [cardId, each] as const),
    )[0]
    if (!weak) throw new Error('the paper has weak links')
    const [dilemmaId, { remedyId, links }] = weak
    expect(toggle(dilemmaId, remedyId, 'shape:x')).toBe('confirm')
    expect(cell(dilemmaId, remedyId)).toMatchObject({
      weak: false,
      links: [{ id: links[0]?.id, basis: 'group', rationale: links[0]?.rationale }],
    })
    expect(toggle(dilemmaId, remedyId, 'shape:x')).toBe('doubt')
    expect(cell(dilemmaId, remedyId)).toMatchObject({ weak: true })
  })

  it('leaves the paper’s strong links alone, and links beside what is inherited', () => {
    const own = allRows().flatMap(({ answers }) => answers.filter((each) => !each.weak && !each.inherited))[0]
    expect(answerToggle(own).does).toBe('keep')
    const inherited = allRows().flatMap(({ answers }) => answers.filter((each) => each.inherited))[0]
    expect(inherited && answerToggle(inherited).does).toBe('add')
  })
})

describe('rights', () => {
  const rights = (can: Parameters<typeof editRights>[1]) => ({ id: 'p1', rights: editRights('participant', can) })

  it('asks the permission table', () => {
    const add = answerToggle(undefined)
    expect(mayToggle(add, rights(['link']), records())).toBe(true)
    expect(mayToggle(add, rights(['watch']), records())).toBe(false)
    expect(mayToggle(add, { id: 'p1', rights: editRights('viewer', null) }, records())).toBe(false)
  })

  it('lets people take back their own link where they may add, but nobody else’s, and nothing that is locked', () => {
    toggle('shape:d1-1a', 'shape:r1-4', 'shape:new')
    const remove = answerToggle(cell('shape:d1-1a', 'shape:r1-4'))
    expect(mayToggle(remove, rights(['add']), records())).toBe(true)
    expect(mayToggle(remove, { ...rights(['add']), id: 'p2' }, records())).toBe(false)
    recordsOf(doc).get('shape:new')?.set('meta.lock', true)
    expect(mayToggle(remove, rights(null), records())).toBe(false)
    expect(mayToggle(remove, { id: 'p1', rights: editRights('facilitator', null) }, records())).toBe(true)
  })
})
