import { describe, expect, it } from 'vitest'
import { medianOf, ratingOperations } from './rating-operations.ts'

const stakeholder = { kind: 'stakeholder', influence: null, stance: null } as const

describe('ratingOperations', () => {
  it('writes the median as influence, of stakeholders only, and only where it changes something', () => {
    const cards = new Map<string, Parameters<typeof ratingOperations>[1] extends ReadonlyMap<string, infer Card> ? Card : never>([
      ['a', stakeholder],
      ['b', { ...stakeholder, influence: 2 }],
      ['c', { kind: 'dilemma', influence: null, stance: null }],
      ['d', stakeholder],
    ])
    const items = ['a', 'b', 'c', 'd', 'gone'].map((cardId) => ({ cardId, total: 6, spread: cardId === 'd' ? [0, 0, 0, 0] : [0, 0, 3, 0] }))
    expect(ratingOperations({ kind: 'rating', items }, cards)).toEqual([
      { op: 'change', id: 'a', changes: [{ key: 'meta.influence', value: 2 }] },
    ])
  })

  it('writes the stance of most; where two have as many nobody has decided', () => {
    const cards = new Map([
      ['a', stakeholder],
      ['b', stakeholder],
    ])
    const items = [
      { cardId: 'a', total: 0, spread: [3, 1, 2] },
      { cardId: 'b', total: 0, spread: [2, 0, 2] },
    ]
    expect(ratingOperations({ kind: 'stance', items }, cards)).toEqual([
      { op: 'change', id: 'a', changes: [{ key: 'meta.stance', value: 'against' }] },
    ])
  })
})

it('the median is the middle mark, and between two the higher one', () => {
  expect(medianOf([1, 1, 1, 0])).toBe(1)
  expect(medianOf([1, 0, 0, 1])).toBe(3)
  expect(medianOf([3, 1, 0, 0])).toBe(0)
  expect(medianOf([0, 0, 0, 0])).toBeNull()
})
