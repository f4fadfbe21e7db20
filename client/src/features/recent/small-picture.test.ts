import { describe, expect, it } from 'vitest'
import { MAX_PICTURE_CHARS } from './board-pictures.ts'
import { smallPicture } from './small-picture.ts'

const blob = (bytes: number) => new Blob([new Uint8Array(bytes)], { type: 'image/webp' })

describe('smallPicture', () => {
  it('keeps a small picture as it is', async () => {
    const url = await smallPicture(blob(9_000))
    expect(url).toMatch(/^data:image\/webp;base64,/)
    expect(url?.length).toBeLessThanOrEqual(MAX_PICTURE_CHARS)
  })

  it('gives up what is too heavy and cannot be read, rather than filling the device', async () => {
    expect(await smallPicture(blob(60_000))).toBeNull()
  })
})
