import { Box, computed, type Atom, type Editor, type TLShapeId } from 'tldraw'
import type { CanvasApi } from './canvas-api.ts'
import { areaBounds, areaInfos } from './area/areas-on-page.ts'
import { areaView, cardsView, moveCamera, startView } from './camera/camera-moves.ts'
import { startBounds } from './camera/start-bounds.ts'
import { exportPng } from './export/export-png.ts'
import { readableFrom } from './readable-from.ts'

/** Shows the view a board opens with. */
export function zoomToStart(editor: Editor, animate = true): void {
  const bounds = startBounds(editor)
  if (bounds) moveCamera(editor, startView(bounds, editor.getViewportScreenBounds()), animate)
}

export function zoomToArea(editor: Editor, area: string): void {
  const bounds = areaBounds(editor, area)
  if (bounds) moveCamera(editor, areaView(bounds, editor.getViewportScreenBounds()))
}

export function createCanvasApi(editor: Editor, weakLinks: Atom<boolean>): CanvasApi {
  return {
    zoomToRecords(ids) {
      const shapeIds = ids.filter((id): id is TLShapeId => editor.store.has(id as TLShapeId) && id.startsWith('shape:'))
      const boxes = shapeIds.flatMap((id) => editor.getShapePageBounds(id) ?? [])
      if (boxes.length === 0) return
      moveCamera(editor, cardsView(Box.Common(boxes), editor.getViewportScreenBounds()))
      editor.select(...shapeIds)
    },
    zoomToArea: (area) => zoomToArea(editor, area),
    zoomToStart: () => zoomToStart(editor),
    selection: readableFrom(computed('selection', () => editor.getSelectedShapeIds())),
    areas: readableFrom(areaInfos(editor)),
    weakLinksShown: readableFrom(weakLinks),
    showWeakLinks: (shown) => void weakLinks.set(shown),
    exportPng: (options) => exportPng(editor, options),
    editor,
  }
}
