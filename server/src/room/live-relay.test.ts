import { encodeLiveFrame, MAX_LIVE_FRAME_BYTES, readRelayedFrames } from '@remedyboard/shared/protocol/live-frame'
import { MessageType } from '@remedyboard/shared/protocol/message-type'
import * as decoding from 'lib0/decoding'
import { describe, expect, it } from 'vitest'
import { Connection } from './connection.ts'
import { LiveRelay } from './live-relay.ts'
import { ManualClock } from './manual-clock.ts'
import { PRESENCE_TICK_MS } from './presence.ts'

function setUp(others: readonly string[] = []) {
  const clock = new ManualClock()
  const people = ['ann', 'ben', 'cho', ...others].map((id, i) => {
    const sent: Uint8Array[] = []
    const socket = {
      bufferedAmount: 0,
      send: (frame: Uint8Array) => void sent.push(frame),
      close: () => undefined,
      terminate: () => undefined,
    }
    const connection = new Connection(socket, id, clock.elapsed())
    connection.clientId = 100 + i
    connection.synced = true
    const received = () =>
      sent.splice(0).map((bytes) => {
        const decoder = decoding.createDecoder(bytes)
        expect(decoding.readVarUint(decoder)).toBe(MessageType.live)
        return readRelayedFrames(decoder).map(({ clientId }) => clientId)
      })
    return { connection, received, socket }
  })
  const relay = new LiveRelay({ clock, receivers: () => people.map(({ connection }) => connection), permit: (_sender, frame) => frame })
  const [ann, ben, cho] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]]
  return { clock, relay, ann, ben, cho, people }
}

const MOVE = encodeLiveFrame({ gesture: 1, kind: 'move', ids: ['shape:a'], x: 1, y: 2 })

describe('LiveRelay', () => {
  it('passes a frame on to the others at the next tick, with the client it came from', () => {
    const { clock, relay, ann, ben, cho } = setUp()
    relay.receive(ann.connection, MOVE)
    expect(ben.received()).toEqual([])
    clock.advance(PRESENCE_TICK_MS)
    expect([ann.received(), ben.received(), cho.received()]).toEqual([[], [[100]], [[100]]])
  })

  it('several senders of one tick share one message', () => {
    const { clock, relay, ann, ben, cho } = setUp()
    relay.receive(ann.connection, MOVE)
    relay.receive(ben.connection, MOVE)
    clock.advance(PRESENCE_TICK_MS)
    expect(cho.received()).toEqual([[100, 101]])
  })

  it('keeps only the newest frames of a sender who floods', () => {
    const { clock, relay, ann, ben } = setUp()
    for (let i = 0; i < 50; i++) relay.receive(ann.connection, MOVE)
    clock.advance(PRESENCE_TICK_MS)
    expect(ben.received()).toEqual([[100, 100, 100, 100]])
  })

  it('of three hundred people who move all they can select, a tick tells a part, and each of them has a turn', () => {
    const { clock, relay, ann, people } = setUp(Array.from({ length: 300 }, (_, i) => `q${i}`))
    const ids = Array.from({ length: 100 }, (_, i) => `shape:${i}`.padEnd(38, 'x'))
    const large = encodeLiveFrame({ gesture: 1, kind: 'move', ids, x: 1, y: 2 })
    const heard: number[][] = []
    for (let tick = 0; tick < 50; tick++) {
      for (const { connection } of people.slice(1)) relay.receive(connection, large)
      clock.advance(PRESENCE_TICK_MS)
      heard.push(...ann.received())
    }
    expect(large.byteLength).toBeGreaterThan(3_900)
    expect(Math.max(...heard.map((clients) => clients.length))).toBeLessThanOrEqual(9)
    expect(new Set(heard.flat()).size).toBe(302)
    while (clock.pendingTimers > 0) clock.advance(PRESENCE_TICK_MS)
  })

  it('leaves out receivers that are behind or not synced yet', () => {
    const { clock, relay, ann, ben, cho } = setUp()
    ben.socket.bufferedAmount = 10_000_000
    cho.connection.synced = false
    relay.receive(ann.connection, MOVE)
    clock.advance(PRESENCE_TICK_MS)
    expect([ben.received(), cho.received()]).toEqual([[], []])
  })

  it('refuses what is no frame or too large: the room then closes that connection', () => {
    const { relay, ann } = setUp()
    expect(() => relay.receive(ann.connection, new Uint8Array([1, 99]))).toThrow('live frame')
    expect(() => relay.receive(ann.connection, new Uint8Array(MAX_LIVE_FRAME_BYTES + 1))).toThrow('live frame')
  })
})
