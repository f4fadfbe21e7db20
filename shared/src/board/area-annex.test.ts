import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeRoom } from './area-annex.ts'
import type { BoardRecord } from './board-record.ts'
import { newCardRecord, newShape } from './new-records.ts'
import { areaFrames, placeInArea, placeInFrames } from './place-in-area.ts'

const W = 300

function frame(id: string, area: string, x: number, y: number, w: number, h: number): BoardRecord {
  return {
    ...newShape(id, 'frame', 'page:page', 'a1', x, y),
    props: { w, h, name: '本地问题', color: 'black' },
    meta: { area, instruction: '一张只写一个', start: true, lock: true, tone: 'dilemma' },
  }
}

const LOCAL = frame('shape:local', 'local', 0, 900, 1100, 400)
const REMEDIES = frame('shape:remedies', 'remedies', 1200, 0, 900, 1300)
const board = () => new Map([LOCAL, REMEDIES].map((record) => [record.id, record]))

/** Reveals notes of these heights, as the server does. */
let made = 0
function reveal(records: Map<string, BoardRecord>, heights: readonly number[]): void {
  const { places, annex } = makeRoom(records, LOCAL, W, heights, { locked: true })
  if (annex) records.set(annex.id, annex)
  places.forEach((place, i) => {
    const id = `shape:card-${made++}`
    records.set(id, newCardRecord({ id, index: 'a1', ...place, w: W, h: heights[i] ?? 0, kind: 'dilemma', text: 'x', meta: {} }))
  })
}

interface Box {
  x: number
  y: number
  w: number
  h: number
}

function boxOf({ x, y, props }: BoardRecord): Box {
  return { x: Number(x), y: Number(y), w: Number(props?.['w']), h: Number(props?.['h']) }
}

const overlap = (a: Box, b: Box) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

describe('makeRoom', () => {
  it('makes no annex while the area has room', () => {
    expect(makeRoom(board(), LOCAL, W, [100, 100])).toMatchObject({ annex: null, places: [{}, {}] })
  })

  it('gives the notes of thirty people a frame that fills a screen, below the board', () => {
    const records = board()
    reveal(records, Array<number>(90).fill(120))
    const annex = records.get('shape:annex-local-1')
    expect(annex).toMatchObject({ props: { name: '本地问题 · 2' }, meta: { area: 'local', annex: 1, lock: true, tone: 'dilemma' } })
    expect(annex?.meta).not.toHaveProperty('start')
    const { y, w, h } = boxOf(annex as BoardRecord)
    expect(y).toBeGreaterThan(1300)
    expect(w / h).toBeGreaterThan(1.6)
    expect(w / h).toBeLessThan(2.2)
  })

  it('uses the room of annexes before it makes another one', () => {
    const records = board()
    reveal(records, Array<number>(9).fill(120))
    const count = () => areaFrames(records.values(), 'local').length
    expect(count()).toBe(2)
    const free = placeInArea(records, LOCAL, W, Array<number>(40).fill(120)).filter(({ parentId }) => parentId !== 'page:page').length
    reveal(records, Array<number>(free).fill(120))
    expect(count()).toBe(2)
    reveal(records, [120])
    expect(areaFrames(records.values(), 'local').map(({ id }) => id)).toEqual(['shape:local', 'shape:annex-local-1', 'shape:annex-local-2'])
  })

  it('makes one that has room for more cards, and the same one whoever makes it', () => {
    const records = board()
    const free = placeInFrames(records, LOCAL, W, Array<number>(40).fill(120)).length
    reveal(records, Array<number>(free).fill(120))
    const before = new Map(records)
    const first = makeRoom(records, LOCAL, W, [120], { spare: 20 })
    if (first.annex) records.set(first.annex.id, first.annex)
    expect(makeRoom(before, LOCAL, W, [120], { spare: 20 })).toEqual(first)
    expect(first.annex?.meta).not.toHaveProperty('lock')
  })

  it('gives every card a place of its own inside of its frame, however often notes are revealed', () => {
    const reveals = fc.array(fc.array(fc.integer({ min: 40, max: 700 }), { minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(reveals, (rounds) => {
        const records = board()
        rounds.forEach((heights) => reveal(records, heights))
        const cards = [...records.values()].filter(({ type }) => type === 'card')
        expect(cards).toHaveLength(rounds.flat().length)
        for (const parent of areaFrames(records.values(), 'local')) {
          const inside = cards.filter(({ parentId }) => parentId === parent.id).map(boxOf)
          const { w, h } = boxOf(parent)
          for (const box of inside) expect(box.x >= 0 && box.y >= 0 && box.x + box.w <= w && box.y + box.h <= h).toBe(true)
          expect(inside.some((a, at) => inside.some((b, other) => at < other && overlap(a, b)))).toBe(false)
        }
        expect(cards.every(({ parentId }) => areaFrames(records.values(), 'local').some(({ id }) => id === parentId))).toBe(true)
        const frames = [...records.values()].filter(({ type }) => type === 'frame').map(boxOf)
        expect(frames.some((a, at) => frames.some((b, other) => at < other && overlap(a, b)))).toBe(false)
      }),
      { seed: 6, numRuns: 60 },
    )
  })
})
