import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { encodeLiveFrame, type RelayedFrame } from '@remedyboard/shared/protocol/live-frame'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { BoardSession, PresentPerson } from '../../session/board-session.ts'
import { Cell } from '../../session/readable.ts'
import { followLiveGestures } from './follow-live-gestures.ts'
import { LIVE_STALE_MS, LiveOverlay } from './live-overlay.ts'

beforeEach(() => void vi.useFakeTimers({ now: 0 }))
afterEach(() => vi.useRealTimers())

const BEN = 7
const CARD = 'shape:card'

function scene() {
  const doc = new Y.Doc()
  const people = new Cell<readonly PresentPerson[]>([{ clientId: BEN } as PresentPerson])
  let deliver: (frames: readonly RelayedFrame[]) => void = () => undefined
  const session = {
    doc,
    people,
    onLive(listener: typeof deliver) {
      deliver = listener
      return () => (deliver = () => undefined)
    },
  } as Partial<BoardSession> as BoardSession // nothing else is used
  const record: BoardRecord = { id: CARD, typeName: 'shape', type: 'card', x: 0, y: 0, parentId: 'page:page', index: 'a1', rotation: 0 }
  const overlay = new LiveOverlay(() => record)
  const shown: string[][] = []
  people.set([...people.get()])
  const stop = followLiveGestures(session, overlay, (ids) => shown.push([...ids]))
  // whoever is there at the first change is present
  people.set([{ clientId: BEN } as PresentPerson])
  const move = (x: number, clientId = BEN) =>
    deliver([{ clientId, frame: encodeLiveFrame({ gesture: 1, kind: 'move', ids: [CARD], x, y: 0 }) }])
  return { doc, people, shown, stop, move, deliver: (frames: RelayedFrame[]) => deliver(frames), x: () => overlay.apply(record)['x'] }
}

describe('[R29] followLiveGestures', () => {
  it("shows others' gestures, and not what came back of my own", () => {
    const { doc, shown, move, x } = scene()
    move(50, doc.clientID)
    expect([x(), shown.length]).toEqual([0, 0])
    move(50)
    expect([x(), shown]).toEqual([50, [[CARD]]])
  })

  it('shows the document again when the one who drags is gone', () => {
    const { people, shown, move, x } = scene()
    move(50)
    people.set([])
    expect([x(), shown]).toEqual([0, [[CARD], [CARD]]])
    people.set([{ clientId: 8 } as PresentPerson])
    people.set([])
    expect(shown).toHaveLength(2)
  })

  it('shows the document again three seconds after the last word of somebody who froze', () => {
    const { move, x } = scene()
    move(50)
    vi.advanceTimersByTime(2_000)
    move(80)
    vi.advanceTimersByTime(LIVE_STALE_MS - 500)
    expect(x()).toBe(80)
    vi.advanceTimersByTime(1_500)
    expect(x()).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('frames that cannot be read change nothing, and nothing comes after the end', () => {
    const { shown, stop, move, deliver } = scene()
    deliver([{ clientId: BEN, frame: Uint8Array.of(255, 255) }])
    expect(shown).toEqual([])
    move(50)
    stop()
    move(80)
    expect(shown).toEqual([[CARD]])
    expect(vi.getTimerCount()).toBe(0)
  })
})
