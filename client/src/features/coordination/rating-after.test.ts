import { expect, it } from 'vitest'
import { ratingAfter } from './rating-after.ts'

it('arrow keys move a stakeholder by one step, and stay inside of the view', () => {
  const middle = { influence: 1, stance: 'neutral' } as const
  expect(ratingAfter(middle, 'ArrowUp', 'stance')).toEqual({ influence: 2 })
  expect(ratingAfter(middle, 'ArrowDown', 'stance')).toEqual({ influence: 0 })
  expect(ratingAfter(middle, 'ArrowRight', 'stance')).toEqual({ stance: 'for' })
  expect(ratingAfter(middle, 'ArrowLeft', 'stance')).toEqual({ stance: 'against' })
  expect(ratingAfter({ influence: 3, stance: 'for' }, 'ArrowUp', 'stance')).toBeNull()
  expect(ratingAfter({ influence: 0, stance: 'for' }, 'ArrowRight', 'stance')).toBeNull()
  expect(ratingAfter({ influence: 0, stance: 'against' }, 'ArrowLeft', 'stance')).toBeNull()
  expect(ratingAfter(middle, 'ArrowLeft', 'closeness')).toBeNull()
  expect(ratingAfter(middle, 'a', 'stance')).toBeNull()
})
