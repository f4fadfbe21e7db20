import { LASER_POINTS, type PresenceState } from '@remedyboard/shared/protocol/presence'
import { InstancePresenceRecordType, TLPOINTER_ID, type TLInstancePresence } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BoardSession, PresentPerson } from '../../session/board-session.ts'
import { Cell } from '../../session/readable.ts'
import { shapeId, testEditor } from '../test-editor.ts'
import { bindPresence } from './bind-presence.ts'

beforeEach(() => void vi.useFakeTimers({ now: 1_000 }))
afterEach(() => vi.useRealTimers())

function scene() {
  const { editor } = testEditor()
  const people = new Cell<readonly PresentPerson[]>([])
  const said: Partial<PresenceState>[] = []
  const session = { people, setPresence: (change: Partial<PresenceState>) => said.push(change) } as Partial<BoardSession> as BoardSession // nothing else is used
  const stop = bindPresence(session, editor)
  const page = editor.getCurrentPageId()
  const ben = (presence: object, isMe = false): PresentPerson => ({
    id: 'p2',
    name: 'Ben',
    color: '#34539b',
    role: 'participant',
    clientId: 7,
    isMe,
    presence: presence as PresenceState, // as another client wrote it
  })
  const shown = () => editor.store.get(InstancePresenceRecordType.createId('7')) as TLInstancePresence | undefined
  return { editor, people, said, stop, page, ben, shown }
}

describe('bindPresence', () => {
  it("shows others' pointers, selections, views and laser trails, and not my own", () => {
    const { people, page, ben, shown } = scene()
    people.set([ben({ page }, true)])
    expect(shown()).toBeUndefined()
    const viewport = { x: 10, y: 20, w: 300, h: 200 }
    people.set([ben({ page, cursor: { x: 1, y: 2 }, selection: [shapeId('a'), 'page:x', 5], viewport, laser: [1, 2, 3, 4] })])
    expect(shown()).toMatchObject({
      userName: 'Ben',
      cursor: { x: 1, y: 2 },
      selectedShapeIds: [shapeId('a')],
      camera: { x: -10, y: -20, z: 1 },
      screenBounds: { w: 300, h: 200 },
      scribbles: [
        {
          points: [
            { x: 1, y: 2 },
            { x: 3, y: 4 },
          ],
        },
      ],
    })
  })

  it.each([
    ['no page', { cursor: { x: 1, y: 2 } }],
    ['a page that is none', { page: 'shape:a' }],
    ['a page that is no text', { page: 5 }],
  ])('shows nobody with %s: they are on no canvas', (_name, presence) => {
    const { people, ben, shown } = scene()
    people.set([ben(presence)])
    expect(shown()).toBeUndefined()
  })

  it.each([
    ['numbers that are none', { cursor: { x: 'a', y: 2 }, viewport: { x: 1, y: NaN, w: 5, h: 5 }, laser: [1, 'b'] }],
    [
      'a view without a size, a trail that is no list, one too long or empty',
      { viewport: { x: 1, y: 2 }, laser: 'long', selection: 'all' },
    ],
    ['too long a trail', { laser: Array.from({ length: 2 * LASER_POINTS + 2 }, () => 1) }],
    ['an empty trail', { laser: [] }],
  ])('leaves out %s', (_name, presence) => {
    const { people, page, ben, shown } = scene()
    people.set([ben({ page, ...presence })])
    expect(shown()).toMatchObject({ cursor: null, screenBounds: null, selectedShapeIds: [], scribbles: [] })
  })

  it('keeps somebody for some seconds without their pointer, and forgets them when they do not come back', () => {
    const { people, page, ben, shown } = scene()
    people.set([ben({ page, cursor: { x: 1, y: 2 } })])
    people.set([])
    expect(shown()).toMatchObject({ cursor: null })
    vi.advanceTimersByTime(3_000)
    people.set([ben({ page, cursor: { x: 3, y: 4 } })])
    vi.advanceTimersByTime(3_000)
    expect(shown()).toMatchObject({ cursor: { x: 3, y: 4 } })
    people.set([])
    vi.advanceTimersByTime(5_000)
    expect(shown()).toBeUndefined()
  })

  it('forgets those whose stay is running out when the board is closed', () => {
    const { people, page, ben, shown, stop, said } = scene()
    people.set([ben({ page })])
    people.set([])
    stop()
    expect(shown()).toBeUndefined()
    expect(said.at(-1)).toEqual({})
    vi.advanceTimersByTime(10_000)
  })

  it('somebody who was on no canvas is not missed when they go', () => {
    const { people, ben, shown } = scene()
    people.set([ben({})])
    people.set([])
    vi.advanceTimersByTime(6_000)
    expect(shown()).toBeUndefined()
  })

  it('says where I point and what I have in hand, twenty times a second at most', () => {
    const { editor, said } = scene()
    vi.advanceTimersByTime(60)
    expect(said).toHaveLength(1)
    expect(said[0]).toMatchObject({ page: editor.getCurrentPageId(), selection: [] })
    expect(said[0]?.cursor).toBeUndefined()
    const point = (x: number) => {
      const pointer = editor.store.get(TLPOINTER_ID)
      if (pointer) editor.store.put([{ ...pointer, x, y: 5.4, lastActivityTimestamp: 9 }])
    }
    for (let x = 0; x < 10; x++) point(x + 0.4)
    vi.advanceTimersByTime(60)
    expect(said).toHaveLength(2)
    expect(said[1]?.cursor).toEqual({ x: 9, y: 5 })
    // a finger rests nowhere
    editor.updateInstanceState({ isCoarsePointer: true })
    vi.advanceTimersByTime(60)
    expect(said[2]?.cursor).toBeUndefined()
  })

  it('says the newest part of my laser trail', () => {
    const { editor, said } = scene()
    const scribble = { id: 's', points: [{ x: 1.2, y: 2.7, z: 1 }], size: 4, color: 'laser' as const, opacity: 1, state: 'active' as const }
    editor.updateInstanceState({ scribbles: [{ ...scribble, delay: 0, shrink: 0, taper: true }] })
    vi.advanceTimersByTime(60)
    expect(said.at(-1)?.laser).toEqual([1, 3])
  })
})
