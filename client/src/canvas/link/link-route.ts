import { getArrowInfo, type Editor, type TLArrowBinding, type TLArrowPoint, type TLArrowShape, type TLShapeId, type VecLike } from 'tldraw'
import { isArea } from '../area/area-meta.ts'
import { standingCard } from '../merged/merged-cards.ts'
import { facingPoint, linkCurve, sideNormal, type LinkCurve, type Rect } from './link-curve.ts'
import { isLinkOfMerged, linkBasis, linkEnds, type LinkEnds } from './links.ts'

/** Air between a link's end and its card, in board units, so that arrowheads stay readable on the card's edge. */
const GAP = 5

/** Null for arrows that tldraw draws itself: not between two cards, bent by somebody, or with a label. */
export function curveOf(editor: Editor, shape: TLArrowShape): LinkCurve | null {
  // tldraw would draw it to where the merged card lies, which nobody sees.
  const isOurs = shape.props.text === '' && shape.props.bend === 0 && shape.props.kind === 'arc'
  if (!isOurs && !isLinkOfMerged(editor, shape)) return null
  const ends = linkEnds(editor, shape)
  const info = ends && getArrowInfo(editor, shape)
  if (!ends || !info) return null
  const boxes = boxesOf(editor, shape, ends)
  if (!boxes) return null
  const isOfPaper = linkBasis(shape) !== 'group'
  const start = endPoint(ends.start, info.start, boxes.start, boxes.end, isOfPaper)
  const end = endPoint(ends.end, info.end, boxes.end, boxes.start, isOfPaper)
  return linkCurve(
    { point: start, normal: sideNormal(boxes.start, start), ...surroundings(editor, shape, ends.start.toId, ends.end.toId) },
    { point: end, normal: sideNormal(boxes.end, end), ...surroundings(editor, shape, ends.end.toId, ends.start.toId) },
  )
}

/** The point the layout chose, while its side still faces the other card; otherwise the middle of the side that does. */
function endPoint(binding: TLArrowBinding, drawn: TLArrowPoint, own: Rect, other: Rect, isOfPaper: boolean): VecLike {
  const facing = facingPoint(own, other, GAP)
  // People's own links: whether somebody held still while drawing must not decide how the link looks.
  if (!isOfPaper || !binding.props.isPrecise || binding.props.isExact) return facing
  return sideNormal(own, drawn.point).equals(sideNormal(own, facing)) ? drawn.point : facing
}

/** The two cards' boxes in the link's own space. Cards are not rotated in practice; a rotated one is taken by its bounds. */
function boxesOf(editor: Editor, shape: TLArrowShape, ends: LinkEnds): { start: Rect; end: Rect } | null {
  const start = boxIn(editor, shape, ends.start.toId)
  const end = boxIn(editor, shape, ends.end.toId)
  return start && end && { start, end }
}

/** In a fuller area nothing is gained by going around cards, and looking at all of them for each link would be dear. */
const MOST_OTHERS = 120

/** The area that a card lies in, and the other cards there. */
function surroundings(editor: Editor, link: TLArrowShape, cardId: TLShapeId, otherEnd: TLShapeId): { area: Rect | null; others?: Rect[] } {
  const area = editor.findShapeAncestor(cardId, isArea)
  if (!area) return { area: null }
  const ids = editor.getSortedChildIdsForParent(area.id)
  const others =
    ids.length > MOST_OTHERS
      ? undefined
      : ids.flatMap((id) =>
          id === cardId || id === otherEnd || editor.getShape(id)?.type !== 'card' || standingCard(editor, id) !== id
            ? []
            : (boxIn(editor, link, id) ?? []),
        )
  return { area: boxIn(editor, link, area.id), others }
}

function boxIn(editor: Editor, link: TLArrowShape, id: TLShapeId): Rect | null {
  const bounds = editor.getShapePageBounds(id)
  if (!bounds) return null
  const { x, y } = editor.getShapePageTransform(link.id).clone().invert().applyToPoint(bounds.point)
  return { x, y, w: bounds.w, h: bounds.h }
}
