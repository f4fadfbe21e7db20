import type { ReactElement } from 'react'
import {
  ArrowShapeUtil,
  Group2d,
  Polyline2d,
  SVGContainer,
  track,
  useEditor,
  useValue,
  type SvgExportContext,
  type TLArrowShape,
  type TLHandle,
} from 'tldraw'
import { PALETTES, type Theme } from '../look/pigments.ts'
import { usePalette } from '../look/use-palette.ts'
import { barPath, curvePath, curvePoints, headPath, reversed, type LinkCurve } from './link-curve.ts'
import { curveOf } from './link-route.ts'
import { linkStyle, type LinkStyle } from './link-style.ts'
import { lineKind, linkEnds, linkFocus } from './links.ts'

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
    return new Group2d({ children: [new Polyline2d({ points: curvePoints(curve) })] })
  }

  /** A link has its two ends to take hold of; its way between them is not bent by hand. */
  override getHandles(shape: TLArrowShape): TLHandle[] {
    const handles = super.getHandles(shape)
    const curve = curveOf(this.editor, shape)
    if (!curve) return handles
    return handles.flatMap((handle) => {
      if (handle.id !== 'start' && handle.id !== 'end') return []
      const { x, y } = handle.id === 'start' ? curve.from : curve.to
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
    return this.linkDrawing(shape, context.isDarkMode ? 'dark' : 'light') ?? super.toSvg(shape, context)
  }

  /** As in exported images; null for arrows that tldraw draws itself. */
  linkDrawing(shape: TLArrowShape, theme: Theme): ReactElement | null {
    const curve = curveOf(this.editor, shape)
    const ends = linkEnds(this.editor, shape)
    return curve && ends ? (
      <LinkDrawing shape={shape} curve={curve} style={linkStyle(lineKind(this.editor, shape, ends), PALETTES[theme])} />
    ) : null
  }
}

const PlainArrow = track(({ util, shape }: { util: LinkShapeUtil; shape: TLArrowShape }) => util.plain(shape))

const PlainIndicator = track(({ util, shape }: { util: LinkShapeUtil; shape: TLArrowShape }) => util.plainIndicator(shape))

function LinkOnCanvas({ shape }: { shape: TLArrowShape }) {
  const editor = useEditor()
  const palette = usePalette()
  const curve = useValue('curve', () => curveOf(editor, shape), [editor, shape])
  const focus = useValue('link focus', () => linkFocus(editor, shape), [editor, shape])
  const kind = useValue(
    'line kind',
    () => {
      const ends = linkEnds(editor, shape)
      return ends && lineKind(editor, shape, ends)
    },
    [editor, shape],
  )
  if (!curve || !kind) return null
  const style = linkStyle(kind, palette)
  const near = { ...style, width: style.width + 1.5 }
  return (
    <SVGContainer className="rb-link" style={{ minWidth: 50, minHeight: 50 }} opacity={focus === 'far' ? DIMMED : 1}>
      <LinkDrawing shape={shape} curve={curve} style={focus === 'near' ? near : style} />
    </SVGContainer>
  )
}

function LinkDrawing({ shape, curve, style }: { shape: TLArrowShape; curve: LinkCurve; style: LinkStyle }) {
  const head = 11 + style.width * 1.4
  const end = style.end === 'bar' ? barPath : headPath
  const endWidth = style.end === 'bar' ? style.width : Math.min(style.width, 4.5)
  return (
    <g fill="none" stroke={style.color} strokeWidth={style.width} strokeLinecap="round" strokeLinejoin="round">
      <path d={curvePath(curve)} strokeDasharray={style.dash} />
      {shape.props.arrowheadEnd !== 'none' && <path d={end(curve, head)} strokeWidth={endWidth} />}
      {shape.props.arrowheadStart !== 'none' && <path d={end(reversed(curve), head)} strokeWidth={endWidth} />}
    </g>
  )
}
