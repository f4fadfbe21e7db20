import { Rectangle2d, type Editor, type VecLike } from 'tldraw'
import { isArea } from './area-meta.ts'

/**
 * The ground of an area: things can be put into it, but a click or drag on it is one on the empty canvas.
 * tldraw asks with `hitInside` when it looks for a place to drop, without when it looks for something to take hold of.
 */
export class AreaGround extends Rectangle2d {
  override distanceToPoint(point: VecLike, hitInside = false): number {
    return hitInside ? super.distanceToPoint(point, hitInside) : Infinity
  }
}

/** Areas cannot be selected or rubbed out, so nobody moves, resizes or deletes one by accident. Returns the way to stop. */
export function leaveAreasAlone(editor: Editor): () => void {
  return editor.sideEffects.registerBeforeChangeHandler('instance_page_state', (before, next) => {
    const keep = <T extends readonly string[]>(ids: T, former: T): T => {
      if (ids === former || !ids.some((id) => isAreaId(editor, id))) return ids
      return ids.filter((id) => !isAreaId(editor, id)) as readonly string[] as T // the same kind of ids, fewer of them
    }
    const selectedShapeIds = keep(next.selectedShapeIds, before.selectedShapeIds)
    const erasingShapeIds = keep(next.erasingShapeIds, before.erasingShapeIds)
    if (selectedShapeIds === next.selectedShapeIds && erasingShapeIds === next.erasingShapeIds) return next
    return { ...next, selectedShapeIds, erasingShapeIds }
  })
}

function isAreaId(editor: Editor, id: string): boolean {
  const record = editor.store.get(id as Parameters<typeof editor.store.get>[0])
  return record?.typeName === 'shape' && isArea(record)
}
