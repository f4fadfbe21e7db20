import { recordsOf } from '@remedyboard/shared/board/board-document'
import { atom, type Editor } from 'tldraw'
import * as Y from 'yjs'
import { EDIT_ORIGINS } from '../../session/edit-origins.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { TEXT_EDITOR } from '../rich-text/text-editor-origin.ts'
import type { BoundStore } from './create-bound-store.ts'
import { withoutRefused } from './without-refused.ts'

type StackItem = Y.UndoManager['undoStack'][number]

/** tldraw's menus and buttons read the number of steps here; the property is protected. */
interface StepCounts {
  getNumUndos(): number
  getNumRedos(): number
}

type UndoSession = Pick<BoardSession, 'doc' | 'sentNumber' | 'onRefused'>

/** Steps end where tldraw sets a mark, never because time passed. */
const NO_TIMEOUT = Number.MAX_SAFE_INTEGER

const SELECTION = 'selection'
/** numbers (message 102) of the first and the last change of a step */
const NUMBERS = 'numbers'

/**
 * Undo per person and per facet: A moves, B recolours, A undoes, and B's colour stays. tldraw's own history restores whole
 * records, so its commands are replaced on this editor by a Y.UndoManager's; its marks keep saying where a step begins,
 * and Escape (`bail`) takes back only what this person wrote since the mark. What the server refused is no step any more:
 * it was taken back already. Returns the way to stop.
 */
export function bindUndo(editor: Editor, bound: BoundStore, session: UndoSession): () => void {
  const records = recordsOf(session.doc)
  const manager = new Y.UndoManager(records, {
    // What is typed into rich text, and what is undone and redone while it is open, belongs to the step of that edit.
    trackedOrigins: new Set<unknown>([bound.origin, EDIT_ORIGINS.edits, TEXT_EDITOR, Y.UndoManager]),
    captureTimeout: NO_TIMEOUT,
    deleteFilter: isNotSharedText,
  })
  const changed = atom('undo stacks', 0)
  const bump = () => changed.update((n) => n + 1)
  /** how many steps there were when tldraw set the mark */
  const depthAtMark = new Map<string, number>()
  let selectionAtMark = editor.getSelectedShapeIds()
  let lastDepth = 0

  const { history } = editor as unknown as { history: StepCounts } // see the interface
  const original = {
    mark: editor.markHistoryStoppingPoint.bind(editor),
    bail: editor.bail.bind(editor),
    bailToMark: editor.bailToMark.bind(editor),
    squashToMark: editor.squashToMark.bind(editor),
    undo: editor.undo.bind(editor),
    redo: editor.redo.bind(editor),
    getNumUndos: history.getNumUndos.bind(history),
    getNumRedos: history.getNumRedos.bind(history),
  }

  /** Takes exactly one step. Yjs goes on past steps that change nothing: one press could then remove a card's creation. */
  const takeStep = (kind: 'undo' | 'redo'): StackItem | undefined => {
    const stack = kind === 'undo' ? manager.undoStack : manager.redoStack
    const step = stack.at(-1)
    const rest = stack.splice(0, Math.max(0, stack.length - 1))
    try {
      if (kind === 'undo') manager.undo()
      else manager.redo()
    } finally {
      stack.unshift(...rest)
    }
    return step
  }

  const step = (kind: 'undo' | 'redo') => {
    editor.complete()
    bound.flush()
    const selection = editor.getSelectedShapeIds()
    const taken = takeStep(kind)
    const opposite = (kind === 'undo' ? manager.redoStack : manager.undoStack).at(-1)
    if (taken && opposite) opposite.meta.set(SELECTION, selection)
    const before = taken?.meta.get(SELECTION) as typeof selection | undefined
    if (before) editor.setSelectedShapes(before.filter((id) => editor.getShape(id)))
    bump()
    return editor
  }

  /** Takes back what this person wrote since the mark, and what the store shows beyond the document. */
  const bailTo = (depth: number, bail: () => unknown) => {
    const touched = bound.withoutWriting(bail)
    // tldraw is still inside its own operation: merging has to wait for it to end.
    queueMicrotask(() => {
      while (manager.undoStack.length > depth) {
        takeStep('undo')
        manager.redoStack.pop()
      }
      bound.restore(touched)
      bump()
    })
  }

  editor.markHistoryStoppingPoint = (name) => {
    const id = original.mark(name)
    bound.flush()
    manager.stopCapturing()
    lastDepth = manager.undoStack.length
    depthAtMark.set(id, lastDepth)
    selectionAtMark = editor.getSelectedShapeIds()
    return id
  }
  editor.bail = () => {
    bailTo(lastDepth, original.bail)
    return editor
  }
  editor.bailToMark = (id) => {
    bailTo(depthAtMark.get(id) ?? manager.undoStack.length, () => original.bailToMark(id))
    return editor
  }
  editor.squashToMark = (id) => {
    original.squashToMark(id)
    bound.flush()
    squash(manager.undoStack, depthAtMark.get(id) ?? manager.undoStack.length)
    bump()
    return editor
  }
  editor.undo = () => step('undo')
  editor.redo = () => step('redo')
  history.getNumUndos = () => (changed.get(), manager.undoStack.length)
  history.getNumRedos = () => (changed.get(), manager.redoStack.length)
  const noteNumber = ({ meta }: StackItem) => {
    // The change is numbered right after this.
    const number = session.sentNumber() + 1
    const [first] = (meta.get(NUMBERS) as [number, number] | undefined) ?? [number]
    meta.set(NUMBERS, [first, number])
  }
  manager.on('stack-item-added', ({ stackItem }) => {
    stackItem.meta.set(SELECTION, selectionAtMark)
    noteNumber(stackItem)
    bump()
  })
  manager.on('stack-item-updated', ({ stackItem }) => noteNumber(stackItem))

  const forget = (stack: StackItem[], index: number) => {
    stack.splice(index, 1)
    if (stack !== manager.undoStack) return
    // Escape counts from the bottom.
    if (lastDepth > index) lastDepth -= 1
    for (const [id, depth] of depthAtMark) if (depth > index) depthAtMark.set(id, depth - 1)
  }
  const stopRefusals = session.onRefused((refused, { after, upTo }) => {
    for (const stack of [manager.undoStack, manager.redoStack]) {
      for (let index = stack.length - 1; index >= 0; index--) {
        const item = stack[index]
        const [first, last] = (item?.meta.get(NUMBERS) as [number, number] | undefined) ?? [0, 0]
        if (!item || last <= after || first > upTo) continue
        item.insertions = withoutRefused(records, item.insertions, refused)
        item.deletions = withoutRefused(records, item.deletions, refused)
        if (item.insertions.clients.size === 0 && item.deletions.clients.size === 0) forget(stack, index)
      }
    }
    bump()
  })

  return () => {
    stopRefusals()
    manager.destroy()
    editor.markHistoryStoppingPoint = original.mark
    editor.bail = original.bail
    editor.bailToMark = original.bailToMark
    editor.squashToMark = original.squashToMark
    editor.undo = original.undo
    editor.redo = original.redo
    history.getNumUndos = original.getNumUndos
    history.getNumRedos = original.getNumRedos
  }
}

/** Undo takes back what I typed, letter by letter; a line or text that somebody else has written into meanwhile stays. */
function isNotSharedText({ content }: Y.Item): boolean {
  const type: unknown = content instanceof Y.ContentType ? content.type : null
  return !((type instanceof Y.XmlText || type instanceof Y.XmlElement) && type.length > 0)
}

/** Makes one step of all steps above `depth`. */
function squash(stack: StackItem[], depth: number): void {
  const [first, ...rest] = stack.splice(depth)
  if (!first) return
  first.insertions = Y.mergeDeleteSets([first, ...rest].map((item) => item.insertions))
  first.deletions = Y.mergeDeleteSets([first, ...rest].map((item) => item.deletions))
  const numbers = [first, ...rest].flatMap(({ meta }) => (meta.get(NUMBERS) as [number, number] | undefined) ?? [])
  if (numbers.length > 0) first.meta.set(NUMBERS, [Math.min(...numbers), Math.max(...numbers)])
  stack.push(first)
}
