import type { Editor } from 'tldraw'
import { areaBounds, filledAreaBounds } from '../area/areas-on-page.ts'
import { areaView, moveCamera, startView } from './camera-moves.ts'
import { startBounds } from './start-bounds.ts'

/** Shows the view a board opens with. */
export function zoomToStart(editor: Editor, animate = true): void {
  const bounds = startBounds(editor)
  if (bounds) moveCamera(editor, startView(bounds, editor.getViewportScreenBounds()), animate)
}

export function zoomToArea(editor: Editor, area: string, notesIn: readonly string[] = []): void {
  const bounds = filledAreaBounds(editor, notesIn) ?? areaBounds(editor, area)
  if (bounds) moveCamera(editor, areaView(bounds, editor.getViewportScreenBounds()))
}
