import type { Editor, StateNode, TLPointerEventInfo } from 'tldraw'

/**
 * tldraw looks for the shape under the pointer at every step of a moving camera: on a board of 5,000 cards that is half of what a
 * step costs, and nobody reads what lights up while everything moves. Returns the way to stop.
 */
export function noHoverWhileMoving(editor: Editor): () => void {
  const idle = editor.getStateDescendant<StateNode & { onPointerMove?: (info: TLPointerEventInfo) => void }>('select.idle')
  const original = idle?.onPointerMove?.bind(idle)
  if (!idle || !original) return () => undefined
  idle.onPointerMove = (info) => {
    if (editor.getCameraState() !== 'moving') original(info)
  }
  return () => {
    idle.onPointerMove = original
  }
}
