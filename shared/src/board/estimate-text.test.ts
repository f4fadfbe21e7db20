import { describe, expect, it } from 'vitest'
import { estimateTextLines, estimateTextWidth } from './estimate-text.ts'

const EM = 22

describe('estimated text', () => {
  it('is wider in the heading weight', () => {
    expect(estimateTextWidth('Standardization', EM, 'heading')).toBeGreaterThan(estimateTextWidth('Standardization', EM))
  })

  it('counts a Chinese character and its quotation marks as one em each', () => {
    expect(estimateTextWidth('“四力”', 100)).toBeCloseTo(408)
  })

  it('breaks Latin at spaces and Chinese between characters', () => {
    expect(estimateTextLines('one two', EM, estimateTextWidth('one two', EM) + 1)).toBe(1)
    expect(estimateTextLines('one two', EM, estimateTextWidth('one two', EM) - 1)).toBe(2)
    expect(estimateTextLines('困境与对策', EM, 3.1 * EM)).toBe(2)
  })

  it('keeps closing punctuation with the character before it', () => {
    expect(estimateTextLines('困境：对策', EM, 2.1 * EM)).toBe(3)
  })

  it('cuts a word that is longer than a line, counts paragraphs, and never says 0', () => {
    expect(estimateTextLines('x'.repeat(100), EM, 300)).toBe(5)
    expect(estimateTextLines('a\n\nb', EM, 300)).toBe(3)
    expect(estimateTextLines('', EM, 300)).toBe(1)
  })
})
