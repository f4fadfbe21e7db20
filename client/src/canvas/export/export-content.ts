import { Box, type Editor, type TLArrowShape, type TLShape, type TLShapeId } from 'tldraw'
import type { ExportTarget } from '../canvas-api.ts'
import { linkEnds } from '../link/links.ts'

/** One shape of the picture, with the opacity that its parents leave it. */
export interface DrawnShape {
  shape: TLShape
  opacity: number
}

export interface ExportContent {
  /** bottom first */
  shapes: readonly DrawnShape[]
  /** what the picture shows, margin included; null = nothing to draw */
  bounds: Box | null
}

/** Paper around what is exported, in board units. */
const MARGIN = 32

/** What a target consists of: whatever is hidden on the board (weak links, when they are off) is not in the picture. */
export function exportContent(editor: Editor, target: ExportTarget): ExportContent {
  const wanted = wantedIds(editor, target)
  const shapes = shownShapes(editor, wanted)
  const boxes = shapes.flatMap(({ shape }) => editor.getShapeMaskedPageBounds(shape) ?? [])
  if (boxes.length === 0) return { shapes: [], bounds: null }
  return { shapes, bounds: Box.Common(boxes).expandBy(MARGIN) }
}

function wantedIds(editor: Editor, target: ExportTarget): ReadonlySet<TLShapeId> {
  switch (target.kind) {
    case 'board':
      return editor.getCurrentPageShapeIds()
    case 'selection': {
      const ids = editor.getShapeAndDescendantIds(editor.getSelectedShapeIds())
      return withLinks(editor, ids)
    }
    case 'area': {
      const frame = editor.getShape(target.frameId as TLShapeId) // ids of areas come from the canvas
      return frame ? withLinks(editor, editor.getShapeAndDescendantIds([frame.id])) : new Set()
    }
  }
}

/** Links belong to the page when they cross areas: one between two cards of the picture is part of it. */
function withLinks(editor: Editor, ids: ReadonlySet<TLShapeId>): ReadonlySet<TLShapeId> {
  const links = editor.getCurrentPageShapes().filter((shape) => {
    if (shape.type !== 'arrow') return false
    const ends = linkEnds(editor, shape as TLArrowShape) // the type says so
    return ends !== undefined && ids.has(ends.start.toId) && ids.has(ends.end.toId)
  })
  return new Set([...ids, ...links.map(({ id }) => id)])
}

/** In painting order, as tldraw itself walks the page. Children of something hidden may be shown. */
function shownShapes(editor: Editor, wanted: ReadonlySet<TLShapeId>): DrawnShape[] {
  const shown: DrawnShape[] = []
  const visit = (id: TLShapeId, opacityAbove: number) => {
    const shape = editor.getShape(id)
    if (!shape) return
    const isHidden = editor.isShapeHidden(shape)
    const opacity = isHidden ? opacityAbove : opacityAbove * shape.opacity
    if (!isHidden && wanted.has(id)) shown.push({ shape, opacity })
    for (const childId of editor.getSortedChildIdsForParent(id)) visit(childId, opacity)
  }
  for (const id of editor.getSortedChildIdsForParent(editor.getCurrentPageId())) visit(id, 1)
  return shown
}
