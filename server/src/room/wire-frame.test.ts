import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { wireFrame, WireFrames } from './wire-frame.ts'

describe('wireFrame', () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  let client: WebSocket
  let stream: Duplex

  beforeAll(async () => {
    if (!server.address()) await once(server, 'listening')
    server.on('connection', (_socket, request) => (stream = request.socket))
    client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
    await Promise.all([once(client, 'open'), once(server, 'connection')])
  })

  afterAll(() => {
    client.terminate()
    server.close()
  })

  it.each([0, 1, 125, 126, 127, 255, 256, 4_096])('is, with %i bytes, what a WebSocket reads as one binary message', async (length) => {
    const payload = Buffer.from(Uint8Array.from({ length }, (_, i) => i % 251))
    stream.write(wireFrame(payload))
    expect(await once(client, 'message')).toEqual([payload, true])
  })

  it('leaves what is long to be written in two pieces', () => {
    expect(wireFrame(new Uint8Array(4_097))).toBeNull()
  })
})

describe('WireFrames', () => {
  it('makes a frame once for all who get it, and a new one for the next', () => {
    const frames = new WireFrames()
    const [first, second] = [new Uint8Array([1]), new Uint8Array([2])]
    const made = frames.of(first)
    expect(frames.of(first)).toBe(made)
    expect(frames.of(second)?.at(-1)).toBe(2)
    expect(frames.of(first)?.at(-1)).toBe(1)
  })
})
