import type { Editor } from 'tldraw'
import type { ExportedSvg, ExportOptions, ExportSize, ExportTarget } from '../canvas-api.ts'
import { PALETTES } from '../look/pigments.ts'
import { showsHan } from '../look/shows-han.ts'
import { assembleSvg, type SvgPart } from './assemble-svg.ts'
import { largestScale, maxPixels, pixelSize } from './canvas-limit.ts'
import {
  charactersToEmbed,
  fontRules,
  hasHan,
  READERS_FONT,
  withChineseFallback,
  type EmbeddedFont,
  type RequestFont,
} from './embedded-font.ts'
import { ExportError } from './export-error.ts'
import { exportContent } from './export-content.ts'
import { paintPng } from './paint-png.ts'
import { drawShapes } from './picture-drawing.ts'

/** A font of 2,000 characters takes an idle server about 2 s, and a whole room may ask at once. */
const FONT_TIMEOUT_MS = 30_000

/** Of a progress bar: writing the shapes down takes this share, fonts and painting the rest. */
const DRAWING_SHARE = 0.6

/** Size of a target in board units and what this device can paint of it; null when nothing is there. */
export function exportSize(editor: Editor, target: ExportTarget): ExportSize | null {
  const { bounds } = exportContent(editor, target)
  if (!bounds) return null
  const size = { width: bounds.w, height: bounds.h }
  return { ...size, largestScale: largestScale(size, maxPixels(navigator)) }
}

/** The target as an SVG file. Texts are texts; a font with their characters is inside, when the server can be reached. */
export async function exportSvg(editor: Editor, requestFont: RequestFont, options: ExportOptions): Promise<ExportedSvg> {
  const picture = await draw(editor, options)
  const { signal = new AbortController().signal } = options
  const font = options.withoutFont ? null : await embeddedFont(requestFont, picture.markup, signal)
  signal.throwIfAborted()
  options.onProgress?.(1)
  return {
    blob: new Blob([picture.assemble({ ...(font ?? READERS_FONT), probes: [] })], { type: 'image/svg+xml' }),
    hasFont: font !== null || !hasHan(picture.markup),
  }
}

/** The target as a PNG, with the very glyphs of the screen. Never smaller than asked for: what is too large is an error. */
export async function exportPng(editor: Editor, requestFont: RequestFont, options: ExportOptions): Promise<Blob> {
  const { signal = new AbortController().signal, onProgress } = options
  const picture = await draw(editor, options)
  if (options.scale > largestScale(picture.size, maxPixels(navigator))) throw new ExportError('too-large')
  const needsFont = hasHan(picture.markup) && !showsHan()
  const font = needsFont ? await embeddedFont(requestFont, picture.markup, signal) : null
  signal.throwIfAborted()
  onProgress?.(DRAWING_SHARE + 0.1)
  const blob = await paintPng(picture.assemble(font ?? READERS_FONT), {
    units: picture.size,
    pixels: pixelSize(picture.size, options.scale),
    probes: font?.probes.length ?? 0,
    signal,
  })
  onProgress?.(1)
  return blob
}

interface DrawnPicture {
  size: { width: number; height: number }
  /** everything that is written in it */
  markup: string
  assemble(font: EmbeddedFont): string
}

async function draw(editor: Editor, { target, theme, background, scale, signal, onProgress }: ExportOptions): Promise<DrawnPicture> {
  const { shapes, bounds } = exportContent(editor, target)
  if (!bounds) throw new ExportError('empty')
  const parts: readonly SvgPart[] = await drawShapes(editor, shapes, {
    bounds,
    theme,
    signal: signal ?? new AbortController().signal,
    onProgress: (share) => onProgress?.(share * DRAWING_SHARE),
  })
  return {
    size: { width: bounds.w, height: bounds.h },
    markup: parts.map(({ markup }) => markup).join(''),
    assemble: ({ css, family, probes }) =>
      assembleSvg({
        bounds,
        scale,
        parts: css === '' ? parts : parts.map((part) => ({ ...part, markup: withChineseFallback(part.markup) })),
        background: background ? PALETTES[theme].paper : null,
        fontCss: css,
        fontFamily: family,
        probes,
      }),
  }
}

/** Null when the server cannot be asked: the picture is then drawn with the fonts that are there. */
async function embeddedFont(requestFont: RequestFont, markup: string, signal: AbortSignal): Promise<EmbeddedFont | null> {
  const text = charactersToEmbed(markup)
  if (text === '') return READERS_FONT
  try {
    return fontRules(await Promise.race([requestFont(text), rejectionOf(signal)]))
  } catch {
    return null
  }
}

/** Nobody waits for a slow server after they cancelled, nor longer than a font of the largest board takes. */
function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    for (const end of [signal, AbortSignal.timeout(FONT_TIMEOUT_MS)]) end.addEventListener('abort', reject, { once: true })
  })
}
