import { useEditor, useValue, type TLArrowShape } from 'tldraw'
import { useText } from '../../i18n/use-text.ts'
import { usePalette } from '../look/use-palette.ts'
import { curvePoints } from './link-curve.ts'
import { curveOf } from './link-route.ts'
import './link-words.css'
import { LineSample } from './LineSample.tsx'
import { linkStyle } from './link-style.ts'
import { lineKind, linkEnds, linkMeta } from './links.ts'

/** Room that the label keeps from the edges of the canvas, in pixels: half its width, and its height. */
const KEEP = { side: 150, top: 96 } as const

/** What a link says, in words beside its middle, while it is selected or under the pointer. Readable at every zoom. */
export function LinkLabel() {
  const editor = useEditor()
  const { t } = useText()
  const palette = usePalette()
  const said = useValue(
    'what the link says',
    () => {
      const shape = editor.getOnlySelectedShape() ?? editor.getHoveredShape()
      if (!shape || !editor.isInAny('select.idle', 'hand.idle') || !editor.isShapeOfType<TLArrowShape>(shape, 'arrow')) return null
      const ends = linkEnds(editor, shape)
      const curve = ends && curveOf(editor, shape)
      if (!ends || !curve || editor.isShapeHidden(shape)) return null
      const points = curvePoints(curve)
      const middle = points[Math.floor(points.length / 2)] ?? curve.to
      const at = editor.pageToViewport(editor.getShapePageTransform(shape).applyToPoint(middle))
      const { w, h } = editor.getViewportScreenBounds()
      return {
        kind: lineKind(editor, shape, ends),
        rationale: linkMeta(shape).rationale ?? '',
        x: Math.min(Math.max(at.x, KEEP.side), Math.max(KEEP.side, w - KEEP.side)),
        y: Math.min(Math.max(at.y, KEEP.top), h),
      }
    },
    [editor],
  )
  if (!said) return null
  return (
    <div className="rb-link-label" role="status" style={{ left: said.x, top: said.y }}>
      <span className="rb-link-label-kind">
        <LineSample style={linkStyle(said.kind, palette)} />
        {t(`canvas.line.${said.kind}`)}
      </span>
      {said.rationale !== '' && <span>{said.rationale}</span>}
    </div>
  )
}
