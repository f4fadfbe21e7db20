import { recordsOf } from '@remedyboard/shared/board/board-document'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { readBoard } from '@remedyboard/shared/board/document-reader'
import { writeRecord } from '@remedyboard/shared/board/facets'
import { PARKED } from '@remedyboard/shared/board/permission'
import { beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { boardParked, type BoardParked } from './board-parked.ts'
import { EDIT_ORIGINS } from './edit-origins.ts'

const shape = (id: string): BoardRecord => ({
  id: `shape:${id}`,
  typeName: 'shape',
  type: 'geo',
  parentId: 'page:p',
  index: 'a1',
  props: {},
  meta: { author: 'p1' },
})

/** As the server's guard parks what arrives too late. */
function park(doc: Y.Doc, id: string): void {
  doc.transact(() => writeRecord(recordsOf(doc), shape(id)))
  doc.transact(() => {
    recordsOf(doc).get(`shape:${id}`)?.set('del', true)
    recordsOf(doc).get(`shape:${id}`)?.set(PARKED, true)
  })
}

let doc: Y.Doc
let parked: BoardParked
let edits: unknown[]

beforeEach(() => {
  doc = new Y.Doc()
  writeRecord(recordsOf(doc), { id: 'page:p', typeName: 'page', name: '' })
  park(doc, 'early')
  edits = []
  parked = boardParked({ doc, edit: (operations) => edits.push(operations) })
})

const ids = () => parked.records.get().map(({ id }) => id)
const live = () => readBoard(doc).map(({ id }) => id)

it('lists what waits, also what arrives later, in one update or in two', () => {
  expect(ids()).toEqual(['shape:early'])
  park(doc, 'late')
  const elsewhere = new Y.Doc()
  Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(doc))
  park(elsewhere, 'theirs')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(elsewhere))
  expect(ids()).toEqual(['shape:early', 'shape:late', 'shape:theirs'])
})

it('is not told of other changes', () => {
  let told = 0
  parked.records.subscribe(() => told++)
  writeRecord(recordsOf(doc), shape('other'))
  recordsOf(doc).get('shape:other')?.set('props.color', 'red')
  expect(told).toBe(0)
})

it('accepts and discards as steps of undo of their own', () => {
  park(doc, 'late')
  const undo = new Y.UndoManager(recordsOf(doc), { trackedOrigins: new Set([EDIT_ORIGINS.edits]), captureTimeout: 0 })
  parked.accept(['shape:early'])
  expect([ids(), live()]).toEqual([['shape:late'], ['page:p', 'shape:early']])
  parked.discard(['shape:late'])
  expect([ids(), live()]).toEqual([[], ['page:p', 'shape:early']])
  expect(edits).toEqual([[], []])
  undo.undo()
  undo.undo()
  expect([ids(), live()]).toEqual([['shape:early', 'shape:late'], ['page:p']])
})

it('is one for all who ask', () => {
  const session = { doc, edit: () => undefined }
  expect(boardParked(session)).toBe(boardParked(session))
})
