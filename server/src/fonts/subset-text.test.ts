import subsetFont from 'subset-font'
import { describe, expect, it } from 'vitest'
import { subsetText } from './subset-text.ts'

// Packing is slow while other tests fill the machine.
describe('subsetText', { timeout: 30_000 }, () => {
  it('is a small font with these characters', async () => {
    const { faces } = await subsetText('困境与对策 remedy')
    const han = faces.find(({ unicodeRange }) => unicodeRange.includes('U+56F0'))
    const bytes = Buffer.from(han?.woff2 ?? '', 'base64')
    expect(bytes.subarray(0, 4).toString()).toBe('wOF2')
    expect(bytes.length).toBeGreaterThan(400)
    const total = faces.reduce((sum, { woff2 }) => sum + woff2.length, 0)
    expect(total).toBeLessThan(20_000)
    expect(faces.map(({ unicodeRange }) => unicodeRange)).toContain('U+20,U+64-65,U+6D,U+72,U+79')
    // The subsetter reads it again: it is a whole font.
    const plain = await subsetFont(bytes, '困', { targetFormat: 'sfnt', preserveNameIds: [14] })
    expect(plain.toString('latin1').replaceAll('\u0000', '')).toMatch(/OFL|openfontlicense/i)
  })

  it('is nothing for what the font does not have', async () => {
    expect(await subsetText('😀')).toEqual({ faces: [] })
  })
})
