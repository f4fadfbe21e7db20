import { CARD_METRICS } from '@remedyboard/shared/board/card-metrics'
import type { TLCardShape } from '@remedyboard/shared/board/tl-schema'
import { react, unsafe__withoutCapture, type Editor } from 'tldraw'
import { moveCamera, writingView } from './camera-moves.ts'
import { zoomToStart } from './zoom-to.ts'

/** Opens the board at its start view, and keeps it while panels open and close, until somebody moves the camera. */
export function keepStartView(editor: Editor): () => void {
  let shown: { x: number; y: number; z: number } | null = null
  return react('start view', () => {
    const { w, h } = editor.getViewportScreenBounds()
    if (w < 2 || h < 2) return
    // only the size of the screen matters: what is on the board must not move the view
    unsafe__withoutCapture(() => {
      const { x, y, z } = editor.getCamera()
      if (shown && (shown.x !== x || shown.y !== y || shown.z !== z)) return
      zoomToStart(editor, false)
      shown = editor.getCamera()
    })
  })
}

/** Writing 9 px letters at the overview helps nobody: the camera comes close when a card opens for writing. */
export function comeCloseToWrite(editor: Editor): () => void {
  return react('come close to write', () => {
    const id = editor.getEditingShapeId()
    unsafe__withoutCapture(() => {
      const shape = id && editor.getShape(id)
      const bounds = id && editor.getShapePageBounds(id)
      if (!shape || !bounds || !editor.isShapeOfType<TLCardShape>(shape, 'card')) return
      const { fontSize } = CARD_METRICS[shape.props.size]
      const byFinger = editor.getInstanceState().isCoarsePointer
      const view = writingView(bounds, fontSize, editor.getCamera(), editor.getViewportScreenBounds(), byFinger)
      if (view) moveCamera(editor, view)
    })
  })
}
