import type { BoardRecord, Json } from '@remedyboard/shared/board/board-record'
import { encodeGrowth } from '@remedyboard/shared/board/stroke'
import { describe, expect, it } from 'vitest'
import { LIVE_STALE_MS, LiveOverlay } from './live-overlay.ts'

const ANN = 1
const BEN = 2

function setUp() {
  const documentRecords = new Map<string, BoardRecord>()
  const put = (id: string, x: number) =>
    documentRecords.set(id, {
      id,
      typeName: 'shape',
      type: 'card',
      x,
      y: 0,
      rotation: 0,
      parentId: 'page:page',
      index: 'a1',
      props: { kind: 'note' },
      meta: {},
    })
  put('shape:a', 0)
  put('shape:b', 100)
  const overlay = new LiveOverlay((id) => documentRecords.get(id))
  const shown = (id: string) => overlay.apply(documentRecords.get(id) as BoardRecord)
  return { overlay, shown, put }
}

describe('LiveOverlay', () => {
  it('moves the whole selection with its leader, also in frames that leave out the ids', () => {
    const { overlay, shown } = setUp()
    overlay.receive(ANN, { gesture: 1, kind: 'move', ids: ['shape:a', 'shape:b'], x: 10, y: 5 }, 0)
    expect([shown('shape:a')['x'], shown('shape:b')['x'], shown('shape:b')['y']]).toEqual([10, 110, 5])
    expect([...overlay.receive(ANN, { gesture: 1, kind: 'move', ids: null, x: 30, y: 5 }, 50)]).toEqual(['shape:a', 'shape:b'])
    expect(shown('shape:b')['x']).toBe(130)
  })

  it('shows a stroke grow beyond what the document has, and nothing of a frame that does not fit or cannot be read', () => {
    const points = Array.from({ length: 30 }, (_, i) => ({ x: i, y: i, z: 0.5 }))
    const upTo = (n: number): Json => [{ type: 'free', points: points.slice(0, n) }]
    const documentHas = (n: number): BoardRecord => ({ id: 'shape:d', typeName: 'shape', type: 'draw', props: { segments: upTo(n) } })
    const overlay = new LiveOverlay(() => undefined)
    const tail = (value: Uint8Array | null) => ({
      gesture: 1,
      kind: 'change' as const,
      records: [{ id: 'shape:d', changes: [{ key: 'seg', value: value as unknown as Json }] }], // bytes travel in a frame as they are
    })
    overlay.receive(ANN, tail(encodeGrowth(upTo(10), upTo(20))), 0)
    expect(overlay.apply(documentHas(10)).props?.['segments']).toEqual(upTo(20))
    expect(overlay.apply(documentHas(25)).props?.['segments']).toEqual(upTo(25))
    expect(overlay.apply(documentHas(5)).props?.['segments']).toEqual(upTo(5))
    overlay.receive(ANN, tail(Uint8Array.of(255)), 10)
    expect(overlay.apply(documentHas(10)).props?.['segments']).toEqual(upTo(10))
  })

  it('does not jump when the durable write of mid-gesture arrives', () => {
    const { overlay, shown, put } = setUp()
    overlay.receive(ANN, { gesture: 1, kind: 'move', ids: ['shape:a', 'shape:b'], x: 10, y: 0 }, 0)
    put('shape:a', 10)
    put('shape:b', 110)
    expect([shown('shape:a')['x'], shown('shape:b')['x']]).toEqual([10, 110])
  })

  it('after the end keeps showing the last frame until the document says the same', () => {
    const { overlay, shown, put } = setUp()
    overlay.receive(ANN, { gesture: 1, kind: 'move', ids: ['shape:a'], x: 10, y: 0 }, 0)
    overlay.receive(ANN, { gesture: 1, kind: 'end' }, 50)
    expect(shown('shape:a')['x']).toBe(10)
    put('shape:a', 12)
    overlay.settle(['shape:a'])
    expect(shown('shape:a')['x']).toBe(12)
    expect(overlay.isEmpty).toBe(true)
  })

  it('is over at its end when the durable write came first', () => {
    const { overlay, shown, put } = setUp()
    overlay.receive(ANN, { gesture: 1, kind: 'move', ids: ['shape:a'], x: 10, y: 0 }, 0)
    put('shape:a', 12)
    overlay.settle(['shape:a'])
    expect([...overlay.receive(ANN, { gesture: 1, kind: 'end' }, 50)]).toEqual(['shape:a'])
    expect(shown('shape:a')['x']).toBe(12)
  })

  it('a gesture given up shows the document at once', () => {
    const { overlay, shown } = setUp()
    overlay.receive(ANN, { gesture: 1, kind: 'move', ids: ['shape:a'], x: 10, y: 0 }, 0)
    expect([...overlay.receive(ANN, { gesture: 1, kind: 'cancel' }, 50)]).toEqual(['shape:a'])
    expect(shown('shape:a')['x']).toBe(0)
  })

  it('somebody who froze or left in mid-drag leaves no ghost', () => {
    const { overlay, shown } = setUp()
    overlay.receive(ANN, { gesture: 1, kind: 'move', ids: ['shape:a'], x: 10, y: 0 }, 0)
    overlay.receive(BEN, { gesture: 1, kind: 'move', ids: ['shape:b'], x: 500, y: 0 }, 0)
    expect([...overlay.leave(BEN)]).toEqual(['shape:b'])
    expect(overlay.expire(LIVE_STALE_MS - 1).size).toBe(0)
    expect([...overlay.expire(LIVE_STALE_MS)]).toEqual(['shape:a'])
    expect([shown('shape:a')['x'], shown('shape:b')['x']]).toEqual([0, 100])
  })

  it('lays other facets over the document', () => {
    const { overlay, shown } = setUp()
    overlay.receive(ANN, { gesture: 1, kind: 'change', records: [{ id: 'shape:a', changes: [{ key: 'props.w', value: 400 }] }] }, 0)
    expect(shown('shape:a').props).toEqual({ kind: 'note', w: 400 })
  })

  it('a move whose ids were missed changes nothing', () => {
    const { overlay, shown } = setUp()
    overlay.receive(ANN, { gesture: 1, kind: 'move', ids: null, x: 10, y: 0 }, 0)
    expect(shown('shape:a')['x']).toBe(0)
  })

  it('an end of a gesture that nobody saw begin, and a move of something that is gone, show nothing', () => {
    const { overlay, shown } = setUp()
    expect(overlay.receive(ANN, { gesture: 9, kind: 'end' }, 0).size).toBe(0)
    overlay.settle(['shape:a'])
    overlay.receive(ANN, { gesture: 1, kind: 'move', ids: ['shape:gone', 'shape:a'], x: 10, y: 0 }, 0)
    expect(shown('shape:a')['x']).toBe(0)
    overlay.settle(['shape:b'])
    expect(overlay.isEmpty).toBe(false)
  })

  it('a second gesture takes the place of the first, in every record that it had', () => {
    const { overlay, shown } = setUp()
    overlay.receive(ANN, { gesture: 1, kind: 'move', ids: ['shape:a'], x: 10, y: 0 }, 0)
    const touched = overlay.receive(ANN, { gesture: 2, kind: 'move', ids: ['shape:b'], x: 110, y: 0 }, 10)
    expect([...touched].sort()).toEqual(['shape:a', 'shape:b'])
    expect([shown('shape:a')['x'], shown('shape:b')['x']]).toEqual([0, 110])
  })

  it('a change of some records leaves the others of the gesture, and a tail that is none, alone', () => {
    const { overlay, shown } = setUp()
    const records = [{ id: 'shape:a', changes: [{ key: 'seg', value: 'no bytes' }] }]
    overlay.receive(ANN, { gesture: 1, kind: 'change', records }, 0)
    expect(shown('shape:a').props).toEqual({ kind: 'note' })
    overlay.receive(ANN, { gesture: 1, kind: 'change', records: [{ id: 'shape:b', changes: [] }] }, 10)
    expect(shown('shape:b').props).toEqual({ kind: 'note' })
  })
})
