import type { Box, Editor } from 'tldraw'
import { areaBounds, filledAreaBounds } from '../area/areas-on-page.ts'
import { areaView, fitView, moveCamera, NOTHING_COVERED, startView } from './camera-moves.ts'
import { startBounds } from './start-bounds.ts'

/** Air around an area on the wall, in board units. */
const MARGIN = 24

/** Shows the view a board opens with. */
export function zoomToStart(editor: Editor, animate = true): void {
  const bounds = startBounds(editor)
  if (bounds) moveCamera(editor, startView(bounds, editor.getViewportScreenBounds()), animate)
}

export function zoomToArea(editor: Editor, area: string, notesIn: readonly string[] = []): void {
  const bounds = boundsToSee(editor, area, notesIn)
  if (bounds) moveCamera(editor, areaView(bounds, editor.getViewportScreenBounds()))
}

/** All of the area, with nothing of the canvas in front of it. */
export function showArea(editor: Editor, area: string, notesIn: readonly string[]): void {
  const bounds = boundsToSee(editor, area, notesIn)?.clone().expandBy(MARGIN)
  if (bounds) moveCamera(editor, fitView(bounds, editor.getViewportScreenBounds(), NOTHING_COVERED))
}

function boundsToSee(editor: Editor, area: string, notesIn: readonly string[]): Box | undefined {
  return filledAreaBounds(editor, notesIn) ?? areaBounds(editor, area)
}
