import { Extension, type Extensions } from '@tiptap/core'
import { history, redo, undo } from '@tiptap/pm/history'
import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { tipTapDefaultExtensions, type Editor, type TLTextOptions } from 'tldraw'
import { yCursorPlugin, redo as yRedo, ySyncPlugin, undo as yUndo, yUndoPlugin, yUndoPluginKey } from 'y-prosemirror'
import type { BoardSession } from '../../session/board-session.ts'
import type { BoundStore } from '../binding/create-bound-store.ts'
import { caretAwareness } from './caret-awareness.ts'
import { keepEmptyLinesShared } from './keep-empty-lines-shared.ts'
import { remoteCaret } from './remote-caret.ts'
import { takeMovedCaret } from './take-moved-caret.ts'

/**
 * tldraw's text editor, bound to the shared text of the shape that it edits: people who type into one note at once lose nothing,
 * see each other's carets, and undo only what they typed themselves. `tldraw` is asked which shape is edited.
 */
export function coEditing(session: BoardSession, bound: BoundStore, tldraw: () => Editor | null): TLTextOptions {
  const binding = Extension.create({
    name: 'coEditing',
    addProseMirrorPlugins() {
      const id = tldraw()?.getEditingShapeId()
      const fragment = id ? bound.textOf(id) : null
      // Boards from before shared texts: the whole text is written at once, and undo is the editor's own.
      if (!id || !fragment) return [history()]
      return [
        // first, because views are made in this order and destroyed in the opposite one
        holding((view) => {
          const endIfReplaced = session.onRecordChanges((changes) => {
            // The server put a whole record or text back: what is typed into the former one would reach nobody.
            if (changes.has(id) && fragment._item?.deleted) queueMicrotask(() => tldraw()?.complete())
          })
          const stops = [endIfReplaced, bound.holdText(id), keepEmptyLinesShared(fragment), takeMovedCaret(view, session.doc)]
          return () => stops.reverse().forEach((stop) => stop())
        }),
        ySyncPlugin(fragment),
        yCursorPlugin(caretAwareness(session), { cursorBuilder: remoteCaret }),
        // It destroys its manager with the view, so it must not be given the board's; that one tracks this one's changes.
        yUndoPlugin(),
      ]
    },
    addKeyboardShortcuts() {
      const step = (shared: (state: EditorState) => boolean, own: typeof undo) => () => {
        const { state, view } = this.editor
        if (yUndoPluginKey.getState(state)) shared(state)
        else own(state, (transaction: Transaction) => view.dispatch(transaction))
        // Also when nothing was left: the browser's own undo knows nothing of the shared text.
        return true
      }
      return { 'Mod-z': step(yUndo, undo), 'Mod-y': step(yRedo, redo), 'Shift-Mod-z': step(yRedo, redo) }
    },
  })
  return {
    tipTapConfig: {
      extensions: [...withoutHistory(tipTapDefaultExtensions), binding],
      // tldraw focuses at once; a moment later the editor puts the caret at the start unless told otherwise, and letters typed until
      // then would stand behind those typed after.
      autofocus: 'end',
    },
  }
}

/** The editor's own history would undo others' words. */
function withoutHistory(extensions: Extensions): Extensions {
  return extensions.map((extension) => (extension.name === 'starterKit' ? extension.configure({ history: false }) : extension))
}

/** Runs `begin` when the editor's view is there, and what it returns when the view goes. */
function holding(begin: (view: EditorView) => () => void): Plugin {
  return new Plugin({ view: (view) => ({ destroy: begin(view) }) })
}
