import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { decodeLiveFrame } from '@remedyboard/shared/protocol/live-frame'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LiveGesture } from './live-gesture.ts'

beforeEach(() => vi.useFakeTimers({ now: 0 }))
afterEach(() => vi.useRealTimers())

const at = (id: string, x: number, w = 1): BoardRecord => ({
  id,
  typeName: 'shape',
  type: 'card',
  x,
  y: 0,
  rotation: 0,
  parentId: 'page:page',
  index: 'a1',
  props: { w },
  meta: {},
})

function setUp() {
  const sent: Uint8Array[] = []
  let unsent: (readonly [BoardRecord, BoardRecord])[] = []
  const gesture = new LiveGesture({ send: (frame) => sent.push(frame), unsent: () => unsent, now: () => Date.now() })
  return {
    gesture,
    frames: () => sent.splice(0).map(decodeLiveFrame),
    drag(pairs: typeof unsent) {
      unsent = pairs
      gesture.touch()
      vi.advanceTimersByTime(50)
    },
  }
}

describe('LiveGesture', () => {
  it('says ids once, then only where the first one is, and the ids again for latecomers', () => {
    const { drag, frames } = setUp()
    drag([
      [at('shape:a', 0), at('shape:a', 5)],
      [at('shape:b', 50), at('shape:b', 55)],
    ])
    expect(frames()).toEqual([{ gesture: 1, kind: 'move', ids: ['shape:a', 'shape:b'], x: 5, y: 0 }])
    drag([
      [at('shape:a', 0), at('shape:a', 9)],
      [at('shape:b', 50), at('shape:b', 59)],
    ])
    expect(frames()).toEqual([{ gesture: 1, kind: 'move', ids: null, x: 9, y: 0 }])
    vi.advanceTimersByTime(500)
    drag([
      [at('shape:a', 0), at('shape:a', 9)],
      [at('shape:b', 50), at('shape:b', 59)],
    ])
    expect(frames()).toMatchObject([{ ids: ['shape:a', 'shape:b'] }])
  })

  it('sends facets when more than the place changes', () => {
    const { drag, frames } = setUp()
    drag([[at('shape:a', 0), at('shape:a', 0, 7)]])
    expect(frames()).toEqual([{ gesture: 1, kind: 'change', records: [{ id: 'shape:a', changes: [{ key: 'props.w', value: 7 }] }] }])
  })

  it('of a stroke sends only what the document does not have yet', () => {
    const { drag, frames } = setUp()
    const stroke = (length: number): BoardRecord => ({
      ...at('shape:d', 0),
      type: 'draw',
      props: { segments: [{ type: 'free', points: Array.from({ length }, (_, x) => ({ x, y: x / 4, z: 0.5 })) }] },
    })
    drag([[stroke(500), stroke(503)]])
    const [frame] = frames()
    const change = frame?.kind === 'change' ? frame.records[0]?.changes[0] : undefined
    expect(change?.key).toBe('seg')
    const tail = change?.value as unknown // bytes travel in a frame as they are
    expect(tail instanceof Uint8Array && tail.length).toBeLessThan(20)
  })

  it('says at most one frame in 50 ms, and the end once', () => {
    const { gesture, drag, frames } = setUp()
    for (let i = 0; i < 10; i++) gesture.touch()
    drag([[at('shape:a', 0), at('shape:a', 5)]])
    expect(frames()).toHaveLength(1)
    gesture.finish('end')
    gesture.finish('end')
    expect(frames()).toEqual([{ gesture: 1, kind: 'end' }])
  })

  it('says nothing about a gesture in which nothing changed', () => {
    const { gesture, drag, frames } = setUp()
    drag([])
    gesture.finish('end')
    expect(frames()).toEqual([])
  })
})
