import { describe, expect, it } from 'vitest'
import { curvePath, curvePoints, facingPoint, headPath, linkCurve, reversed, sideNormal, type LinkEnd, type Rect } from './link-curve.ts'

const left = { x: 0, y: 0, w: 100, h: 40 }
const right = { x: 300, y: 200, w: 100, h: 40 }
const below = { x: 20, y: 300, w: 100, h: 40 }

const out = (x: number, y: number, normalX: number, area: Rect | null = null): LinkEnd => ({
  point: { x, y },
  normal: { x: normalX, y: 0 },
  area,
})

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
    const { cp1, cp2 } = linkCurve(out(100, 20, 1), out(300, 220, -1))
    expect([cp1.x, cp1.y, cp2.x, cp2.y]).toEqual([200, 20, 200, 220])
  })

  it('bend only in the gap between two areas, and go straight inside them', () => {
    const curve = linkCurve(out(100, 900, 1, { x: 0, y: 800, w: 450, h: 300 }), out(620, 40, -1, { x: 600, y: 0, w: 300, h: 1_100 }))
    expect(curvePath(curve)).toBe('M100 900L450 900C525 900 525 40 600 40L620 40')
    for (const { x, y } of curvePoints(curve)) expect(y === 900 || y === 40 || (x > 450 && x < 600)).toBe(true)
    expect(curvePath(reversed(curve))).toBe('M620 40L600 40C525 40 525 900 450 900L100 900')
  })

  it('go along the free lane beside a card that stands in their way', () => {
    const others = [{ x: 150, y: 860, w: 100, h: 80 }]
    const curve = linkCurve(
      { ...out(100, 890, 1, { x: 0, y: 800, w: 450, h: 300 }), others },
      out(620, 40, -1, { x: 600, y: 0, w: 300, h: 1_100 }),
    )
    expect(curve.before.map(({ x, y }) => [x, y])).toEqual([
      [118, 890],
      [118, 851],
    ])
    expect(curve.start.y).toBe(851)
    for (const { x, y } of curvePoints(curve)) expect(x > 150 && x < 250 && y > 860 && y < 940).toBe(false)
  })

  it('cross a card only when there is no free lane', () => {
    const others = [
      { x: 150, y: 860, w: 100, h: 80 },
      { x: 150, y: 780, w: 100, h: 79 },
      { x: 150, y: 941, w: 100, h: 79 },
    ]
    const area = { x: 0, y: 700, w: 450, h: 400 }
    const curve = linkCurve({ ...out(100, 890, 1, area), others }, out(620, 40, -1, { x: 600, y: 0, w: 300, h: 1_100 }))
    expect(curve.before).toEqual([])
  })

  it('go around a card between two others of the same area', () => {
    const area = { x: 0, y: 0, w: 900, h: 900 }
    const others = [{ x: 150, y: 0, w: 100, h: 60 }]
    const curve = linkCurve({ ...out(100, 20, 1, area), others }, { ...out(300, 24, -1, area), others })
    for (const { x, y } of curvePoints(curve)) expect(x > 150 && x < 250 && y > 0 && y < 60).toBe(false)
    expect(curve.to.y).toBe(24)
  })

  it('bend inside the areas, as far as no card is in the way, where the gap between them is narrow', () => {
    const others = [{ x: 500, y: 300, w: 100, h: 40 }]
    const curve = linkCurve(
      { ...out(100, 20, 1, { x: 0, y: 0, w: 450, h: 900 }), others: [] },
      { ...out(720, 620, -1, { x: 466, y: 0, w: 500, h: 900 }), others },
    )
    expect([curve.start.x, curve.end.x]).toEqual([100, 500])
  })

  it('inside one area go from card to card', () => {
    const area = { x: 0, y: 0, w: 900, h: 900 }
    const { from, start, end, to } = linkCurve(out(100, 20, 1, area), out(300, 220, -1, area))
    expect([start, end]).toEqual([from, to])
  })

  it('are drawn with an arrowhead that arrives along the curve', () => {
    const curve = linkCurve(out(0, 0, 1), out(100, 0, -1))
    expect(curvePath(curve)).toBe('M0 0C50 0 50 0 100 0')
    expect(headPath(curve, 10)).toBe('M91.22 -4.79L100 0L91.22 4.79')
  })
})
