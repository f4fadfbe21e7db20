import type { TLCardShape } from '@remedyboard/shared/board/tl-schema'
import type { Box, Editor, TLShape } from 'tldraw'
import { areaMeta, isArea } from '../area/area-meta.ts'
import { linkBasis, linkEnds } from '../link/links.ts'
import { mix, type Palette } from '../look/pigments.ts'

/** A part of the page as blocks in the colours of their kinds, for pictures in which no text could be read. In page space. */
export function drawBlocks(context: CanvasRenderingContext2D, editor: Editor, bounds: Box, palette: Palette): void {
  const shapes = editor.getCurrentPageShapesSorted()
  for (const shape of shapes.filter(isArea)) drawArea(context, editor, shape, palette)
  for (const shape of shapes) {
    const box = editor.getShapePageBounds(shape)
    if (!box?.collides(bounds) || isArea(shape)) continue
    if (editor.isShapeOfType<TLCardShape>(shape, 'card')) drawCard(context, shape, box, palette)
    else drawOther(context, editor, shape, box, palette)
  }
}

function drawArea(context: CanvasRenderingContext2D, editor: Editor, shape: TLShape, palette: Palette): void {
  const box = editor.getShapePageBounds(shape)
  if (!box) return
  const tone = areaMeta(shape).tone ?? 'neutral'
  const pigment = tone === 'neutral' ? palette.neutral : palette.kinds[tone]
  context.fillStyle = mix(pigment.soft, palette.paper, 0.8)
  fillRound(context, box, 26)
  context.fillStyle = pigment.ink
  context.fillRect(box.x + 28, box.y + 30, Math.min(box.w - 56, 420), 26)
}

function drawCard(context: CanvasRenderingContext2D, { props }: TLCardShape, box: Box, palette: Palette): void {
  const { ink, soft } = palette.kinds[props.kind]
  context.fillStyle = props.size === 'l' ? mix(soft, palette.surface, 0.85) : palette.surface
  fillRound(context, box, 10)
  context.fillStyle = ink
  context.fillRect(box.x, box.y, 12, box.h)
  // lines of text, as grey as text looks from far away
  context.fillStyle = mix(palette.ink2, palette.surface, 0.4)
  const lines = Math.max(1, Math.min(3, Math.floor(box.h / 34)))
  for (let i = 0; i < lines; i++) context.fillRect(box.x + 34, box.y + 18 + i * 30, (box.w - 68) * (i === lines - 1 ? 0.6 : 1), 9)
}

function drawOther(context: CanvasRenderingContext2D, editor: Editor, shape: TLShape, box: Box, palette: Palette): void {
  if (editor.isShapeOfType<Parameters<typeof linkEnds>[1]>(shape, 'arrow')) {
    const ends = linkEnds(editor, shape)
    const start = ends && editor.getShapePageBounds(ends.start.toId)
    const end = ends && editor.getShapePageBounds(ends.end.toId)
    // Suggestions are hidden when a board opens.
    if (!start || !end || linkBasis(shape) === 'implied-weak') return
    context.strokeStyle = mix(palette.kinds.remedy.ink, palette.paper, 0.6)
    context.lineWidth = 6
    context.beginPath()
    context.moveTo(start.maxX < end.x ? start.maxX : start.midX, start.midY)
    context.lineTo(start.maxX < end.x ? end.x : end.midX, end.midY)
    context.stroke()
    return
  }
  context.fillStyle = palette.lineStrong
  fillRound(context, box, 8)
}

function fillRound(context: CanvasRenderingContext2D, { x, y, w, h }: Box, radius: number): void {
  context.beginPath()
  context.roundRect(x, y, w, h, radius)
  context.fill()
}
