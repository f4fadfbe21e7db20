import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { CloseCode, type CloseCodeValue } from '@remedyboard/shared/protocol/close-code'
import { PROTOCOL_VERSION } from '@remedyboard/shared/protocol/protocol-version'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import type { Clock } from './clock.ts'
import { reasonOf } from './connection.ts'
import type { RoomLogger } from './room-logger.ts'
import type { RoomRegistry } from './room-registry.ts'
import type { RoomSocket } from './room-socket.ts'
import { WireFrames } from './wire-frame.ts'

/** Who is at the other end of an upgrade request, or the close code that refuses them. */
export type SyncIdentity = { boardId: string; participantId: string } | CloseCodeValue

export interface SyncOptions {
  registry: RoomRegistry
  clock: Clock
  logger: RoomLogger
  /** Checks the cookie or bearer token. `boardId` is from the path `/sync/<boardId>`. */
  authenticate(request: IncomingMessage, boardId: string): SyncIdentity | Promise<SyncIdentity>
  /** False refuses the upgrade: a page of another site must not use this person's cookie. */
  allowOrigin(request: IncomingMessage): boolean
}

/** A board of 10,000 records is 3.5 MB; longer backlogs come in parts. */
const MAX_FRAME_BYTES = 8 * 1024 * 1024

/** Browsers send a large message in parts of 128 KiB; each part costs memory however short it is. */
const MAX_FRAGMENTS = 1_024

/**
 * A peer that neither answers a ping within this time nor says anything else is gone, whatever TCP believes. The ping alone would not
 * do: to somebody on a slow network it comes behind the whole board.
 */
const PING_MS = 25_000

/** Time for the closing handshake before the socket is cut. */
const CLOSE_GRACE_MS = 2_000

/**
 * Serves `/sync/<boardId>` on an HTTP server. Refusals accept the socket first and then close it with a code, because browsers hide
 * the status of a refused upgrade and y-websocket would try again for ever.
 */
export function attachSync(server: Server, options: SyncOptions): { close(): void } {
  const { clock, logger } = options
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    maxFragments: MAX_FRAGMENTS,
    // Compression would let a small frame become a large one.
    perMessageDeflate: false,
    clientTracking: true,
    // Pings are answered below, where they are counted.
    autoPong: false,
  })
  const alive = new WeakSet<WebSocket>()
  const wire = new WireFrames()

  function ping(): void {
    for (const socket of sockets.clients) {
      if (!alive.has(socket)) {
        socket.terminate()
        continue
      }
      alive.delete(socket)
      socket.ping()
    }
    cancelPing = clock.after(PING_MS, ping)
  }
  let cancelPing = clock.after(PING_MS, ping)

  function onUpgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const boardId = boardIdOf(request.url)
    if (boardId === undefined) return refuseUpgrade(stream, '404 Not Found')
    if (!options.allowOrigin(request)) return refuseUpgrade(stream, '403 Forbidden')
    sockets.handleUpgrade(request, stream, head, (socket) => {
      alive.add(socket)
      socket.on('pong', () => alive.add(socket))
      // An error is followed by a close; without a listener it would end the process.
      socket.on('error', (error) => logger.info({ error: error.message }, 'socket error'))
      // Nothing is read before it is known who speaks.
      socket.pause()
      void connect(socket, stream, request, boardId)
    })
  }

  async function connect(socket: WebSocket, stream: Duplex, request: IncomingMessage, boardId: string): Promise<void> {
    try {
      const code = await join(socket, stream, request, boardId)
      if (code !== null) closeSocket(socket, code)
    } catch (error) {
      // The board cannot be loaded now; the client tries again.
      logger.warn({ board: boardId, error: String(error) }, 'a connection could not be served')
      closeSocket(socket, CloseCode.overloaded)
    }
  }

  /** Connects the socket to its room; returns the close code when it may not. */
  async function join(socket: WebSocket, stream: Duplex, request: IncomingMessage, boardId: string): Promise<CloseCodeValue | null> {
    if (speaksOtherVersion(request.url)) return CloseCode.reload
    const identity = await options.authenticate(request, boardId)
    if (typeof identity === 'number') return identity
    const room = await options.registry.open(identity.boardId)
    if (!room) return CloseCode.noSuchBoard
    if (socket.readyState !== socket.OPEN) return null
    const connection = room.attach(roomSocket(socket, stream), identity.participantId)
    if (typeof connection === 'number') return connection
    socket.on('message', (data: RawData, isBinary: boolean) => {
      alive.add(socket)
      if (isBinary && Buffer.isBuffer(data)) room.receive(connection, data)
      else closeSocket(socket, CloseCode.badFrame)
    })
    // Control frames count like messages: else they would be the cheapest flood.
    const controlFrame = (data: Buffer): boolean => {
      const admitted = connection.admit(data.byteLength, clock.elapsed())
      if (!admitted) closeSocket(socket, CloseCode.overloaded)
      return admitted
    }
    socket.on('ping', (data: Buffer) => {
      if (controlFrame(data)) socket.pong(data)
    })
    socket.on('pong', controlFrame)
    socket.on('close', () => room.detach(connection))
    socket.resume()
    return null
  }

  function closeSocket(socket: WebSocket, code: CloseCodeValue): void {
    socket.resume()
    close(socket, code, reasonOf(code))
  }

  function close(socket: WebSocket, code: number, reason: string): void {
    // What still arrives behind the first reason to close needs no second one.
    if (socket.readyState !== socket.OPEN) return
    socket.close(code, reason)
    const cancel = clock.after(CLOSE_GRACE_MS, () => socket.terminate())
    socket.once('close', cancel)
  }

  function roomSocket(socket: WebSocket, stream: Duplex): RoomSocket {
    return {
      get bufferedAmount() {
        return socket.bufferedAmount
      },
      send(frame) {
        if (socket.readyState !== socket.OPEN) return
        // Without compression ws writes at once and keeps nothing back, so that our own frames fall in between its own.
        const whole = wire.of(frame)
        if (whole) stream.write(whole)
        else socket.send(frame)
      },
      close: (code, reason) => close(socket, code, reason),
      terminate: () => socket.terminate(),
    }
  }

  server.on('upgrade', onUpgrade)
  return {
    /** Stops taking connections and cuts those that are left; close the registry first. */
    close() {
      cancelPing()
      server.off('upgrade', onUpgrade)
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}

function boardIdOf(url: string | undefined): string | undefined {
  return /^\/sync\/([\w-]{1,64})(?:\?|$)/.exec(url ?? '')?.[1]
}

function speaksOtherVersion(url = ''): boolean {
  const version = new URL(url, 'ws://host').searchParams.get('v')
  return version !== null && version !== String(PROTOCOL_VERSION)
}

function refuseUpgrade(stream: Duplex, status: string): void {
  stream.on('error', () => undefined)
  // Not left to the peer, who could keep thousands of half-closed sockets.
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => stream.destroy())
}
