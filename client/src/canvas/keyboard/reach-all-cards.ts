import type { Editor, TLShape } from 'tldraw'
import { isArea } from '../area/area-meta.ts'
import { inReadingOrder } from './reading-order.ts'

/**
 * Lets Tab and Ctrl+arrows reach every card. tldraw's own order stops at frames, which one enters first; areas cannot be
 * selected here, so nobody could ever enter one. Returns the way to stop.
 */
export function reachAllCards(editor: Editor): () => void {
  const former = {
    order: editor.getCurrentPageShapesInReadingOrder.bind(editor),
    selectAdjacent: editor.selectAdjacentShape.bind(editor),
  }
  const reachable = (): TLShape[] =>
    editor.getCurrentPageShapesSorted().filter((shape) => !isArea(shape) && shape.type !== 'arrow' && !editor.isShapeHidden(shape))
  const ordered = () => {
    const areas = editor.getCurrentPageShapesSorted().filter(isArea)
    return inReadingOrder(
      reachable().flatMap((shape) => {
        const box = editor.getShapePageBounds(shape)
        const home = editor.findShapeAncestor(shape, isArea)?.id
        const area = areas.findIndex(({ id }) => id === home)
        return box ? [{ shape, box, area: area < 0 ? Infinity : area }] : []
      }),
    )
  }

  editor.getCurrentPageShapesInReadingOrder = ordered
  editor.selectAdjacentShape = (direction) => {
    const current = editor.getSelectedShapeIds()[0]
    let next: TLShape['id'] | undefined
    if (direction === 'next' || direction === 'prev') {
      const ids = ordered().map(({ id }) => id)
      const at = current ? ids.indexOf(current) : -1
      next = direction === 'next' ? ids[(at + 1) % ids.length] : ids.at(at < 0 ? -1 : at - 1)
    } else if (current) {
      next = editor.getNearestAdjacentShape(reachable(), current, direction)
    }
    if (!next) return
    editor.select(next)
    editor.zoomToSelectionIfOffscreen(64, { animation: { duration: editor.options.animationMediumMs }, inset: 0 })
  }
  return () => {
    editor.getCurrentPageShapesInReadingOrder = former.order
    editor.selectAdjacentShape = former.selectAdjacent
  }
}
