import type { Editor, TLShapeId } from 'tldraw'

const DURATION_MS = 260

/**
 * Makes a change that moves shapes, and lets them glide to their new places on this screen. What is written is the change alone, as
 * one step; the others see it at once.
 */
export function moveAnimated(editor: Editor, ids: readonly TLShapeId[], change: () => void): void {
  const animates = editor.user.getAnimationSpeed() > 0
  const before = new Map(animates ? ids.map((id) => [id, editor.getShapePageBounds(id)?.point] as const) : [])
  change()
  for (const [id, from] of before) {
    const to = editor.getShapePageBounds(id)?.point
    if (!from || !to || from.equals(to)) continue
    for (const element of editor.getContainer().querySelectorAll(`[data-shape-id="${id}"]`)) {
      // `translate` adds to the transform that tldraw places the shape with; both are in board units there.
      element.animate([{ translate: `${from.x - to.x}px ${from.y - to.y}px` }, { translate: '0px 0px' }], {
        duration: DURATION_MS,
        easing: 'cubic-bezier(0.2, 0.7, 0.3, 1)',
      })
    }
  }
}
