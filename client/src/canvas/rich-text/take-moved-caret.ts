import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Doc } from 'yjs'
import { TEXT_EDITOR } from './text-editor-origin.ts'

/**
 * Keeps the caret where its owner has just put it. The browser moves it at once and tells the editor a moment later; others' words
 * that arrive in between would put it back to where the editor last knew it, and an arrow key or a click would be lost. So the editor
 * looks before each change from elsewhere. To be called before y-prosemirror listens to the same event. Returns the way to stop.
 */
export function takeMovedCaret(view: EditorView, doc: Doc): () => void {
  const look = () => {
    // What the editor itself writes comes from an editor that is just being changed.
    if (doc._transaction?.origin === TEXT_EDITOR) return
    try {
      take(view)
    } catch {
      // A place that the editor cannot tell. Thrown on, it would leave the document in the middle of this transaction for good.
    }
  }
  doc.on('beforeAllTransactions', look)
  return () => doc.off('beforeAllTransactions', look)
}

function take(view: EditorView): void {
  const { selection, doc, tr } = view.state
  // A composition belongs to the input method; whole shapes and "everything" are no carets.
  if (view.composing || !view.hasFocus() || !(selection instanceof TextSelection)) return
  const { anchorNode, anchorOffset, focusNode, focusOffset } = view.dom.ownerDocument.getSelection() ?? {}
  if (!anchorNode || !focusNode || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return
  const anchor = view.posAtDOM(anchorNode, anchorOffset ?? 0)
  const head = view.posAtDOM(focusNode, focusOffset ?? 0)
  const moved = TextSelection.between(doc.resolve(anchor), doc.resolve(head))
  if (!moved.eq(selection)) view.dispatch(tr.setSelection(moved))
}
