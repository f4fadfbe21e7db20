import type { Editor } from 'tldraw'

/** Gives the keyboard back to the canvas. tldraw's own `focus` does nothing while it believes to have it. */
export function focusCanvas(editor: Editor): void {
  editor.focus()
  editor.getContainer().focus()
}
