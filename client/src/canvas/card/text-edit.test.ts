import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdit, editBetween, movePosition, placeAfter, rebaseEdit } from './text-edit.ts'

const text = fc.string({ unit: fc.constantFrom('a', 'b', '通', '知', '🙂', '🙃'), maxLength: 12 })
const HALF = /\p{Surrogate}/u

describe('text edits', () => {
  it('an edit between two texts turns one into the other', () => {
    fc.assert(
      fc.property(text, text, fc.option(fc.nat(12), { nil: undefined }), (before, after, caret) => {
        const edit = editBetween(before, after, caret === undefined ? undefined : Math.min(caret, after.length))
        expect(edit ? applyEdit(before, edit) : before).toBe(after)
        if (!edit || HALF.test(after.slice(0, caret))) return
        expect(edit.inserted).not.toMatch(HALF)
        expect(before.slice(edit.index, edit.index + edit.removed)).not.toMatch(HALF)
      }),
      { seed: 20261124, numRuns: 500 },
    )
  })

  it('the caret says which of equal characters is the new one', () => {
    expect(editBetween('aa', 'aaa', 1)).toEqual({ index: 0, removed: 0, inserted: 'a' })
    expect(editBetween('aa', 'aaa', 3)).toEqual({ index: 2, removed: 0, inserted: 'a' })
  })

  it('a caret moves with what others type before it and stays before what they type at it', () => {
    const edit = { index: 3, removed: 0, inserted: 'xx' }
    expect([2, 3, 4].map((position) => movePosition(position, edit))).toEqual([2, 3, 6])
    expect(movePosition(4, { index: 3, removed: 2, inserted: '' })).toBe(3)
  })

  it('a composition that ends after a remote edit loses neither', () => {
    const base = '老人收不到'
    const mine = editBetween(base, '独居老人收不到', 2)
    const theirs = editBetween(base, '老人收不到通知')
    if (!mine || !theirs) throw new Error('both are edits')
    expect(applyEdit(applyEdit(base, theirs), rebaseEdit(mine, theirs))).toBe('独居老人收不到通知')
  })

  it('a caret behind what I wrote stays there when others wrote at the same place', () => {
    const mine = { index: 0, removed: 0, inserted: '独居' }
    const theirs = { index: 0, removed: 0, inserted: '老人' }
    expect(applyEdit(applyEdit('', theirs), rebaseEdit(mine, theirs))).toBe('独居老人')
    expect(movePosition(2, placeAfter(theirs, mine))).toBe(2)
  })

  it('rebasing keeps everything that either inserted', () => {
    fc.assert(
      fc.property(text, text, text, (base, a, b) => {
        const mine = editBetween(base, a.replaceAll('a', 'M'))
        const theirs = editBetween(base, b.replaceAll('b', 'T'))
        if (!mine || !theirs) return
        const merged = applyEdit(applyEdit(base, theirs), rebaseEdit(mine, theirs))
        const count = (source: string, char: string) => source.split(char).length - 1
        expect(count(merged, 'M')).toBe(count(mine.inserted, 'M'))
        expect(merged).not.toMatch(HALF)
      }),
      { seed: 20261124, numRuns: 500 },
    )
  })
})
