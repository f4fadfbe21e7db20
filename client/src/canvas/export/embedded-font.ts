import type { FontSubsetResponse } from '@remedyboard/shared/protocol/api'
import { BOARD_FONT } from '../look/font.ts'

/** Asks the server for a font with these characters. */
export type RequestFont = (text: string) => Promise<FontSubsetResponse>

export interface EmbeddedFont {
  /** `@font-face` rules with the font inside; "" = none */
  css: string
  /** `font-family` of the board's texts */
  family: string
}

/** What a picture has without a font of its own: the fonts of whoever looks at it. */
export const READERS_FONT: EmbeddedFont = { css: '', family: BOARD_FONT }

/** The font that the server cuts, as the family is called in the file. It also stands in `BOARD_FONT`, for readers who have it. */
const FAMILY = 'Noto Sans SC'

const HAN = /[⺀-〿㄀-㆟㇀-㏿㐀-鿿豈-﫿︰-﹏\uff01-｠]|[\u{20000}-\u{3ffff}]/u

/**
 * Letters, digits and everything Chinese. Quotation marks, dashes and dots are left to the reader's fonts: a Chinese font draws
 * them twice as wide as the screen on which the lines were broken.
 */
const EMBEDDED = /[ -~À-ɏЀ-џ⺀-〿㄀-㆟㇀-㏿㐀-鿿豈-﫿︰-﹏\uff01-￮]|[\u{20000}-\u{3ffff}]/u

/** The fonts that tldraw gives to its own texts; none has Chinese letters. */
const TLDRAW_FAMILIES = ['tldraw_draw', 'tldraw_sans', 'tldraw_serif', 'tldraw_mono'] as const

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

/** Rules for a picture with this markup. tldraw's own families get the Chinese letters that they lack, where they are used. */
export function fontRules({ faces }: FontSubsetResponse, markup: string): EmbeddedFont {
  const rule = (family: string, { unicodeRange, woff2 }: FontSubsetResponse['faces'][number]) =>
    `@font-face{font-family:'${family}';font-weight:400 700;src:url(data:font/woff2;base64,${woff2}) format('woff2');unicode-range:${unicodeRange}}`
  const rules = faces.map((face) => rule(FAMILY, face))
  for (const family of TLDRAW_FAMILIES) {
    if (!hanOfFamily(markup, family)) continue
    rules.push(...faces.filter(isChinese).map((face) => rule(family, face)))
  }
  return { css: rules.join('\n'), family: `'${FAMILY}', ${BOARD_FONT}` }
}

/** A face has its ranges in order: what begins beyond the alphabets is Chinese throughout. */
function isChinese({ unicodeRange }: FontSubsetResponse['faces'][number]): boolean {
  return parseInt(unicodeRange.slice('U+'.length), 16) >= 0x2e80
}

/** Rough on purpose: whether tldraw's texts use the family at all, and any text is Chinese. */
function hanOfFamily(markup: string, family: string): boolean {
  return markup.includes(family) && hasHan(markup)
}

let showsHan: boolean | undefined

/** Whether this device has a Chinese font: without one, two different characters look the same. */
export function deviceShowsHan(): boolean {
  showsHan ??= pixelsOf('困') !== pixelsOf('策')
  return showsHan
}

function pixelsOf(character: string): string | null {
  const canvas = document.createElement('canvas')
  canvas.width = 24
  canvas.height = 24
  const context = canvas.getContext('2d')
  if (!context) return character // cannot tell: as if it could
  context.font = `20px ${BOARD_FONT}`
  context.fillText(character, 1, 20)
  return canvas.toDataURL()
}
