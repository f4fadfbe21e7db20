import type { ReactElement } from 'react'
import type { Box, Editor, SvgExportContext, TLArrowShape, TLParentId, TLShape, TLShapeId } from 'tldraw'
import { isArea } from '../area/area-meta.ts'
import { isClusterFrame } from '../cluster/cluster-frame.ts'
import type { LinkShapeUtil } from '../link/link-shape-util.tsx'
import type { Theme } from '../look/pigments.ts'
import type { SvgPart } from './assemble-svg.ts'
import type { DrawnShape } from './export-content.ts'
import { svgMarkup } from './svg-markup.ts'

interface DrawOptions {
  bounds: Box
  theme: Theme
  signal: AbortSignal
  /** 0 to 1 */
  onProgress: (share: number) => void
}

/** Shapes between two breaths: about 10 ms of work, so that the page stays alive. */
const BATCH = 60

/**
 * The shapes as parts of an SVG, bottom first. Cards, areas, clusters and links are written down by themselves; what lies between them
 * in painting order is drawn by tldraw, run by run. Throws the signal's reason when it is aborted.
 */
export async function drawShapes(
  editor: Editor,
  shapes: readonly DrawnShape[],
  { bounds, theme, signal, onProgress }: DrawOptions,
): Promise<SvgPart[]> {
  const parts: SvgPart[] = []
  // What highlighters paint lies under the things of their area or page.
  const grounds = new Map<TLParentId, SvgPart>()
  const layGround = (parent: TLParentId) => {
    const ground: SvgPart = { markup: '', transform: '', opacity: 1, clip: null }
    parts.push(ground)
    grounds.set(parent, ground)
  }
  layGround(editor.getCurrentPageId())
  const drawnByTldraw = new Set<TLShapeId>()
  let run: TLShape[] = []
  let sinceBreath = 0

  const finishRun = async () => {
    if (run.length === 0) return
    const ids = run.map(({ id }) => id)
    run = []
    const part = await tldrawPart(editor, ids, bounds, theme)
    if (part) parts.push(part)
  }

  for (const [i, { shape, opacity }] of shapes.entries()) {
    if (++sinceBreath >= BATCH) {
      sinceBreath = 0
      onProgress(i / shapes.length)
      await breath()
    }
    signal.throwIfAborted()
    // deleted by somebody while we were drawing
    if (!editor.getShape(shape.id)) continue
    // a group itself has no looks
    if (shape.type === 'group') continue
    if (drawnByTldraw.has(shape.id)) continue
    const drawing = ownDrawing(editor, shape, theme)
    if (drawing) {
      await finishRun()
      parts.push({
        markup: svgMarkup(drawing),
        transform: editor.getShapePageTransform(shape).toCssString(),
        opacity,
        clip: clipOf(editor, shape),
      })
      if (isArea(shape) || isClusterFrame(shape)) layGround(shape.id)
      continue
    }
    if (shape.type === 'highlight') {
      await finishRun()
      const { under, over } = await highlightMarkup(editor, shape, bounds, theme)
      const ground = groundOf(editor, shape, grounds)
      if (ground) ground.markup += under
      parts.push({ markup: over, transform: '', opacity: 1, clip: null })
      continue
    }
    run.push(shape)
    // tldraw draws what is inside along with it
    for (const id of editor.getShapeAndDescendantIds([shape.id])) drawnByTldraw.add(id)
  }
  await finishRun()
  signal.throwIfAborted()
  onProgress(1)
  return parts.filter(({ markup }) => markup !== '')
}

/** Of the nearest area around it, else of the page. */
function groundOf(editor: Editor, shape: TLShape, grounds: ReadonlyMap<TLParentId, SvgPart>): SvgPart | undefined {
  const parent = editor.getShapeAncestors(shape).findLast(({ id }) => grounds.has(id))
  return grounds.get(parent?.id ?? editor.getCurrentPageId())
}

/** tldraw draws a highlighter twice, in this order: strong under everything, faint over it. */
async function highlightMarkup(editor: Editor, shape: TLShape, bounds: Box, theme: Theme): Promise<{ under: string; over: string }> {
  const svg = await tldrawSvg(editor, [shape.id], bounds, theme)
  if (!svg) return { under: '', over: '' }
  const strokes = [...svg.children].filter((child) => child.localName === 'g')
  const write = (kept: Element | undefined) => {
    const copy = svg.cloneNode(true) as SVGSVGElement // a copy of an SVG element is one
    for (const [i, child] of [...copy.children].entries()) if (child.localName === 'g' && svg.children[i] !== kept) child.remove()
    return new XMLSerializer().serializeToString(copy)
  }
  return strokes.length === 2 ? { under: write(strokes[0]), over: write(strokes[1]) } : { under: '', over: write(strokes[0]) }
}

/** Lets the browser draw a frame and take a click. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

/** Null for everything that only tldraw can draw. */
function ownDrawing(editor: Editor, shape: TLShape, theme: Theme): ReactElement | null {
  if (shape.type === 'arrow') {
    // `boardShapeUtils` puts ours in the place of tldraw's
    return (editor.getShapeUtil(shape) as LinkShapeUtil).linkDrawing(shape as TLArrowShape, theme)
  }
  if (shape.type !== ('card' as string) && !isArea(shape) && !isClusterFrame(shape)) return null
  // Ours draw at once and ask the context for nothing but the theme.
  return editor.getShapeUtil(shape).toSvg?.(shape, drawingContext(theme)) as ReactElement | null
}

function drawingContext(theme: Theme): SvgExportContext {
  return {
    isDarkMode: theme === 'dark',
    scale: 1,
    pixelRatio: null,
    addExportDef: () => undefined,
    waitUntil: () => undefined,
    resolveAssetUrl: () => Promise.resolve(null),
  }
}

/** Frames cut off what sticks out of them; most cards lie inside, and need no clip. */
function clipOf(editor: Editor, shape: TLShape): SvgPart['clip'] {
  const mask = editor.getShapeMask(shape)
  if (!mask) return null
  const whole = editor.getShapePageBounds(shape)
  const shown = editor.getShapeMaskedPageBounds(shape)
  return whole && shown && whole.equals(shown) ? null : mask.map(({ x, y }) => ({ x, y }))
}

async function tldrawPart(editor: Editor, ids: readonly TLShapeId[], bounds: Box, theme: Theme): Promise<SvgPart | null> {
  const svg = await tldrawSvg(editor, ids, bounds, theme)
  // tldraw has applied opacity and clipping
  return svg && { markup: new XMLSerializer().serializeToString(svg), transform: '', opacity: 1, clip: null }
}

/** In page space, to be put into another SVG. */
async function tldrawSvg(editor: Editor, ids: readonly TLShapeId[], bounds: Box, theme: Theme): Promise<SVGSVGElement | null> {
  // tldraw leaves out a frame that is the only id: it takes the frame for the paper. Naming it twice shows it.
  const drawn = await editor.getSvgElement(ids.length === 1 ? [...ids, ...ids] : [...ids], {
    bounds,
    padding: 0,
    scale: 1,
    background: false,
    darkMode: theme === 'dark',
  })
  if (!drawn) return null
  const { svg } = drawn
  svg.setAttribute('x', String(bounds.x))
  svg.setAttribute('y', String(bounds.y))
  svg.style.removeProperty('background-color')
  // tldraw takes the outline of its texts from the screen's colours: white around white letters, when the picture is dark.
  if ((theme === 'dark') !== editor.user.getIsDarkMode()) {
    for (const element of svg.querySelectorAll<HTMLElement>('foreignObject *')) element.style.removeProperty('text-shadow')
  }
  return svg
}
