import { describe, expect, it } from 'vitest'
import { charactersToEmbed, fontRules, hasHan } from './embedded-font.ts'

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
    const { css, family } = fontRules({ faces }, '<text>困境</text>')
    expect(css.match(/@font-face/g)).toHaveLength(2)
    expect(css).toContain("font-family:'Noto Sans SC';font-weight:400 700;src:url(data:font/woff2;base64,SEFO)")
    expect(css).toContain('unicode-range:U+56F0,U+5883')
    expect(family.startsWith("'Noto Sans SC', system-ui")).toBe(true)
  })

  it("gives tldraw's own families the Chinese letters they lack, and only those", () => {
    const { css } = fontRules({ faces }, '<p style="font-family: tldraw_sans">困</p>')
    expect(css.match(/'tldraw_sans'/g)).toHaveLength(1)
    expect(css).not.toContain('tldraw_mono')
  })
})

it('knows Chinese text', () => {
  expect(['困', 'a，', '𠀀', 'ab “c”', '😀'].map(hasHan)).toEqual([true, true, true, false, false])
})
