import { describe, expect, it } from 'vitest'
import { PAPER } from './paper.ts'
import { paperPassage } from './paper-passage.ts'

const quotes = [...PAPER.dilemmas, ...PAPER.remedies, ...PAPER.roles, ...PAPER.functions, ...PAPER.practices, ...PAPER.relations].flatMap(
  ({ id, quote }) => (quote ? [{ id, quote }] : []),
)

describe('paperPassage', () => {
  it.each(quotes)('finds the quotation of $id with its section', ({ quote }) => {
    const passage = paperPassage(quote)
    expect(passage?.quote).toBe(quote)
    expect(`${passage?.before}${passage?.quote}${passage?.after}`).toContain(quote)
  })

  it('names the headings above it, and puts together what a page break split', () => {
    const passage = paperPassage('there is a lack of excellent talents in rural areas')
    expect(passage?.headings.map((heading) => heading.slice(0, 4))).toEqual(['3. E', '3.2.'])
    expect(passage?.before).toMatch(/^First, /u)
    expect(passage?.after).toContain('However, in some industries and regions')
  })

  it('is null for what the paper does not say', () => {
    expect(paperPassage('the moon is made of cheese')).toBeNull()
    expect(paperPassage('')).toBeNull()
  })
})
