import type { RelayedFrame } from '@remedyboard/shared/protocol/live-frame'
import { decodeLiveFrame, encodeLiveFrame, type LiveFrame } from '@remedyboard/shared/protocol/live-frame'
import { MessageType } from '@remedyboard/shared/protocol/message-type'
import { readRelayedFrames } from '@remedyboard/shared/protocol/live-frame'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import { PRESENCE_TICK_MS } from '../presence.ts'
import { addCard, settled, type FakeClient } from '../room-fixture.ts'
import { CARD, facetsOf, runPhase, scene, type Scene } from './guard-fixture.ts'

const MOVE = { gesture: 1, kind: 'move', ids: [CARD], x: 5, y: 6 } as const

/** What `witness` sees of a frame that `by` sends. */
function shown({ witness, clock }: Scene, by: FakeClient, frame: LiveFrame): LiveFrame[] {
  if (!presentOf.has(by)) by.sendPresence({})
  presentOf.add(by)
  const frames: RelayedFrame[] = []
  const listen = witness.send.bind(witness)
  witness.send = (bytes) => {
    const decoder = decoding.createDecoder(bytes)
    if (decoding.readVarUint(decoder) === MessageType.live) frames.push(...readRelayedFrames(decoder))
    listen(bytes)
  }
  by.sendFrame(
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, MessageType.live)
      encoding.writeUint8Array(encoder, encodeLiveFrame(frame))
    }),
  )
  clock.advance(PRESENCE_TICK_MS)
  witness.send = listen
  return frames.map(({ frame: relayed }) => decodeLiveFrame(relayed))
}
const presentOf = new WeakSet<FakeClient>()

async function locked(at: Scene, id = CARD): Promise<void> {
  facetsOf(at.facilitator, id).set('meta.lock', true)
  await settled()
}

describe('what of a gesture the others see (R29)', () => {
  it('everything that its sender may change', async () => {
    const at = await scene()
    const change: LiveFrame = { gesture: 2, kind: 'change', records: [{ id: CARD, changes: [{ key: 'props.w', value: 99 }] }] }
    for (const frame of [MOVE, { ...MOVE, ids: null }, change, { gesture: 2, kind: 'end' }, { gesture: 2, kind: 'cancel' }] as const) {
      expect(shown(at, at.other, frame)).toEqual([frame])
    }
  })

  it('nothing of a locked card, except from facilitators', async () => {
    const at = await scene()
    await locked(at)
    expect(shown(at, at.other, MOVE)).toEqual([])
    expect(shown(at, at.author, MOVE)).toEqual([])
    expect(shown(at, at.facilitator, MOVE)).toEqual([MOVE])
  })

  it('the allowed part of a mixed selection', async () => {
    const at = await scene()
    addCard(at.author, 'shape:2')
    await settled()
    await locked(at, 'shape:2')
    const change = { key: 'props.w', value: 99 }
    expect(shown(at, at.other, { ...MOVE, ids: [CARD, 'shape:2'] })).toEqual([MOVE])
    const both = [CARD, 'shape:2'].map((id) => ({ id, changes: [change] }))
    expect(shown(at, at.other, { gesture: 2, kind: 'change', records: both })).toMatchObject([{ records: [{ id: CARD }] }])
  })

  it('nothing of a selection whose first card is locked: the others are placed by it', async () => {
    const at = await scene()
    addCard(at.author, 'shape:2')
    await settled()
    await locked(at)
    expect(shown(at, at.other, { ...MOVE, ids: [CARD, 'shape:2'] })).toEqual([])
  })

  it('no more of a move when its card is locked in the middle', async () => {
    const at = await scene()
    expect(shown(at, at.other, MOVE)).toHaveLength(1)
    await locked(at)
    expect(shown(at, at.other, { ...MOVE, ids: null, x: 9 })).toEqual([])
  })

  it('nothing of cards that are not on the board, of pages, and of a gesture without cards', async () => {
    const at = await scene()
    for (const ids of [['shape:none'], ['page:page'], ['__proto__'], null])
      expect(shown(at, at.other, { ...MOVE, gesture: 7, ids })).toEqual([])
  })

  it('no author, birth or lock, whoever sends them', async () => {
    const at = await scene()
    const change = (key: string): LiveFrame => ({ gesture: 1, kind: 'change', records: [{ id: CARD, changes: [{ key, value: 'p2' }] }] })
    for (const key of ['birth', 'meta.author', 'meta.lock', 'meta.parked']) expect(shown(at, at.author, change(key))).toEqual([])
    for (const key of ['birth', 'meta.author']) expect(shown(at, at.facilitator, change(key))).toEqual([])
  })

  it('what the phase lets its sender do: moving others’ cards, but not their content, or nothing', async () => {
    const at = await scene()
    const wide: LiveFrame = { gesture: 2, kind: 'change', records: [{ id: CARD, changes: [{ key: 'props.kind', value: 'remedy' }] }] }
    await runPhase(at, ['move'])
    at.clock.advance(10_000)
    expect(shown(at, at.other, MOVE)).toEqual([MOVE])
    expect(shown(at, at.other, wide)).toEqual([])
    await runPhase(at, ['watch'])
    at.clock.advance(10_000)
    expect(shown(at, at.other, MOVE)).toEqual([])
  })

  it('nothing from viewers', async () => {
    const at = await scene()
    expect(shown(at, at.client('v1'), MOVE)).toEqual([])
  })

  it('no value with a forged prototype, or nested too deep: that connection is closed', async () => {
    const at = await scene()
    let deep: unknown = 1
    for (let i = 0; i < 100; i++) deep = [deep]
    const forged = JSON.parse('{"__proto__": {"w": 1}}') as Record<string, number>
    for (const value of [forged, deep as number[]]) {
      const attacker = at.client('p2')
      expect(shown(at, attacker, { gesture: 1, kind: 'change', records: [{ id: CARD, changes: [{ key: 'props', value }] }] })).toEqual([])
      expect(attacker.closed).toBe(1003)
    }
  })
})
