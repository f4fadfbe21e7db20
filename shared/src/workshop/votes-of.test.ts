import { describe, expect, it } from 'vitest'
import type { RoundResult } from './round.ts'
import { votesOf } from './votes-of.ts'

const round = (kind: RoundResult['kind'], totals: Record<string, number>): RoundResult => ({
  id: 'r',
  kind,
  title: '',
  cards: Object.keys(totals),
  budget: 5,
  cap: 2,
  closedAt: 0,
  ballots: 1,
  proxies: 0,
  people: 1,
  items: Object.entries(totals).map(([cardId, total]) => ({ cardId, total, spread: [] })),
})

describe('votesOf', () => {
  it('takes the newest round of dots of each card, and no other kind', () => {
    const results = [round('dots', { a: 5, b: 3 }), round('rating', { a: 9 }), round('dots', { a: 1, c: 0 })]
    expect(Object.fromEntries(votesOf(results))).toEqual({ a: 1, b: 3, c: 0 })
    expect(votesOf([]).size).toBe(0)
  })
})
