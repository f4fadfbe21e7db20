import { Box, type Editor } from 'tldraw'
import { isArea } from '../area/area-meta.ts'

/** Air around the areas when a board opens, in board units; the template reckons with the same. */
const MARGIN = 24

/** What a board opens with: its areas; else all there is; null on an empty board. */
export function startBounds(editor: Editor): Box | null {
  const areas = editor.getCurrentPageShapes().filter(isArea)
  const marked = areas.filter((shape) => shape.meta['start'] === true)
  const chosen = marked.length > 0 ? marked : areas
  if (chosen.length === 0) return editor.getCurrentPageBounds() ?? null
  const boxes = chosen.flatMap((shape) => editor.getShapePageBounds(shape) ?? [])
  return boxes.length === 0 ? null : Box.Common(boxes).expandBy(MARGIN)
}
