import type { Editor } from 'tldraw'

/** Air between what is selected, the panel and the edges of the canvas, in pixels. */
const GAP = 20
/** Room for the bar above the cards. */
const BAR = 66
const DURATION_MS = 220

interface Rect {
  x: number
  y: number
  width: number
  height: number
}

/** Moves the view a little when a panel would hide what it is about: up on phones, to the left elsewhere. */
export function makeRoom(editor: Editor, panel: Rect): void {
  const selected = editor.getSelectionRotatedScreenBounds()
  const canvas = editor.getViewportScreenBounds()
  if (!selected) return
  const isHidden =
    selected.x < panel.x + panel.width && panel.x < selected.maxX && selected.y < panel.y + panel.height && panel.y < selected.maxY
  if (!isHidden) return
  const isBelow = panel.width > canvas.w * 0.7
  // never so far that the other end is out of view
  const dx = isBelow ? 0 : Math.max(panel.x - GAP - selected.maxX, canvas.x + GAP - selected.x)
  const dy = isBelow ? Math.max(panel.y - GAP - selected.maxY, canvas.y + BAR - selected.y) : 0
  if (dx >= 0 && dy >= 0) return
  const { x, y, z } = editor.getCamera()
  const moved = { x: x + Math.min(0, dx) / z, y: y + Math.min(0, dy) / z, z }
  editor.setCamera(moved, editor.user.getAnimationSpeed() > 0 ? { animation: { duration: DURATION_MS } } : {})
}
