import type { Editor } from 'tldraw'

/** Moves the keyboard to the bar above the selected card. */
export function focusCardBar(editor: Editor): void {
  editor.getContainer().querySelector<HTMLElement>('.rb-card-bar button')?.focus()
}
