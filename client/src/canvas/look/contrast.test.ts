import { CARD_KINDS } from '@remedyboard/shared/board/card'
import { describe, expect, it } from 'vitest'
import { signColor } from '../card/card-sign.ts'
import { LINE_KINDS, linkStyle } from '../link/link-style.ts'
import { mix, PALETTES, type Theme } from './pigments.ts'

/** WCAG 2.2: 4.5 for text, 3 for what is no text but carries meaning. */
const TEXT = 4.5
const GRAPHIC = 3

/** Relative luminance of `#rrggbb`, as WCAG defines it. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(color.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const THEMES: readonly Theme[] = ['light', 'dark']
const CASES = THEMES.flatMap((theme) => CARD_KINDS.map((kind) => ({ theme, kind })))

/** Grounds that a card of a kind has: as an ordinary card and as a heading (the mix is card-drawing's). */
function grounds(theme: Theme, kind: (typeof CARD_KINDS)[number]): string[] {
  const palette = PALETTES[theme]
  return [palette.surface, mix(palette.kinds[kind].soft, palette.surface, 0.85)]
}

describe.each(CASES)('$kind in $theme', ({ theme, kind }) => {
  const palette = PALETTES[theme]
  const pigment = palette.kinds[kind]

  it('has readable text, labels and placeholders on its cards', () => {
    for (const ground of grounds(theme, kind)) {
      for (const color of [palette.ink, palette.ink2, palette.ink3, pigment.ink])
        expect(contrast(color, ground), `${color} on ${ground}`).toBeGreaterThanOrEqual(TEXT)
      // placeholders while writing are ink 2 at 90 % (canvas.css)
      expect(contrast(mix(palette.ink2, ground, 0.9), ground)).toBeGreaterThanOrEqual(TEXT)
    }
  })

  it('has readable titles and instructions in its areas', () => {
    const ground = mix(pigment.soft, palette.paper, palette.areaTint)
    for (const color of [pigment.ink, palette.ink2]) expect(contrast(color, ground), color).toBeGreaterThanOrEqual(TEXT)
  })

  it('says readably what is answered', () => {
    for (const tone of ['open', 'weak', 'answered'] as const) {
      for (const ground of grounds(theme, kind))
        expect(contrast(signColor({ tone, words: '', count: 0 }, palette), ground), tone).toBeGreaterThanOrEqual(TEXT)
    }
  })
})

describe.each(THEMES)('lines in %s', (theme) => {
  const palette = PALETTES[theme]
  it.each(LINE_KINDS)('%s stands out from paper and from every area', (kind) => {
    const areas = [palette.neutral, ...Object.values(palette.kinds)].map(({ soft }) => mix(soft, palette.paper, palette.areaTint))
    for (const ground of [palette.paper, ...areas])
      expect(contrast(linkStyle(kind, palette).color, ground), ground).toBeGreaterThanOrEqual(GRAPHIC)
  })
})

describe.each(THEMES)('the bars in %s', (theme) => {
  it('have readable names and keys', () => {
    const { ink2, surface, neutral, paper, areaTint } = PALETTES[theme]
    // keys beside the names are ink 2 at 85 % (toolbar.css)
    expect(contrast(mix(ink2, surface, 0.85), surface)).toBeGreaterThanOrEqual(TEXT)
    expect(contrast(neutral.ink, mix(neutral.soft, paper, areaTint))).toBeGreaterThanOrEqual(TEXT)
  })
})
