import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { reconnectDelayMs, withReconnectJitter } from './reconnect-jitter.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A socket that a test opens and closes. */
class Socket {
  static made: Socket[] = []
  readyState = 0
  onopen: (() => void) | null = null
  onclose: ((event: { code: number }) => void) | null = null
  onmessage: unknown = null
  onerror: unknown = null
  constructor() {
    Socket.made.push(this)
  }
  send(): void {}
  close(): void {}
}

function connect(random: () => number) {
  Socket.made = []
  const provider = new WebsocketProvider('ws://server', 'board', new Y.Doc(), {
    disableBc: true,
    WebSocketPolyfill: Socket as unknown as typeof WebSocket, // the part of a socket that the provider uses
  })
  withReconnectJitter(provider, random)
  return provider
}

/** Closes the newest socket; returns how long it took until the next was made. */
function waitAfterClose(code: number): number {
  const before = Socket.made.length
  Socket.made.at(-1)?.onclose?.({ code })
  for (let ms = 0; ms <= 5_000; ms++) {
    if (Socket.made.length > before) return ms
    vi.advanceTimersByTime(1)
  }
  return Number.POSITIVE_INFINITY
}

describe('reconnecting', () => {
  it('a room that loses its connections in one instant comes back spread over a second', () => {
    const waits = Array.from({ length: 100 }, (_, i) => reconnectDelayMs(0, i / 100))
    const busiest = Math.max(...Array.from({ length: 10 }, (_, tenth) => waits.filter((ms) => Math.floor(ms / 100) === tenth).length))
    expect(Math.max(...waits)).toBeLessThan(1_000)
    expect(busiest).toBeLessThanOrEqual(11)
  })

  it('waits longer each time, at most three and a half seconds, and never in step with others', () => {
    expect([0, 1, 2, 3, 9].map((attempt) => reconnectDelayMs(attempt, 0))).toEqual([0, 1_000, 1_750, 1_750, 1_750])
    expect([0, 1, 2, 3, 9].map((attempt) => reconnectDelayMs(attempt, 1))).toEqual([1_000, 2_000, 3_500, 3_500, 3_500])
  })

  it('the provider keeps to it, and begins anew after a sync', () => {
    const provider = connect(() => 0.5)
    expect([waitAfterClose(1012), waitAfterClose(1006), waitAfterClose(1006)]).toEqual([500, 1_500, 2_625])
    provider.synced = true
    expect(waitAfterClose(1012)).toBe(500)
    provider.destroy()
  })

  it('[R31] never comes back when the server says that it must not', () => {
    const provider = connect(() => 0.5)
    const closed = vi.fn<(event: { code: number; reason: string }) => void>()
    provider.on('closed', closed)
    expect(waitAfterClose(4426)).toBe(Number.POSITIVE_INFINITY)
    expect(closed).toHaveBeenCalledWith({ code: 4426, reason: undefined }, provider)
    provider.destroy()
  })
})
