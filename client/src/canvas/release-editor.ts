import type { Editor } from 'tldraw'

/** The part of tldraw's focus manager that its leaked handlers use. */
interface FocusManager {
  editor: Pick<Editor, 'getContainer' | 'isIn' | 'getSelectedShapeIds'>
}

/**
 * tldraw 3.15.6 leaks on unmount: its focus manager binds its handlers anew instead of removing them, and they hold the
 * editor (about 4 MB and 2,000 nodes each time). The handlers stay; what they hold is let go.
 */
export function releaseEditor(editor: Editor): void {
  // The manager is internal to tldraw and missing in its types; there is no public way.
  const { focusManager } = editor as unknown as { focusManager: FocusManager }
  // after tldraw's own clean-up, which still uses the editor
  queueMicrotask(() => {
    const nowhere = document.createElement('div')
    focusManager.editor = { getContainer: () => nowhere, isIn: () => true, getSelectedShapeIds: () => [] }
  })
}
