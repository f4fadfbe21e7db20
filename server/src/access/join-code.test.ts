import * as fc from 'fast-check'
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { formatJoinCode, newJoinCode, parseJoinCode } from './join-code.ts'

describe('join codes', () => {
  it('have six characters that nobody confuses, and survive being shown and typed', () => {
    for (let i = 0; i < 200; i++) {
      const code = newJoinCode(randomBytes)
      expect(code).toMatch(/^[2-9A-HJKMNP-Z]{6}$/)
      expect(parseJoinCode(formatJoinCode(code).toLowerCase())).toBe(code)
    }
  })

  it('are read as people type them', () => {
    for (const typed of ['K7M4PX', 'k7m 4px', ' K7M-4PX ', 'Ｋ７Ｍ　４ｐｘ', 'k 7 m 4 p x']) expect(parseJoinCode(typed)).toBe('K7M4PX')
    for (const typed of ['', 'K7M4P', 'K7M4PXX', 'K7M4P0', 'K7M4P!', '七七七七七七']) expect(parseJoinCode(typed)).toBeUndefined()
  })

  it('use every letter equally often', () => {
    let next = 0
    const counting = (size: number): Uint8Array => Uint8Array.from({ length: size }, () => next++ % 256)
    const counts = new Map<string, number>()
    // 256 bytes give 248 letters: 8 times each of the 31.
    for (const char of Array.from({ length: 31 * 8 }, () => newJoinCode(counting)).join('')) counts.set(char, (counts.get(char) ?? 0) + 1)
    expect(counts.size).toBe(31)
  })

  it('parses anything without throwing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (text) => {
        const code = parseJoinCode(text)
        expect(code === undefined || code.length === 6).toBe(true)
      }),
      { seed: 20260302 },
    )
  })
})
