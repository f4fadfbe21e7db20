import { MessageType } from '@remedyboard/shared/protocol/message-type'
import type { AddressInfo } from 'node:net'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import { encodeSyncStep2 } from '../room/frame.ts'

// The yardstick of `pnpm bench:sync`: passes every update on at once and cursors joined per 50 ms, acknowledges, and does nothing
// else: no document, no rights, no disk. What a machine needs for that differs from hour to hour; the ratio to it does not.

const CURSOR_TICK_MS = 50
/** A Yjs update without structs and deletions. */
const EMPTY_UPDATE = new Uint8Array([0, 0])

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
let cursors: Buffer[] = []

server.on('connection', (socket: WebSocket) => {
  socket.on('message', (data: RawData) => {
    const frame = data as Buffer // ws gives one unless told otherwise
    if (frame[0] === MessageType.awareness) cursors.push(frame)
    else if (frame[0] === MessageType.ack) socket.send(frame)
    else if (frame[1] === 0) socket.send(encodeSyncStep2(EMPTY_UPDATE))
    else if (frame[1] === 2) for (const other of server.clients) if (other !== socket) other.send(frame)
  })
})

setInterval(() => {
  if (cursors.length === 0) return
  const joined = Buffer.concat(cursors)
  cursors = []
  for (const socket of server.clients) socket.send(joined)
}, CURSOR_TICK_MS)

server.on('listening', () => process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`))
