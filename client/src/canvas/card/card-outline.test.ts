import { CARD_KINDS } from '@remedyboard/shared/board/card'
import { describe, expect, it } from 'vitest'
import { cardOutline } from './card-outline.ts'

describe('card outlines', () => {
  it('tell every kind from every other without colour', () => {
    const drawn = CARD_KINDS.map((kind) => JSON.stringify(cardOutline(kind, 'm', 320, 98, 7)))
    expect(new Set(drawn).size).toBe(CARD_KINDS.length)
  })

  it('are sound for the smallest and the largest card', () => {
    for (const kind of CARD_KINDS) {
      for (const [w, h] of [
        [140, 44],
        [4_000, 20_000],
      ] as const) {
        for (const path of [cardOutline(kind, 'l', w, h, 10).body, cardOutline(kind, 'm', w, h, 7).edge]) {
          expect(path).toMatch(/^M[\d.]+ [\d.]+/)
          expect(path).not.toMatch(/NaN|-/)
        }
      }
    }
  })
})
