import {
  ArrowShapeUtil,
  CubicBezier2d,
  getArrowInfo,
  Group2d,
  SVGContainer,
  track,
  useEditor,
  useValue,
  type Editor,
  type Geometry2d,
  type SvgExportContext,
  type TLArrowBinding,
  type TLArrowPoint,
  type TLArrowShape,
  type TLHandle,
  type VecLike,
} from 'tldraw'
import { PALETTES } from '../look/pigments.ts'
import { usePalette } from '../look/use-palette.ts'
import { curvePath, facingPoint, headPath, linkCurve, sideNormal, type LinkCurve } from './link-curve.ts'
import { linkStyle, type LinkStyle } from './link-style.ts'
import { focusedCards, linkBasis, linkEnds, type LinkEnds } from './links.ts'

/** Air between a link's end and its card, in board units, so that arrowheads stay readable on the card's edge. */
const GAP = 5

/** Links that have nothing to do with the card in focus step back. */
const DIMMED = 0.22

/** tldraw's arrow; an arrow between two cards is a link and looks like one. */
export class LinkShapeUtil extends ArrowShapeUtil {
  override canEdit(shape?: TLArrowShape): boolean {
    return !shape || shape.props.text !== '' || !linkEnds(this.editor, shape)
  }

  override getGeometry(shape: TLArrowShape): Group2d {
    const curve = curveOf(this.editor, shape)
    if (!curve) return super.getGeometry(shape)
    return new Group2d({ children: [new CubicBezier2d({ ...curve, resolution: 16 }) as Geometry2d] })
  }

  /** A link has its two ends to take hold of; its way between them is not bent by hand. */
  override getHandles(shape: TLArrowShape): TLHandle[] {
    const handles = super.getHandles(shape)
    const curve = curveOf(this.editor, shape)
    if (!curve) return handles
    return handles.flatMap((handle) => {
      if (handle.id !== 'start' && handle.id !== 'end') return []
      const { x, y } = handle.id === 'start' ? curve.start : curve.end
      return { ...handle, x, y }
    })
  }

  override component(shape: TLArrowShape) {
    return curveOf(this.editor, shape) ? <LinkOnCanvas shape={shape} /> : <PlainArrow util={this} shape={shape} />
  }

  override indicator(shape: TLArrowShape) {
    const curve = curveOf(this.editor, shape)
    return curve ? <path d={curvePath(curve)} /> : <PlainIndicator util={this} shape={shape} />
  }

  /** tldraw's own drawing and outline. They use hooks, so they are components of their own. */
  plain(shape: TLArrowShape) {
    return super.component(shape)
  }

  plainIndicator(shape: TLArrowShape) {
    return super.indicator(shape)
  }

  override toSvg(shape: TLArrowShape, context: SvgExportContext) {
    const curve = curveOf(this.editor, shape)
    if (!curve) return super.toSvg(shape, context)
    return <LinkDrawing shape={shape} curve={curve} style={linkStyle(linkBasis(shape), PALETTES[context.isDarkMode ? 'dark' : 'light'])} />
  }
}

const PlainArrow = track(({ util, shape }: { util: LinkShapeUtil; shape: TLArrowShape }) => util.plain(shape))

const PlainIndicator = track(({ util, shape }: { util: LinkShapeUtil; shape: TLArrowShape }) => util.plainIndicator(shape))

/** Null for arrows that tldraw draws itself: not between two cards, bent by somebody, or with a label. */
function curveOf(editor: Editor, shape: TLArrowShape): LinkCurve | null {
  if (shape.props.text !== '' || shape.props.bend !== 0 || shape.props.kind !== 'arc') return null
  const ends = linkEnds(editor, shape)
  const info = ends && getArrowInfo(editor, shape)
  if (!ends || !info) return null
  const boxes = boxesOf(editor, shape, ends)
  if (!boxes) return null
  const isOfPaper = linkBasis(shape) !== 'group'
  const start = endPoint(ends.start, info.start, boxes.start, boxes.end, isOfPaper)
  const end = endPoint(ends.end, info.end, boxes.end, boxes.start, isOfPaper)
  return linkCurve(start, sideNormal(boxes.start, start), end, sideNormal(boxes.end, end))
}

/** The point the layout chose, while its side still faces the other card; otherwise the middle of the side that does. */
function endPoint(binding: TLArrowBinding, drawn: TLArrowPoint, own: Rect, other: Rect, isOfPaper: boolean): VecLike {
  const facing = facingPoint(own, other, GAP)
  // People's own links: whether somebody held still while drawing must not decide how the link looks.
  if (!isOfPaper || !binding.props.isPrecise || binding.props.isExact) return facing
  return sideNormal(own, drawn.point).equals(sideNormal(own, facing)) ? drawn.point : facing
}

interface Rect {
  x: number
  y: number
  w: number
  h: number
}

/** The two cards' boxes in the link's own space. Cards are not rotated in practice; a rotated one is taken by its bounds. */
function boxesOf(editor: Editor, shape: TLArrowShape, ends: LinkEnds): { start: Rect; end: Rect } | null {
  const toLink = editor.getShapePageTransform(shape.id).clone().invert()
  const start = editor.getShapePageBounds(ends.start.toId)
  const end = editor.getShapePageBounds(ends.end.toId)
  if (!start || !end) return null
  const inLink = ({ x, y, w, h }: Rect) => ({ ...toLink.applyToPoint({ x, y }).toJson(), w, h })
  return { start: inLink(start), end: inLink(end) }
}

function LinkOnCanvas({ shape }: { shape: TLArrowShape }) {
  const editor = useEditor()
  const palette = usePalette()
  const curve = useValue('curve', () => curveOf(editor, shape), [editor, shape])
  const focus = useValue(
    'link focus',
    () => {
      const cards = focusedCards(editor)
      if (cards.size === 0) return 'none'
      const ends = linkEnds(editor, shape)
      return ends && (cards.has(ends.start.toId) || cards.has(ends.end.toId)) ? 'near' : 'far'
    },
    [editor, shape],
  )
  if (!curve) return null
  const style = linkStyle(linkBasis(shape), palette)
  const near = { ...style, width: style.width + 1.5, color: style.color }
  return (
    <SVGContainer className="rb-link" style={{ minWidth: 50, minHeight: 50 }} opacity={focus === 'far' ? DIMMED : 1}>
      <LinkDrawing shape={shape} curve={curve} style={focus === 'near' ? near : style} />
    </SVGContainer>
  )
}

function LinkDrawing({ shape, curve, style }: { shape: TLArrowShape; curve: LinkCurve; style: LinkStyle }) {
  const head = 11 + style.width * 1.4
  return (
    <g fill="none" stroke={style.color} strokeWidth={style.width} strokeLinecap="round" strokeLinejoin="round">
      <path d={curvePath(curve)} strokeDasharray={style.dash} />
      {shape.props.arrowheadEnd !== 'none' && <path d={headPath(curve, head)} strokeWidth={Math.min(style.width, 4.5)} />}
      {shape.props.arrowheadStart !== 'none' && (
        <path
          d={headPath({ start: curve.end, cp1: curve.cp2, cp2: curve.cp1, end: curve.start }, head)}
          strokeWidth={Math.min(style.width, 4.5)}
        />
      )}
    </g>
  )
}
