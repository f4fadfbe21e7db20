import type { FontSubsetResponse } from '@remedyboard/shared/protocol/api'
import { BOARD_FONT } from '../look/font.ts'

/** Asks the server for a font with these characters. */
export type RequestFont = (text: string) => Promise<FontSubsetResponse>

export interface EmbeddedFont {
  /** `@font-face` rules with the font inside; "" = none */
  css: string
  /** `font-family` of the board's texts */
  family: string
  /** one visible character of each face, which tells whether the face is loaded */
  probes: readonly string[]
}

/** What a picture has without a font of its own: the fonts of whoever looks at it. */
export const READERS_FONT: EmbeddedFont = { css: '', family: BOARD_FONT, probes: [] }

/** The font that the server cuts, as the family is called in the file. It also stands in `BOARD_FONT`, for readers who have it. */
const FAMILY = 'Noto Sans SC'

const HAN = /[⺀-〿㄀-㆟㇀-㏿㐀-鿿豈-﫿︰-﹏\uff01-｠]|[\u{20000}-\u{3ffff}]/u

/**
 * Letters, digits and everything Chinese. Quotation marks, dashes and dots are left to the reader's fonts: a Chinese font draws
 * them twice as wide as the screen on which the lines were broken.
 */
const EMBEDDED = /[ -~À-ɏЀ-џ⺀-〿㄀-㆟㇀-㏿㐀-鿿豈-﫿︰-﹏\uff01-￮]|[\u{20000}-\u{3ffff}]/u

/** The longest request that the server takes: GB 2312 has 6,763 characters. What is beyond stays with the reader's fonts. */
const MAX_LENGTH = 8_000

export function hasHan(text: string): boolean {
  return HAN.test(text)
}

/** Each character once, in order, so that equal boards ask for equal fonts. */
export function charactersToEmbed(markup: string): string {
  const characters = [...new Set(markup)].filter((character) => EMBEDDED.test(character)).sort()
  let text = ''
  for (const character of characters) {
    if (text.length + character.length > MAX_LENGTH) break
    text += character
  }
  return text
}

/** The rules, and the family they make. */
export function fontRules({ faces }: FontSubsetResponse): EmbeddedFont {
  const css = faces.map(
    ({ unicodeRange, woff2 }) =>
      `@font-face{font-family:'${FAMILY}';font-weight:400 700;src:url(data:font/woff2;base64,${woff2}) format('woff2');unicode-range:${unicodeRange}}`,
  )
  const probes = faces.map(({ unicodeRange }) => lastOf(unicodeRange)).filter((character) => character.trim() !== '')
  return { css: css.join('\n'), family: `'${FAMILY}', ${BOARD_FONT}`, probes }
}

/** `U+20,U+61-7A` → `z` */
function lastOf(unicodeRange: string): string {
  return String.fromCodePoint(parseInt(unicodeRange.slice(Math.max(...['+', '-'].map((mark) => unicodeRange.lastIndexOf(mark))) + 1), 16))
}

/** tldraw's own texts name fonts without Chinese letters: `tldraw_sans, sans-serif`. The embedded one comes before the last resort. */
export function withChineseFallback(markup: string): string {
  return markup.replace(/(font-family(?:: |="))([\w-][\w\s',-]*|'[\w\s',-]+)(?=[;"])/g, (_, name: string, families: string) => {
    const generic = /,\s*(?:sans-serif|serif|monospace)$/.exec(families)?.[0] ?? ''
    return `${name}${families.slice(0, families.length - generic.length)}, '${FAMILY}'${generic}`
  })
}
