import { expect, it } from 'vitest'
import { documentAt } from './app-document.ts'

it('knows the document of each page', () => {
  for (const path of ['/p/abc', '/j', '/j/', '/j/123456']) expect(documentAt(path).page, path).toBe('/j')
  for (const path of ['/', '/b/abc', '/b/p', '/jam', '/nothing/here']) expect(documentAt(path).page, path).toBe('/')
})

it('keeps the files of one apart from those of the other', () => {
  expect(documentAt('/p/abc').cache).not.toBe(documentAt('/b/abc').cache)
})

it('names each document by an address of its own', () => {
  for (const path of ['/p/abc', '/b/abc']) expect(documentAt(documentAt(path).page)).toBe(documentAt(path))
})
