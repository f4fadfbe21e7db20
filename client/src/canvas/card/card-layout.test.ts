import type { CardProps } from '@remedyboard/shared/board/card'
import { CARD_METRICS, cardHeight } from '@remedyboard/shared/board/card-metrics'
import { describe, expect, it } from 'vitest'
import { cardLayout, heightAfter } from './card-layout.ts'

const card = (change: Partial<CardProps> = {}): CardProps => ({ w: 320, h: 70, kind: 'dilemma', size: 'm', text: '', ...change })
const LONG = 'water '.repeat(40).trim()

describe('card layout', () => {
  it('never lets text out of the card', () => {
    const layout = cardLayout(card({ text: LONG }))
    expect(layout.lines.length).toBeGreaterThan(3)
    expect(layout.h).toBe(cardHeight('m', 320, layout.lines.length))
    expect(layout.text.top + layout.lines.length * layout.text.lineHeight).toBeLessThanOrEqual(layout.h)
  })

  it('puts a wide card on one line, in the middle', () => {
    const layout = cardLayout(card({ w: 640, h: 60, text: 'water' }))
    expect(layout.form).toBe('row')
    expect(layout.text.top).toBe((60 - CARD_METRICS.m.lineHeight) / 2)
  })

  it('lets the height follow the text, both ways', () => {
    const grown = heightAfter(card(), { text: LONG })
    expect(grown).toBeGreaterThan(70)
    expect(heightAfter(card({ text: LONG, h: grown }), { text: 'water' })).toBe(70)
  })

  it('keeps a card as tall as somebody made it', () => {
    expect(heightAfter(card({ h: 300, text: 'water' }), { text: '' })).toBe(300)
  })
})
