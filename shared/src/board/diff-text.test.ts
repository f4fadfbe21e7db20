import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffText, rebaseSplice, type TextSplice } from './diff-text.ts'

const SEED = { seed: 20260302, numRuns: 500 }
const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('困', '境', '😀', '👩‍🌾', 'a', ' ') }))

const apply = (to: string, splices: readonly TextSplice[]) =>
  splices.reduce((now, { index, remove, insert }) => now.slice(0, index) + insert + now.slice(index + remove), to)

describe('diffText', () => {
  it('one splice turns any text into any other, and never cuts a surrogate pair', () => {
    fc.assert(
      fc.property(text, text, (from, to) => {
        const { index, remove, insert } = diffText(from, to)
        expect(from.slice(0, index) + insert + from.slice(index + remove)).toBe(to)
        expect(insert).not.toMatch(/\p{Surrogate}/u)
        expect(from.slice(0, index) + from.slice(index + remove)).not.toMatch(/\p{Surrogate}/u)
      }),
      SEED,
    )
  })
})

describe('rebaseSplice', () => {
  it('keeps what both inserted and removes what either removed', () => {
    const base = fc.string({ unit: fc.constantFrom(...'abcdefgh'), maxLength: 12 })
    const change = fc.tuple(fc.nat(12), fc.nat(5))
    fc.assert(
      fc.property(base, change, change, (from, [myIndex, myRemove], [theirIndex, theirRemove]) => {
        const splice = (index: number, remove: number, insert: string) => {
          const at = Math.min(index, from.length)
          return { index: at, remove: Math.min(remove, from.length - at), insert }
        }
        const mine = splice(myIndex, myRemove, 'MINE')
        const theirs = splice(theirIndex, theirRemove, 'THEIRS')
        const merged = apply(apply(from, [theirs]), rebaseSplice(mine, theirs))
        const stays = [...from].filter((_, i) => ![mine, theirs].some(({ index, remove }) => i >= index && i < index + remove))
        expect(merged).toContain('MINE')
        expect(merged).toContain('THEIRS')
        expect(merged.replace('MINE', '').replace('THEIRS', '')).toBe(stays.join(''))
      }),
      SEED,
    )
  })
})
