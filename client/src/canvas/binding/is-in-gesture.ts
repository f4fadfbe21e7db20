import type { Editor } from 'tldraw'

/** States of tldraw's tools in which a change goes on from frame to frame and is not finished yet. */
const GESTURE_PATHS = [
  'select.translating',
  'select.resizing',
  'select.rotating',
  'select.dragging_handle',
  'select.crop.translating_crop',
  'select.pointing_handle',
  'draw.drawing',
  'highlight.drawing',
  'line.pointing',
  'arrow.pointing',
  'geo.pointing',
]

/** True while somebody drags, resizes, rotates or draws on this editor. */
export function isInGesture(editor: Editor): boolean {
  return editor.isInAny(...GESTURE_PATHS)
}
