import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isIos, largestScale, maxPixels, pixelSize } from './canvas-limit.ts'

const LAPTOP = { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140', maxTouchPoints: 0 }
const IPHONE = { userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605', maxTouchPoints: 5 }
const IPAD = { userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605', maxTouchPoints: 5 }
const MAC = { ...IPAD, maxTouchPoints: 0 }

describe('the largest picture', () => {
  it('has 16.8 million pixels on iPhones and iPads, more elsewhere', () => {
    expect([LAPTOP, IPHONE, IPAD, MAC].map(isIos)).toEqual([false, true, true, false])
    expect(maxPixels(IPHONE)).toBe(16_777_216)
    expect(maxPixels(LAPTOP)).toBeGreaterThan(100_000_000)
    // a template's board, which is 2,760 × 1,830
    expect(largestScale({ width: 2_760, height: 1_830 }, maxPixels(IPHONE))).toBe(1.82)
    expect(largestScale({ width: 2_760, height: 1_830 }, maxPixels(LAPTOP))).toBeGreaterThan(3)
  })

  it('always fits: pixels and sides', () => {
    const side = fc.double({ min: 10, max: 200_000, noNaN: true })
    fc.assert(
      fc.property(side, side, fc.constantFrom(maxPixels(IPHONE), maxPixels(LAPTOP)), (width, height, pixels) => {
        const scale = largestScale({ width, height }, pixels)
        const size = pixelSize({ width, height }, scale)
        // Below a hundredth nobody could read it anyway.
        if (scale === 0.01) return
        expect(size.width * size.height).toBeLessThanOrEqual(pixels)
        expect(Math.max(size.width, size.height)).toBeLessThanOrEqual(16_384)
      }),
      { seed: 7, numRuns: 500 },
    )
  })
})
