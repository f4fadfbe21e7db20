import { Box, computed, type Computed, type Editor, type TLFrameShape, type VecLike } from 'tldraw'
import type { AreaInfo } from '../canvas-api.ts'
import { areaLayout } from './area-layout.ts'
import { areaMeta, isArea } from './area-meta.ts'

function areasOf(editor: Editor): TLFrameShape[] {
  return editor.getCurrentPageShapesSorted().filter(isArea)
}

/** The areas of the page in painting order; a new list only when one of their names or ids changed. */
export function areaInfos(editor: Editor): Computed<readonly AreaInfo[]> {
  return computed<readonly AreaInfo[]>(
    'areas',
    () =>
      areasOf(editor)
        .filter((shape) => !editor.isShapeHidden(shape) && areaMeta(shape).annex === undefined)
        .map((shape) => ({ id: shape.id, area: areaMeta(shape).area ?? '', name: shape.props.name })),
    {
      isEqual: (a: readonly AreaInfo[] | symbol, b: readonly AreaInfo[]) =>
        typeof a !== 'symbol' && a.length === b.length && a.every((info, i) => info.id === b[i]?.id && info.name === b[i]?.name),
    },
  )
}

/** What the area takes on the page, with its annexes. */
export function areaBounds(editor: Editor, area: string): Box | undefined {
  return boundsOf(
    editor,
    areasOf(editor).filter((shape) => areaMeta(shape).area === area),
  )
}

/** What those frames of the areas take that hold something. */
export function filledAreaBounds(editor: Editor, areas: readonly string[]): Box | undefined {
  const isFilled = (shape: TLFrameShape) => editor.getSortedChildIdsForParent(shape).length > 0
  return boundsOf(
    editor,
    areasOf(editor).filter((shape) => areas.includes(areaMeta(shape).area ?? '') && isFilled(shape)),
  )
}

function boundsOf(editor: Editor, shapes: readonly TLFrameShape[]): Box | undefined {
  const boxes = shapes.flatMap((shape) => editor.getShapePageBounds(shape) ?? [])
  return boxes.length === 0 ? undefined : Box.Common(boxes)
}

/** The topmost area at a point of the page. */
export function areaAt(editor: Editor, point: VecLike): TLFrameShape | undefined {
  return areasOf(editor).findLast((shape) => editor.getShapePageBounds(shape)?.containsPoint(point))
}

/** Whether a point of the page lies on the area's title or instruction. */
export function isOnHeading(editor: Editor, shape: TLFrameShape, point: VecLike): boolean {
  const { y } = editor.getPointInShapeSpace(shape, point)
  return y >= 0 && y <= areaLayout(shape).headingHeight
}
