import { describe, expect, it } from 'vitest'
import { groupBySlice, readFontSlices, unicodeRange, type FontSlice } from './font-slices.ts'

describe('groupBySlice', () => {
  it('takes each character once, from the slice that has it', () => {
    const han: FontSlice = {
      file: 'han',
      ranges: [
        [0x56f0, 0x56f0],
        [0x5000, 0x5100],
      ],
    }
    const latin: FontSlice = { file: 'latin', ranges: [[0x20, 0x7e]] }
    expect(groupBySlice('困a境困\u5001', [latin, han])).toEqual(
      new Map([
        [latin, 'a'],
        [han, '困\u5001'],
      ]),
    )
  })

  it('leaves out what the font does not have', async () => {
    const groups = groupBySlice('困😀\u{2fa1f}', await readFontSlices())
    expect([...groups.values()]).toEqual(['困'])
  })
})

describe('unicodeRange', () => {
  it('is written as CSS has it, neighbours together', () => {
    expect(unicodeRange('困cab')).toBe('U+61-63,U+56F0')
    expect(unicodeRange('𠀀')).toBe('U+20000')
  })
})
