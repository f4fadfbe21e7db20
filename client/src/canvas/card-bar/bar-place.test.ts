import { describe, expect, it } from 'vitest'
import { barPlace } from './bar-place.ts'

const canvas = { x: 0, y: 60, w: 1000, h: 800 }

describe('barPlace', () => {
  it('stands above the cards, in the middle', () => {
    expect(barPlace({ x: 400, y: 360, w: 200, h: 80 }, canvas)).toEqual({ x: 500, y: 244 })
  })

  it('goes below where there is no room above', () => {
    expect(barPlace({ x: 400, y: 80, w: 200, h: 80 }, canvas)).toEqual({ x: 500, y: 110 })
  })

  it('stays on the canvas', () => {
    expect(barPlace({ x: 10, y: 360, w: 50, h: 80 }, canvas)?.x).toBe(188)
    expect(barPlace({ x: 980, y: 360, w: 50, h: 80 }, canvas)?.x).toBe(812)
    expect(barPlace({ x: 0, y: 60, w: 340, h: 2000 }, { ...canvas, w: 340 })).toEqual({ x: 170, y: 8 })
  })

  it('is gone when the cards are out of view', () => {
    expect(barPlace({ x: 400, y: 900, w: 200, h: 80 }, canvas)).toBeNull()
    expect(barPlace(undefined, canvas)).toBeNull()
  })
})
