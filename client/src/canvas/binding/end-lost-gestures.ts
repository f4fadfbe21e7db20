import type { Editor } from 'tldraw'

/**
 * Ends what a pointer has in hand when it is lost: the system took the touch or the pen away (`pointercancel`), or the button was let
 * go where this page could not hear it. tldraw does not listen for either, and goes on dragging with the next movement. What was
 * dragged stays where it is. Returns the way to stop.
 */
export function endLostGestures(editor: Editor): () => void {
  const end = () => {
    const { inputs } = editor
    const { x: left, y: top } = editor.getViewportScreenBounds()
    const { x, y, z } = inputs.currentScreenPoint
    for (const button of inputs.buttons) {
      editor.dispatch({
        type: 'pointer',
        target: 'canvas',
        name: 'pointer_up',
        // where it was last: events of a lost pointer do not know where they are
        point: { x: x + left, y: y + top, z },
        pointerId: 1,
        button,
        shiftKey: inputs.shiftKey,
        altKey: inputs.altKey,
        ctrlKey: inputs.ctrlKey,
        metaKey: inputs.metaKey,
        accelKey: inputs.ctrlKey || inputs.metaKey,
        isPen: inputs.isPen,
      })
    }
  }
  const onCancel = () => {
    if (editor.inputs.isPointing) end()
  }
  const onMove = ({ buttons, pointerType }: PointerEvent) => {
    // A finger that moves always touches.
    if (buttons === 0 && pointerType !== 'touch' && editor.inputs.isPointing) end()
  }
  // before tldraw, which listens further down
  window.addEventListener('pointercancel', onCancel, { capture: true })
  window.addEventListener('pointermove', onMove, { capture: true })
  return () => {
    window.removeEventListener('pointercancel', onCancel, { capture: true })
    window.removeEventListener('pointermove', onMove, { capture: true })
  }
}
