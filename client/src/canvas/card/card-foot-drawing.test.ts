import { expect, it } from 'vitest'
import { tagPlaces } from './card-foot-drawing.tsx'

it('shows as many tags as fit, and says how many do not', () => {
  const { placed, more } = tagPlaces(['water', 'lift', 'old people'], 20, 1_000, 15)
  expect([placed.map(({ tag }) => tag), more]).toEqual([['water', 'lift', 'old people'], 0])
  const narrow = tagPlaces(['water', 'lift', 'old people', 'a very long tag'], 20, 160, 15)
  expect(narrow.placed.length + narrow.more).toBe(4)
  expect(narrow.more).toBeGreaterThan(0)
  for (const { x, w } of narrow.placed) expect(x + w).toBeLessThanOrEqual(180)
})

it('cuts a single tag that is too long, rather than showing none', () => {
  const { placed, more } = tagPlaces(['a very long tag indeed'], 0, 90, 15)
  expect(placed).toHaveLength(1)
  expect(placed[0]?.w).toBeLessThanOrEqual(90)
  expect(more).toBe(0)
})
