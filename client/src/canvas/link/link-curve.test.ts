import { describe, expect, it } from 'vitest'
import { curvePath, facingPoint, headPath, linkCurve, sideNormal } from './link-curve.ts'

const left = { x: 0, y: 0, w: 100, h: 40 }
const right = { x: 300, y: 200, w: 100, h: 40 }
const below = { x: 20, y: 300, w: 100, h: 40 }

describe('links', () => {
  it('leave by the side that faces the other card', () => {
    expect(facingPoint(left, right, 0)).toEqual({ x: 100, y: 20 })
    expect(facingPoint(right, left, 0)).toEqual({ x: 300, y: 220 })
    expect(facingPoint(left, below, 4)).toEqual({ x: 50, y: 44 })
  })

  it('know the side a point lies on', () => {
    expect(sideNormal(left, { x: 100, y: 12 }).toArray().slice(0, 2)).toEqual([1, 0])
    expect(sideNormal(left, { x: 30, y: 0 }).toArray().slice(0, 2)).toEqual([0, -1])
  })

  it('stay inside the box of their ends between facing sides, so that they cross no card beside the gutter', () => {
    const { cp1, cp2 } = linkCurve({ x: 100, y: 20 }, { x: 1, y: 0 }, { x: 300, y: 220 }, { x: -1, y: 0 })
    expect([cp1.x, cp1.y, cp2.x, cp2.y]).toEqual([200, 20, 200, 220])
  })

  it('are drawn with an arrowhead that arrives along the curve', () => {
    const curve = linkCurve({ x: 0, y: 0 }, { x: 1, y: 0 }, { x: 100, y: 0 }, { x: -1, y: 0 })
    expect(curvePath(curve)).toBe('M0 0C50 0 50 0 100 0')
    expect(headPath(curve, 10)).toBe('M91.22 -4.79L100 0L91.22 4.79')
  })
})
