import { Box, computed, type Atom, type Editor, type TLShapeId } from 'tldraw'
import type { BoardSession } from '../session/board-session.ts'
import type { CanvasApi } from './canvas-api.ts'
import { areaInfos } from './area/areas-on-page.ts'
import { cardsView, fitView, moveCamera, NOTHING_COVERED } from './camera/camera-moves.ts'
import { showArea, zoomToArea, zoomToStart } from './camera/zoom-to.ts'
import type { RequestFont } from './export/embedded-font.ts'
import { exportPng, exportSize, exportSvg } from './export/export-picture.ts'
import { followPerson } from './follow/follow-person.ts'
import { highlight } from './link/highlight.ts'
import { readableFrom } from './readable-from.ts'
import { sortByResult } from './tidy/sort-by-result.ts'
import { boardThumbnail } from './thumbnail/board-thumbnail.ts'

export function createCanvasApi(
  editor: Editor,
  weakLinks: Atom<boolean>,
  quarantined: CanvasApi['quarantined'],
  requestFont: RequestFont,
  session: BoardSession,
): CanvasApi {
  return {
    zoomToRecords(ids) {
      const shapeIds = ids.filter((id): id is TLShapeId => editor.store.has(id as TLShapeId) && id.startsWith('shape:'))
      const boxes = shapeIds.flatMap((id) => editor.getShapePageBounds(id) ?? [])
      if (boxes.length === 0) return
      moveCamera(editor, cardsView(Box.Common(boxes), editor.getViewportScreenBounds()))
      editor.select(...shapeIds)
    },
    highlight: (ids) => highlight(editor, ids),
    zoomToArea: (area, notesIn) => zoomToArea(editor, area, notesIn),
    showArea: (area, notesIn) => showArea(editor, area, notesIn),
    zoomToStart: () => zoomToStart(editor),
    showPart: (part) => moveCamera(editor, fitView(part, editor.getViewportScreenBounds(), NOTHING_COVERED, Infinity)),
    sortByResult: (result) => sortByResult(editor, session, result),
    selection: readableFrom(computed('selection', () => editor.getSelectedShapeIds())),
    areas: readableFrom(areaInfos(editor)),
    weakLinksShown: readableFrom(weakLinks),
    quarantined,
    showWeakLinks: (shown) => void weakLinks.set(shown),
    exportPng: (options) => exportPng(editor, requestFont, options),
    exportSvg: (options) => exportSvg(editor, requestFont, options),
    exportSize: (target) => exportSize(editor, target),
    followPerson: (participantId) => followPerson(editor, participantId),
    stopFollowing: () => void editor.stopFollowingUser(),
    following: readableFrom(computed('following', () => editor.getInstanceState().followingUserId)),
    thumbnail: () => boardThumbnail(editor),
    editor,
  }
}
