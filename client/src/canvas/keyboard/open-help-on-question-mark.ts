import type { Editor } from 'tldraw'
import { dialogOf } from '../overlay/open-dialog.ts'

/**
 * Opens the list of keys on "?", wherever a keyboard has it: tldraw's own keys go by their place on an American one.
 * Returns the way to stop.
 */
export function openHelpOnQuestionMark(editor: Editor): () => void {
  const { ownerDocument } = editor.getContainer()
  const onKey = (event: KeyboardEvent) => {
    if ((event.key !== '?' && event.key !== '？') || event.ctrlKey || event.metaKey || event.altKey) return
    const isWriting =
      event.target instanceof HTMLElement && (event.target.isContentEditable || event.target.matches('input, textarea, select'))
    if (isWriting || !editor.getIsFocused() || editor.getEditingShapeId() !== null || editor.menus.hasAnyOpenMenus()) return
    event.preventDefault()
    dialogOf(editor).set({ kind: 'keys' })
  }
  ownerDocument.addEventListener('keydown', onKey)
  return () => ownerDocument.removeEventListener('keydown', onKey)
}
