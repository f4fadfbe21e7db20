import type { RoundResult } from './round.ts'
import { describe, expect, it } from 'vitest'
import { comparable, ranking, roundedValue, valuesByCard } from './ranking.ts'

const result = (change: Partial<RoundResult>): RoundResult => ({
  id: 'r',
  kind: 'dots',
  title: '',
  cards: ['a', 'b'],
  budget: 3,
  cap: 2,
  closedAt: 0,
  ballots: 2,
  proxies: 0,
  people: 2,
  items: [],
  ...change,
})

describe('ranking', () => {
  it('shares places, and keeps the order of the round among equals', () => {
    const items = [
      { cardId: 'a', total: 1, spread: [1, 1, 0] },
      { cardId: 'b', total: 3, spread: [0, 1, 1] },
      { cardId: 'c', total: 1, spread: [1, 1, 0] },
      { cardId: 'd', total: 0, spread: [2, 0, 0] },
    ]
    expect(ranking(result({ items })).map(({ cardId, rank }) => [cardId, rank])).toEqual([
      ['b', 1],
      ['a', 2],
      ['c', 2],
      ['d', 4],
    ])
  })

  it('ranks ratings by what those who answered said: one high rating is not less than five low ones', () => {
    const items = [
      { cardId: 'a', total: 5, spread: [0, 5, 0, 0] },
      { cardId: 'b', total: 3, spread: [0, 0, 0, 1] },
      { cardId: 'c', total: 0, spread: [0, 0, 0, 0] },
    ]
    expect(ranking(result({ kind: 'rating', items })).map(({ cardId, value }) => [cardId, value])).toEqual([
      ['b', 3],
      ['a', 1],
      ['c', null],
    ])
  })

  it('rounds to one digit', () => {
    expect([2, 1.666, 0.04].map(roundedValue)).toEqual(['2', '1.7', '0'])
  })
})

describe('comparable', () => {
  it('finds earlier rounds of the same kind about some of the same cards, newest first', () => {
    const first = result({ id: '1' })
    const other = result({ id: '2', cards: ['z'] })
    const rating = result({ id: '3', kind: 'rating' })
    const second = result({ id: '4', cards: ['b', 'c'] })
    const third = result({ id: '5', cards: ['a', 'b'] })
    const all = [first, other, rating, second, third]
    expect(comparable(third, all).map(({ id }) => id)).toEqual(['4', '1'])
    expect(comparable(first, all)).toEqual([])
  })
})

describe('valuesByCard', () => {
  it.each([
    ['dots', [5, 2, 0]],
    ['yes-no', [2, 1, 0]],
    ['rating', [0.5, 2, -1]],
    ['stance', [0.5, 2, -1]],
  ] as const)('%s: what the ranking goes by, and below it what nobody answered', (kind, values) => {
    const spreads = {
      dots: [
        [1, 1, 2],
        [0, 2, 0],
        [3, 0, 0],
      ],
      'yes-no': [
        [0, 2],
        [0, 1],
        [3, 0],
      ],
      rating: [
        [1, 1, 0, 0],
        [0, 0, 1, 0],
        [0, 0, 0, 0],
      ],
      stance: [
        [1, 1, 0],
        [0, 0, 1],
        [0, 0, 0],
      ],
    }[kind]
    const items = spreads.map((spread, i) => ({
      cardId: 'abc'[i] ?? '',
      total: spread.reduce((sum, ballots, mark) => sum + ballots * mark, 0),
      spread,
    }))
    const found = valuesByCard(result({ kind, items }))
    expect(['a', 'b', 'c'].map((id) => found.get(id))).toEqual(values)
    expect([...found.keys()].map((id) => found.get(id))).toEqual([...values].sort((a, b) => b - a))
  })
})
