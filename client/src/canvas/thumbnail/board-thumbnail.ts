import type { Editor } from 'tldraw'
import { startBounds } from '../camera/start-bounds.ts'
import { PALETTES } from '../look/pigments.ts'
import { drawBlocks } from './draw-blocks.ts'

/** Pixels. The list of recent boards shows it at half of this, so it stays sharp on dense screens. */
const LARGEST = { w: 320, h: 200 } as const

const QUALITY = 0.82

/**
 * The start view as a small picture of blocks in the colours of their kinds: at this size no text could be read, and
 * drawing blocks takes a few milliseconds where exporting would take a second. Null on an empty board.
 */
export async function boardThumbnail(editor: Editor): Promise<Blob | null> {
  const bounds = startBounds(editor)
  if (!bounds || bounds.w < 1 || bounds.h < 1) return null
  const scale = Math.min(LARGEST.w / bounds.w, LARGEST.h / bounds.h)
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bounds.w * scale))
  canvas.height = Math.max(1, Math.round(bounds.h * scale))
  const context = canvas.getContext('2d')
  if (!context) return null
  const palette = PALETTES.light
  context.fillStyle = palette.paper
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.setTransform(scale, 0, 0, scale, -bounds.x * scale, -bounds.y * scale)
  drawBlocks(context, editor, bounds, palette)
  return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
}
