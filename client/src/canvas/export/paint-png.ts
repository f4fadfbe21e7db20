import { PROBE_SIZE, probePlaces } from './assemble-svg.ts'
import { blankCanvas } from './canvas-limit.ts'
import { ExportError } from './export-error.ts'

interface PaintOptions {
  /** of the picture, without its probes */
  units: Size
  pixels: Size
  /** how many of them the SVG has */
  probes: number
  signal: AbortSignal
}

interface Size {
  width: number
  height: number
}

/** An SVG document as a PNG of exactly so many pixels. */
export async function paintPng(svg: string, { units, pixels, probes, signal }: PaintOptions): Promise<Blob> {
  const canvas = blankCanvas(pixels)
  if (!canvas) throw new ExportError('too-large')
  const image = new Image()
  // Not a blob: WebKit and Chromium take a canvas with an SVG of a blob for tainted when it holds HTML, as tldraw's texts do.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  try {
    await image.decode()
  } catch {
    throw new ExportError('failed')
  }
  if (probes > 0) await fontsOf(image, units, probes, signal)
  signal.throwIfAborted()
  const context = canvas.getContext('2d')
  if (!context) throw new ExportError('failed')
  const { height: below } = probePlaces(units.width, probes)
  // The probes fall off the lower edge.
  context.drawImage(image, 0, 0, pixels.width, pixels.height * (1 + below / units.height))
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  signal.throwIfAborted()
  if (!blob) throw new ExportError('too-large')
  return blob
}

/** Between two looks; fonts inside a picture need a few hundredths of a second. */
const LOOK_AGAIN_MS = 40

/** Browsers give up on a font after three seconds and take another. */
const GIVE_UP_MS = 4_000

/** Browsers say that a picture is decoded before the fonts inside it are; until then its texts are blank. The probes tell. */
async function fontsOf(image: HTMLImageElement, units: Size, probes: number, signal: AbortSignal): Promise<void> {
  const { height, places } = probePlaces(units.width, probes)
  const canvas = blankCanvas({ width: Math.ceil(units.width), height })
  const context = canvas?.getContext('2d', { willReadFrequently: true })
  if (!context) return
  const isBlank = ({ x, y }: { x: number; y: number }) => {
    const { data } = context.getImageData(x, y, Math.min(PROBE_SIZE, units.width), PROBE_SIZE)
    return !data.some((value, i) => i % 4 === 3 && value > 0)
  }
  const endMs = performance.now() + GIVE_UP_MS
  while (performance.now() < endMs) {
    context.clearRect(0, 0, units.width, height)
    context.drawImage(image, 0, -units.height, units.width, units.height + height)
    if (!places.some(isBlank)) return
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
    signal.throwIfAborted()
  }
}
