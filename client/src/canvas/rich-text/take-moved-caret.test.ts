import { schema } from '@tiptap/pm/schema-basic'
import { EditorState } from '@tiptap/pm/state'
import { EditorView } from '@tiptap/pm/view'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { takeMovedCaret } from './take-moved-caret.ts'
import { TEXT_EDITOR } from './text-editor-origin.ts'

let view: EditorView

/** Browsers tell of a moved caret later than a change can come; this page never does. */
const hush = (event: Event) => event.stopImmediatePropagation()
beforeEach(() => document.addEventListener('selectionchange', hush))
afterEach(() => {
  document.removeEventListener('selectionchange', hush)
  view.destroy()
})

/** An editor of "first" with the caret at its start, in front of people. */
function editor(): EditorView {
  const doc = schema.node('doc', null, [schema.node('paragraph', null, [schema.text('first')])])
  view = new EditorView(document.body, { state: EditorState.create({ doc }) })
  vi.spyOn(view, 'hasFocus').mockReturnValue(true)
  return view
}

const putCaretAt = (offset: number) => getSelection()?.collapse(view.dom.querySelector('p')?.firstChild ?? null, offset)

it('takes the caret from the page before a change from elsewhere, and not before the editor writes', () => {
  const doc = new Y.Doc()
  const stop = takeMovedCaret(editor(), doc)
  putCaretAt(3)
  doc.transact(() => undefined, TEXT_EDITOR)
  expect(view.state.selection.head).not.toBe(4)
  doc.transact(() => undefined, 'somebody else')
  expect(view.state.selection.head).toBe(4)
  stop()
  putCaretAt(1)
  doc.transact(() => undefined, 'somebody else')
  expect(view.state.selection.head).toBe(4)
})

it('a caret whose place the editor cannot tell does not leave the document in the middle of a change', () => {
  const doc = new Y.Doc()
  const sent: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => sent.push(update))
  takeMovedCaret(editor(), doc)
  putCaretAt(3)
  const posAtDOM = vi.spyOn(view, 'posAtDOM').mockImplementation(() => {
    throw new RangeError('DOM position not inside the editor')
  })
  doc.getMap('m').set('a', 1)
  expect(posAtDOM).toHaveBeenCalled()
  expect(sent).toHaveLength(1)
})
