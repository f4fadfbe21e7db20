import { BOARD_FONT } from '../look/font.ts'
import { withoutForbidden, xmlText } from './xml-text.ts'

/** One thing in the picture: its markup in its own space. */
export interface SvgPart {
  markup: string
  /** its place on the page as `matrix(…)`; "" = the markup is in page space */
  transform: string
  opacity: number
  /** corners, in page space, of what may show of it; null = all */
  clip: readonly { x: number; y: number }[] | null
}

export interface SvgPicture {
  /** the part of the page that is shown */
  bounds: { x: number; y: number; w: number; h: number }
  /** pixels per board unit, for programs that open the file by itself */
  scale: number
  /** colour behind everything; null = transparent */
  background: string | null
  /** bottom first */
  parts: readonly SvgPart[]
  /** `@font-face` rules to carry along; "" = the reader's own fonts */
  fontCss: string
  /** the first font to use for the board's own texts, for example the one that `fontCss` brings */
  fontFamily: string
  /** characters to write below the picture, outside of its bounds: what can be seen of them tells which fonts are loaded */
  probes: readonly string[]
}

/** Side of the square that a probe stands in, in board units. */
export const PROBE_SIZE = 24

/** Where the probes of a picture stand: in rows below it, as wide as it is. */
export function probePlaces(width: number, count: number): { height: number; places: readonly { x: number; y: number }[] } {
  const columns = Math.max(1, Math.floor(width / PROBE_SIZE))
  const places = Array.from({ length: count }, (_, i) => ({ x: (i % columns) * PROBE_SIZE, y: Math.floor(i / columns) * PROBE_SIZE }))
  return { height: Math.ceil(count / columns) * PROBE_SIZE, places }
}

const n = (value: number) => Math.round(value * 100) / 100

/** How our drawings name their font on each text; said once at the root instead. */
const OWN_FONT = ` font-family="${xmlText(BOARD_FONT)}"`

/** The whole picture as an SVG document. */
export function assembleSvg({ bounds, scale, background, parts, fontCss, fontFamily, probes }: SvgPicture): string {
  const { x, y, w, h } = bounds
  const { height: below, places } = probePlaces(w, probes.length)
  const clips: string[] = []
  const body = parts.map(({ markup, transform, opacity, clip }) => {
    const attributes = (transform === '' ? '' : ` transform="${transform}"`) + (opacity === 1 ? '' : ` opacity="${n(opacity)}"`)
    const part = attributes === '' ? markup : `<g${attributes}>${markup}</g>`
    if (!clip) return part
    // Around the moved part: the corners are in page space.
    const id = `clip${clips.length}`
    clips.push(`<clipPath id="${id}"><path d="M${clip.map((corner) => `${n(corner.x)} ${n(corner.y)}`).join('L')}Z"/></clipPath>`)
    return `<g clip-path="url(#${id})">${part}</g>`
  })
  const probeTexts = () =>
    probes
      .map((character, i) => {
        const place = places[i] ?? { x: 0, y: 0 }
        return `<text x="${n(x + place.x + 2)}" y="${n(y + h + place.y + 19)}" font-size="20">${xmlText(character)}</text>`
      })
      .join('')
  const style = fontCss === '' ? '' : `<style>${xmlText(fontCss)}</style>`
  const defs = clips.length === 0 ? '' : `<defs>${clips.join('')}</defs>`
  const ground = background === null ? '' : `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${background}"/>`
  return withoutForbidden(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(w * scale)}" height="${n((h + below) * scale)}" viewBox="${n(x)} ${n(y)} ${n(w)} ${n(h + below)}"` +
      ` font-family="${xmlText(fontFamily)}">` +
      `${style}${defs}${ground}${body.join('').replaceAll(OWN_FONT, '')}${below === 0 ? '' : probeTexts()}</svg>`,
  )
}
