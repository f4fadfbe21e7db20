import { blankCanvas } from './canvas-limit.ts'
import { ExportError } from './export-error.ts'

/** An SVG document as a PNG of exactly `size` pixels. */
export async function paintPng(svg: string, size: { width: number; height: number }, signal: AbortSignal): Promise<Blob> {
  const canvas = blankCanvas(size)
  if (!canvas) throw new ExportError('too-large')
  const { width, height } = size
  const image = new Image(width, height)
  // Not a blob: WebKit and Chromium take a canvas with an SVG of a blob for tainted when it holds HTML, as tldraw's texts do.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  try {
    await image.decode()
  } catch {
    throw new ExportError('failed')
  }
  if (svg.includes('@font-face') && isSafari()) await fontsOfWebKit()
  signal.throwIfAborted()
  const context = canvas.getContext('2d')
  if (!context) throw new ExportError('failed')
  context.drawImage(image, 0, 0, width, height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  signal.throwIfAborted()
  if (!blob) throw new ExportError('too-large')
  return blob
}

function isSafari(): boolean {
  return /AppleWebKit/.test(navigator.userAgent) && !/Chrom(e|ium)\//.test(navigator.userAgent)
}

/** WebKit says an SVG is decoded before the fonts inside it are; it needs about this long, and says nothing when it is done. */
function fontsOfWebKit(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 250))
}
