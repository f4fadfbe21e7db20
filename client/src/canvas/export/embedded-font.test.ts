import { describe, expect, it } from 'vitest'
import { charactersToEmbed, fontRules, hasHan, withChineseFallback } from './embedded-font.ts'

describe('charactersToEmbed', () => {
  it('is each letter and Chinese character once, in order, without emoji and quotation marks', () => {
    expect(charactersToEmbed('困境“困”，b😀a·—…，𠀀\n')).toBe('ab困境𠀀，')
  })

  it('stays within what the server takes', () => {
    const all = Array.from({ length: 20_000 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('')
    const rare = Array.from({ length: 20_000 }, (_, i) => String.fromCodePoint(0x20000 + i)).join('')
    expect(charactersToEmbed(all).length).toBeLessThanOrEqual(8_000)
    expect(charactersToEmbed(rare).length).toBeLessThanOrEqual(8_000)
  })
})

describe('fontRules', () => {
  const faces = [
    { unicodeRange: 'U+61-7A', woff2: 'TEFUSU4=' },
    { unicodeRange: 'U+56F0,U+5883', woff2: 'SEFO' },
  ]

  it('brings the faces, and puts their family first', () => {
    const { css, family } = fontRules({ faces })
    expect(css.match(/@font-face/g)).toHaveLength(2)
    expect(css).toContain("font-family:'Noto Sans SC';font-weight:400 700;src:url(data:font/woff2;base64,SEFO)")
    expect(css).toContain('unicode-range:U+56F0,U+5883')
    expect(family.startsWith("'Noto Sans SC', system-ui")).toBe(true)
  })
})

describe('withChineseFallback', () => {
  it("puts the font into tldraw's lists, before the last resort", () => {
    expect(withChineseFallback('<p style="color: red; font-family: tldraw_sans, sans-serif; x: y">')).toContain(
      "font-family: tldraw_sans, 'Noto Sans SC', sans-serif; x",
    )
    expect(withChineseFallback(`<text font-family="'tldraw_draw', sans-serif">`)).toBe(
      `<text font-family="'tldraw_draw', 'Noto Sans SC', sans-serif">`,
    )
    expect(withChineseFallback('<text font-family="Arial">')).toBe(`<text font-family="Arial, 'Noto Sans SC'">`)
  })

  it('leaves rules and our own texts alone', () => {
    for (const markup of ['@font-face { font-family: "tldraw_sans"; src: url(x) }', '<text font-family="a, &quot;B C&quot;, serif">']) {
      expect(withChineseFallback(markup)).toBe(markup)
    }
  })
})

it('knows Chinese text', () => {
  expect(['困', 'a，', '𠀀', 'ab “c”', '😀'].map(hasHan)).toEqual([true, true, true, false, false])
})
