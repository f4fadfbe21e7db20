import { Box, type Editor, type TLShapeId } from 'tldraw'
import type { ExportOptions, ExportTarget } from '../canvas-api.ts'
import { PALETTES } from '../look/pigments.ts'

export class ExportError extends Error {
  readonly code: 'empty' | 'too-large' | 'failed'

  constructor(code: ExportError['code']) {
    super(`PNG export: ${code}`)
    this.name = 'ExportError'
    this.code = code
  }
}

/** Paper around what is exported, in board units. */
const MARGIN = 32

/** No browser draws a side longer than this; phones stop much earlier, which `blankCanvas` finds out by trying. */
const MAX_SIDE = 16_384

/** A PNG of the target. Says so when a browser cannot draw it, instead of handing out something smaller. */
export async function exportPng(editor: Editor, options: ExportOptions): Promise<Blob> {
  const { ids, bounds } = contentOf(editor, options.target)
  if (ids.length === 0 || !bounds) throw new ExportError('empty')
  const width = Math.round(bounds.w * options.scale)
  const height = Math.round(bounds.h * options.scale)
  const canvas = blankCanvas(width, height)

  const drawn = await editor.getSvgString(ids, {
    bounds,
    padding: 0,
    // the image is scaled when it is drawn: one SVG serves every size
    scale: 1,
    background: false,
    darkMode: options.theme === 'dark',
  })
  if (!drawn) throw new ExportError('empty')
  return paint(canvas, drawn.svg, options.background ? PALETTES[options.theme].paper : null)
}

function contentOf(editor: Editor, target: ExportTarget): { ids: TLShapeId[]; bounds: Box | null } {
  switch (target.kind) {
    case 'board': {
      const ids = [...editor.getCurrentPageShapeIds()]
      return { ids, bounds: editor.getCurrentPageBounds()?.clone().expandBy(MARGIN) ?? null }
    }
    case 'selection': {
      const ids = editor.getSelectedShapeIds()
      return { ids, bounds: editor.getSelectionPageBounds()?.clone().expandBy(MARGIN) ?? null }
    }
    case 'area': {
      const frame = editor.getShape(target.frameId as TLShapeId) // ids of areas come from the canvas
      const bounds = frame && editor.getShapePageBounds(frame)
      if (!frame || !bounds) return { ids: [], bounds: null }
      return {
        ids: [...new Set([...editor.getShapeAndDescendantIds([frame.id]), ...linksInside(editor, bounds)])],
        bounds: bounds.clone().expandBy(MARGIN),
      }
    }
  }
}

/** Links belong to the page when they cross areas; one that begins and ends here is part of this picture. */
function linksInside(editor: Editor, bounds: Box): TLShapeId[] {
  return editor
    .getCurrentPageShapes()
    .filter(
      (shape) => shape.type === 'arrow' && bounds.contains(editor.getShapePageBounds(shape) ?? Box.From({ x: 0, y: 0, w: Infinity, h: 0 })),
    )
    .map((shape) => shape.id)
}

/** Browsers that cannot make a canvas this large hand out one that stays empty: a probe in the last pixel tells. */
function blankCanvas(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context || width > MAX_SIDE || height > MAX_SIDE) throw new ExportError('too-large')
  context.fillRect(width - 1, height - 1, 1, 1)
  let isDrawn: boolean
  try {
    isDrawn = context.getImageData(width - 1, height - 1, 1, 1).data[3] === 255
  } catch {
    isDrawn = false
  }
  if (!isDrawn) throw new ExportError('too-large')
  context.clearRect(0, 0, width, height)
  return canvas
}

async function paint(canvas: HTMLCanvasElement, svg: string, background: string | null): Promise<Blob> {
  const { width, height } = canvas
  const image = new Image(width, height)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  try {
    await image.decode()
  } catch {
    throw new ExportError('failed')
  }
  const context = canvas.getContext('2d')
  if (!context) throw new ExportError('failed')
  if (background) {
    context.fillStyle = background
    context.fillRect(0, 0, width, height)
  }
  context.drawImage(image, 0, 0, width, height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new ExportError('too-large')
  return blob
}
