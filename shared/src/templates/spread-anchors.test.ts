import { describe, expect, it } from 'vitest'
import type { Rect } from './board-plan.ts'
import { spreadAnchors } from './spread-anchors.ts'

const places = new Map<string, Rect>([
  ['hub', { x: 0, y: 0, w: 100, h: 300 }],
  ['top', { x: 400, y: 0, w: 100, h: 40 }],
  ['low', { x: 400, y: 200, w: 100, h: 40 }],
])

describe('anchors of links across a gutter', () => {
  it('sit in the middle of facing sides when a card has one link there', () => {
    expect(spreadAnchors([{ id: 'a', from: 'hub', to: 'top' }], places).get('a')).toEqual({ from: { x: 1, y: 0.5 }, to: { x: 0, y: 0.5 } })
  })

  it('fan out in the order of what they lead to, whatever their direction', () => {
    const anchors = spreadAnchors(
      [
        { id: 'a', from: 'low', to: 'hub' },
        { id: 'b', from: 'hub', to: 'top' },
      ],
      places,
    )
    expect(anchors.get('a')).toEqual({ from: { x: 0, y: 0.5 }, to: { x: 1, y: 0.86 } })
    expect(anchors.get('b')).toEqual({ from: { x: 1, y: 0.14 }, to: { x: 0, y: 0.5 } })
  })

  it('keep several links between the same two cards beside each other', () => {
    const anchors = spreadAnchors(
      [
        { id: 'a', from: 'hub', to: 'top' },
        { id: 'b', from: 'top', to: 'hub' },
      ],
      places,
    )
    expect([anchors.get('a')?.from.y, anchors.get('a')?.to.y]).toEqual([0.14, 0.14])
    expect([anchors.get('b')?.from.y, anchors.get('b')?.to.y]).toEqual([0.86, 0.86])
  })

  it('refuse a card that is not there', () => {
    expect(() => spreadAnchors([{ id: 'a', from: 'hub', to: 'gone' }], places)).toThrow('gone')
  })
})
