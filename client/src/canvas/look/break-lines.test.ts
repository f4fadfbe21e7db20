import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLines, ellipsis } from './break-lines.ts'

/** Latin 1, Chinese 2: easy to count by hand. */
const measure = (text: string) => [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2000 ? 2 : 1), 0)

describe('breakLines', () => {
  it('breaks Latin at spaces and drops the space at the end of a line', () => {
    expect(breakLines('bring people together', 12, measure)).toEqual(['bring people', 'together'])
  })

  it('breaks Chinese between any two characters', () => {
    expect(breakLines('独居老人不会用手机', 8, measure)).toEqual(['独居老人', '不会用手', '机'])
  })

  it('never starts a line with closing punctuation', () => {
    expect(breakLines('通知收不到。', 10, measure)).toEqual(['通知收不', '到。'])
    expect(breakLines('“本领恐慌”', 10, measure)).toEqual(['“本领恐', '慌”'])
  })

  it('never ends a line with an opening quotation mark', () => {
    expect(breakLines('聚焦“四力”', 6, measure)).toEqual(['聚焦', '“四', '力”'])
  })

  it('keeps a Latin word whole inside Chinese', () => {
    expect(breakLines('使用WeChat群', 8, measure)).toEqual(['使用', 'WeChat群'])
  })

  it('cuts a word that is wider than a line', () => {
    expect(breakLines('aaaaaaaa', 3, measure)).toEqual(['aaa', 'aaa', 'aa'])
  })

  it('keeps the lines that people made, empty ones too', () => {
    expect(breakLines('a\n\nb', 10, measure)).toEqual(['a', '', 'b'])
    expect(breakLines('', 10, measure)).toEqual([''])
  })

  it('loses no character but spaces, and no line is too wide unless it is one glued piece', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '通', '知', '。', '“', '”', '\n'), maxLength: 60 })
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 30 }), (source, width) => {
        const lines = breakLines(source, width, measure)
        expect(lines.join('').replace(/\s/g, '')).toBe(source.replace(/\s/g, ''))
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(Math.max(width, 2))
      }),
      { seed: 20261124, numRuns: 300 },
    )
  })
})

describe('ellipsis', () => {
  it('cuts only what does not fit', () => {
    expect(ellipsis('3.2 First', 20, measure)).toBe('3.2 First')
    expect(ellipsis('3.2 First', 6, measure)).toBe('3.2…')
  })
})
