import type { Editor } from 'tldraw'

/** A slow machine shows the bar some frames after the key that selected the card; later than this nobody waits for it. */
const MOST_FRAMES = 60

/** Moves the keyboard to the bar above the selected card; to one that is still on its way as soon as it is there. */
export function focusCardBar(editor: Editor, framesLeft = MOST_FRAMES): void {
  const button = editor.getContainer().querySelector<HTMLElement>('.rb-card-bar button')
  button?.focus()
  const hasFocus = button !== null && button === button.ownerDocument.activeElement
  if (hasFocus || framesLeft === 0 || editor.getSelectedShapeIds().length === 0) return
  requestAnimationFrame(() => focusCardBar(editor, framesLeft - 1))
}
