import { expect, it } from 'vitest'
import { boardAssetSrc } from './board-asset-src.ts'

const sha256 = 'ab'.repeat(32)

it("shows images of this server from the board's own address", () => {
  expect(boardAssetSrc('here', `/api/boards/here/assets/${sha256}`)).toBe(`/api/boards/here/assets/${sha256}`)
  expect(boardAssetSrc('here', `/api/boards/before/assets/${sha256}`)).toBe(`/api/boards/here/assets/${sha256}`)
})

it.each([
  null,
  '',
  'https://elsewhere.example/pixel.png',
  `https://elsewhere.example/api/boards/here/assets/${sha256}`,
  `//elsewhere.example/api/boards/here/assets/${sha256}`,
  `/api/boards/here/assets/${sha256}/../../x`,
  'javascript:alert(1)',
  'data:image/svg+xml,<svg/>',
])('asks nobody else: %s', (src) => {
  expect(boardAssetSrc('here', src)).toBeNull()
})
