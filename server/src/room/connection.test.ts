import { describe, expect, it } from 'vitest'
import { Connection } from './connection.ts'

const MB = 1024 * 1024

/** A socket whose other end reads when the test says so. */
function setUp() {
  const socket = {
    bufferedAmount: 0,
    terminated: false,
    send(frame: Uint8Array) {
      socket.bufferedAmount += frame.byteLength
    },
    close: () => undefined,
    terminate() {
      socket.terminated = true
    },
  }
  return { socket, connection: new Connection(socket, 'p1', 0) }
}

describe('a reader that is behind', () => {
  it('by more than 16 MiB of what happens is cut', () => {
    const { socket, connection } = setUp()
    connection.send(new Uint8Array(16 * MB), 0)
    expect([socket.terminated, connection.open]).toEqual([false, true])
    connection.send(new Uint8Array(1), 0)
    expect([socket.terminated, connection.open]).toEqual([true, false])
  })

  it('by a board of any size is not, and gets what happens meanwhile', () => {
    const { socket, connection } = setUp()
    connection.sendBoard(new Uint8Array(40 * MB), 0)
    for (let i = 0; i < 16; i++) connection.send(new Uint8Array(MB), 0)
    expect(connection.open).toBe(true)
    connection.send(new Uint8Array(1), 0)
    expect(socket.terminated).toBe(true)
  })

  it('has the board only once for nothing: when it was read, the limit is what it was', () => {
    const { socket, connection } = setUp()
    connection.sendBoard(new Uint8Array(20 * MB), 0)
    socket.bufferedAmount = 0
    connection.send(new Uint8Array(1), 0)
    connection.send(new Uint8Array(17 * MB), 0)
    expect(socket.terminated).toBe(true)
  })

  it('may ask for the board again when it has read it, and not before', () => {
    const { socket, connection } = setUp()
    connection.sendBoard(new Uint8Array(20 * MB), 0)
    socket.bufferedAmount = 0
    connection.sendBoard(new Uint8Array(20 * MB), 0)
    expect(connection.open).toBe(true)
    connection.sendBoard(new Uint8Array(20 * MB), 0)
    expect(socket.terminated).toBe(true)
  })
})
