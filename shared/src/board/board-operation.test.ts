import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyOperations } from './board-operation.ts'
import { recordsOf } from './board-document.ts'
import { readBoard } from './document-reader.ts'
import { newCardRecord } from './new-records.ts'
import { seedBoard } from './seed-board.ts'

const ORIGINS = { births: { name: 'births' }, edits: { name: 'edits' } }

function board(): Y.Doc {
  const doc = new Y.Doc()
  seedBoard(doc, { title: '', locale: 'en', template: 'blank', schemaVersion: 1 }, [
    { id: 'page:page', typeName: 'page', name: '', index: 'a1', meta: {} },
  ])
  return doc
}

const card = (id: string, text = '') =>
  newCardRecord({ id: `shape:${id}`, parentId: 'page:page', index: 'a1', x: 0, y: 0, w: 320, kind: 'dilemma', text, meta: {} })
const textOf = (doc: Y.Doc, id: string) => readBoard(doc).find((record) => record.id === `shape:${id}`)?.props?.['text']

describe('applyOperations', () => {
  it('creates, changes and deletes in one step', () => {
    const doc = board()
    applyOperations(doc, [{ op: 'create', record: card('a', '漏水') }], ORIGINS)
    applyOperations(
      doc,
      [
        { op: 'create', record: card('b', 'two') },
        { op: 'change', id: 'shape:b', changes: [{ key: 'text', value: 'three' }] },
        { op: 'delete', id: 'shape:a' },
        { op: 'delete', id: 'shape:never-there' },
      ],
      ORIGINS,
    )
    expect(textOf(doc, 'a')).toBeUndefined()
    expect(textOf(doc, 'b')).toBe('three')
  })

  it('is undone as one step that keeps what others wrote into a new card', () => {
    const doc = board()
    const undo = new Y.UndoManager(recordsOf(doc), { trackedOrigins: new Set([ORIGINS.edits]) })
    applyOperations(doc, [{ op: 'create', record: card('a', 'mine') }], ORIGINS)
    const text = recordsOf(doc).get('shape:a')?.get('text') as Y.Text
    text.insert(4, ' and theirs')
    undo.undo()
    expect(textOf(doc, 'a')).toBeUndefined()
    undo.redo()
    expect(textOf(doc, 'a')).toBe('mine and theirs')
  })
})
