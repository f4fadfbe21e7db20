import { T } from '@tldraw/validate'
import { expect, it } from 'vitest'
import { indexKey } from './index-key.ts'

it('gives keys that tldraw accepts and that sort in their order', () => {
  const keys = Array.from({ length: 5_000 }, (_, i) => indexKey(i + 1))
  for (const key of keys) T.indexKey.validate(key)
  expect(keys.every((key, i) => i === 0 || key > (keys[i - 1] ?? ''))).toBe(true)
})
