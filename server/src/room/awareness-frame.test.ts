import { describe, expect, it } from 'vitest'
import { AwarenessFrame } from './awareness-frame.ts'
import { encodeAwareness, encodeAwarenessEntry } from './frame.ts'

const state = (clientId: number, size: number) => ({
  clientId,
  bytes: encodeAwarenessEntry({ clientId, clock: clientId * 3, json: JSON.stringify({ x: 'y'.repeat(size) }) }),
})
const encoded = (states: readonly { bytes: Uint8Array }[]) => [...encodeAwareness(states.map(({ bytes }) => bytes))]

describe('[R15] AwarenessFrame', () => {
  it.each([1, 2, 3, 127, 128, 129])('is, with %i states, what joining the states anew would give', (count) => {
    const states = Array.from({ length: count }, (_, i) => state(1_000 + i, (i * 37) % 300))
    const frame = new AwarenessFrame(states)
    expect([...frame.whole]).toEqual(encoded(states))
    expect([...(frame.for(undefined) ?? [])]).toEqual(encoded(states))
    expect([...(frame.for(7) ?? [])]).toEqual(encoded(states))
    for (const { clientId } of states) {
      const others = states.filter((other) => other.clientId !== clientId)
      expect(frame.for(clientId) && [...(frame.for(clientId) ?? [])]).toEqual(others.length > 0 ? encoded(others) : null)
    }
  })
})
