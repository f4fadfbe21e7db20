import { describe, expect, it } from 'vitest'
import { areaView, cardsView, fitView, startView, writingView, type View } from './camera-moves.ts'

const laptop = { w: 1096, h: 846 }
const phone = { w: 360, h: 600 }

/** Where a point of the page appears on the screen. */
const onScreen = ({ x, y, z }: View, px: number, py: number) => ({ x: (px + x) * z, y: (py + y) * z })

describe('camera moves', () => {
  it('opens with the whole board when its titles are readable then', () => {
    const view = startView({ x: 0, y: 0, w: 2200, h: 1500 }, laptop)
    expect(view.z * 36).toBeGreaterThanOrEqual(14)
    expect(onScreen(view, 2200, 1500).y).toBeLessThanOrEqual(laptop.h - 80)
  })

  it('lets a large board reach below the toolbar rather than shrink its titles', () => {
    const view = startView({ x: 0, y: 0, w: 2800, h: 2150 }, laptop)
    expect(view.z * 36).toBeGreaterThan(13.5)
    expect(onScreen(view, 2800, 0).x).toBeLessThanOrEqual(laptop.w)
  })

  it('starts at the top left on a phone, with readable titles', () => {
    const view = startView({ x: -24, y: -24, w: 2800, h: 2150 }, phone)
    expect(view.z * 36).toBeCloseTo(14)
    expect(onScreen(view, -24, -24)).toEqual({ x: 14, y: 14 })
  })

  it('shows an area with readable cards, its title at the top when it is too large', () => {
    expect(areaView({ x: 0, y: 0, w: 800, h: 600 }, laptop).z).toBeGreaterThan(12 / 22)
    const tall = areaView({ x: 500, y: 100, w: 900, h: 2000 }, laptop)
    expect(tall.z * 22).toBeCloseTo(12)
    expect(onScreen(tall, 500, 100).y).toBeCloseTo(14)
  })

  it('never enlarges beyond what helps', () => {
    expect(fitView({ x: 0, y: 0, w: 10, h: 10 }, laptop, { top: 0, right: 0, bottom: 0, left: 0 }).z).toBe(1.4)
    expect(cardsView({ x: 0, y: 0, w: 320, h: 70 }, laptop).z).toBe(1)
  })

  it('comes close enough to write, with the card where it was', () => {
    const now = { x: 0, y: 0, z: 0.4 }
    const card = { x: 1000, y: 800, w: 320, h: 70 }
    const view = writingView(card, 22, now, laptop, false)
    expect(view?.z).toBeCloseTo(12 / 22)
    const centre = onScreen(view ?? now, 1160, 835)
    expect([centre.x, centre.y].map(Math.round)).toEqual([464, 334])
    expect(writingView(card, 22, { x: -700, y: -500, z: 1 }, laptop, false)).toBeNull()
  })

  it('keeps a card that is written whole on the screen, and above the keyboard of a phone', () => {
    const card = { x: 0, y: 1400, w: 320, h: 70 }
    const view = writingView(card, 22, { x: 0, y: 0, z: 0.4 }, phone, true)
    const corner = onScreen(view ?? { x: 0, y: 0, z: 1 }, 320, 1470)
    expect(corner.x).toBeLessThanOrEqual(360 - 14)
    expect(corner.y).toBeLessThanOrEqual(600 * 0.42 + 1)
  })
})
