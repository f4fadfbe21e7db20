import type { Editor } from 'tldraw'

/** A method of tldraw's focus manager that it hands to `addEventListener`, bound to itself. */
type Handler = ((event: Event) => void) & { bind(manager: object): (event: Event) => void }

/** The part of tldraw's focus manager that leaks; it is internal to tldraw and missing in its types. */
interface FocusManager {
  editor: Pick<Editor, 'getContainer' | 'isIn' | 'getSelectedShapeIds'>
  disposeSideEffectListener?: () => void
  handleKeyDown: Handler
  handleMouseDown: Handler
}

const HANDLERS = ['handleKeyDown', 'handleMouseDown'] as const

/**
 * tldraw 3.15.6 leaks on unmount: its focus manager binds its handlers anew instead of removing them, and they hold the editor and the
 * whole board. From the first editor of a page on this makes "bound anew" mean the same function; the handlers of that first one
 * stay, and what they hold is let go by `releaseEditor`. To be called when an editor is there.
 */
export function makeEditorReleasable(editor: Editor): void {
  const prototype = Object.getPrototypeOf(focusManagerOf(editor)) as FocusManager
  for (const name of HANDLERS) if (!Object.hasOwn(prototype[name], 'bind')) bindOnce(prototype[name])
}

/** Lets go of what the leaked handlers of an editor hold. To be called when it goes. */
export function releaseEditor(editor: Editor): void {
  const focusManager = focusManagerOf(editor)
  // after tldraw's own clean-up, which still uses the editor
  queueMicrotask(() => {
    const nowhere = document.createElement('div')
    focusManager.editor = { getContainer: () => nowhere, isIn: () => true, getSelectedShapeIds: () => [] }
    delete focusManager.disposeSideEffectListener
  })
}

function focusManagerOf(editor: Editor): FocusManager {
  // see the interface
  return (editor as unknown as { focusManager: FocusManager }).focusManager
}

function bindOnce(handler: Handler): void {
  const bound = new WeakMap<object, (event: Event) => void>()
  handler.bind = (manager) => {
    const known = bound.get(manager) ?? ((event: Event) => handler.call(manager, event))
    bound.set(manager, known)
    return known
  }
}
