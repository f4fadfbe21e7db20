import { afterEach, expect, it, vi } from 'vitest'
import { newId, newShapeId } from './new-id.ts'

afterEach(() => vi.restoreAllMocks())

it('an id is twenty characters that need no escaping, whatever chance brings', () => {
  for (const byte of [0, 62, 63, 251, 255]) {
    vi.spyOn(crypto, 'getRandomValues').mockImplementation((bytes) => (bytes as Uint8Array<ArrayBuffer>).fill(byte) as typeof bytes)
    expect(newId()).toMatch(/^[A-Za-z0-9_-]{20}$/)
  }
})

it('makes a new id each time, and needs no secure context', () => {
  const ids = new Set(Array.from({ length: 100 }, newShapeId))
  expect(ids.size).toBe(100)
  for (const id of ids) expect(id).toMatch(/^shape:[A-Za-z0-9_-]{20}$/)
})
