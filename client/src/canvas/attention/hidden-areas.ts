import type { SessionView } from '@remedyboard/shared/workshop/view'
import { getArrowBindings, type Editor, type TLArrowShape, type TLShape } from 'tldraw'
import { areaMeta, isArea } from '../area/area-meta.ts'

export const NO_AREAS: ReadonlySet<string> = new Set()

/** `meta.area` of the areas that this person's canvas leaves out for now. Facilitators prepare them, so they see them; the room does not. */
export function areasLeftOut({ hiddenAreas, me }: SessionView, onWall: boolean): ReadonlySet<string> {
  return (me.role === 'facilitator' && !onWall) || hiddenAreas.length === 0 ? NO_AREAS : new Set(hiddenAreas)
}

/** True for such an area and for links from or to what stands in it. What stands in it is hidden with it anyway. */
export function isLeftOut(editor: Editor, shape: TLShape, areas: ReadonlySet<string>): boolean {
  if (areas.size === 0) return false
  const isHiddenArea = (each: TLShape) => isArea(each) && areas.has(areaMeta(each).area ?? '')
  if (isHiddenArea(shape)) return true
  if (shape.type !== 'arrow') return false
  const { start, end } = getArrowBindings(editor, shape as TLArrowShape) // the type says so
  return [start, end].some((binding) => binding !== undefined && editor.findShapeAncestor(binding.toId, isHiddenArea) !== undefined)
}
