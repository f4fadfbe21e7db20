import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attackScene, endScenes, type AttackScene } from './attack-fixture.ts'

let scene: AttackScene
beforeAll(async () => {
  // As in app.ts, a hundred times shorter.
  scene = await attackScene({ timeouts: { headers: 200, request: 400, check: 50, idle: 400 } })
})
afterAll(endScenes)

function tcp(said: string): Socket {
  const socket = connect({ port: scene.app.port, host: '127.0.0.1', allowHalfOpen: true })
  socket.on('error', () => undefined)
  socket.write(said)
  return socket
}

describe('connections that are kept busy with nothing', () => {
  it.each([
    ['no word at all', ''],
    ['headers that never end', 'GET / HTTP/1.1\r\nHost: x\r\nX-A: '],
    ['a body that never ends', 'POST /api/join HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{"'],
    ['half an upgrade', 'GET /sync/abc HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n'],
  ])('%s: 200 of them are cut', async (_name, said) => {
    await scene.withstand(async () => {
      const sockets = Array.from({ length: 200 }, () => tcp(said))
      const ends = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve).once('end', resolve)))
      for (const socket of sockets) socket.resume()
      await Promise.all(ends)
      for (const socket of sockets) socket.destroy()
    })
    await scene.expectUnharmed()
  })

  it('answers that are never read: 20 images of 10 MB stay on the disk, and the connections are cut', async () => {
    const { token } = await scene.token()
    const sha256 = 'a'.repeat(64)
    await scene.assets.put(scene.attacked.id, sha256, Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(10_000_000)]))
    await scene.withstand(async () => {
      const before = process.memoryUsage().arrayBuffers
      const request = `GET /api/boards/${scene.attacked.id}/assets/${sha256} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n\r\n`
      const sockets = Array.from({ length: 20 }, () => tcp(request).pause())
      const ends = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)))
      let most = 0
      // Who does not read learns of the end only by writing.
      const knock = setInterval(() => {
        most = Math.max(most, process.memoryUsage().arrayBuffers - before)
        for (const socket of sockets) if (socket.writable) socket.write('\r\n')
      }, 600)
      await Promise.all(ends)
      clearInterval(knock)
      expect(most).toBeLessThan(60_000_000)
    })
  })
})
