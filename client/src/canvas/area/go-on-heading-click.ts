import type { Editor, TLEventInfo, TLFrameShape } from 'tldraw'
import { zoomToArea } from '../camera/zoom-to.ts'
import { areaMeta } from './area-meta.ts'
import { areaAt, isOnHeading } from './areas-on-page.ts'

/** A click on an area's heading goes to the area; the pointer says so before. Returns the way to stop. */
export function goOnHeadingClick(editor: Editor): () => void {
  let pressed: TLFrameShape | undefined
  let isPointing = false

  const headingUnderPointer = () => {
    const point = editor.inputs.currentPagePoint
    const area = areaAt(editor, point)
    return area &&
      isOnHeading(editor, area, point) &&
      !editor.getShapeAtPoint(point, { hitInside: true, filter: ({ type }) => type !== 'frame' })
      ? area
      : undefined
  }
  const onEvent = (info: TLEventInfo) => {
    if (info.type !== 'pointer') return
    if (info.name === 'pointer_down') {
      // Writing, or with another tool: the click has another meaning.
      pressed =
        info.target === 'canvas' && info.button === 0 && editor.isInAny('select.idle', 'select.pointing_canvas')
          ? headingUnderPointer()
          : undefined
    } else if (info.name === 'pointer_up') {
      const area = pressed
      pressed = undefined
      if (area && !editor.inputs.isDragging && !info.shiftKey) zoomToArea(editor, areaMeta(area).area ?? '')
    } else if (info.name === 'pointer_move') {
      const points = editor.isIn('select.idle') && editor.getHoveredShapeId() === null && headingUnderPointer() !== undefined
      if (points === isPointing) return
      isPointing = points
      if (editor.isIn('select.idle')) editor.setCursor({ type: points ? 'pointer' : 'default', rotation: 0 })
    }
  }
  editor.on('event', onEvent)
  return () => void editor.off('event', onEvent)
}
