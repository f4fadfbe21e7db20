import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import { CloseCode } from '@remedyboard/shared/protocol/close-code'
import { createCredentials } from './access/credentials.ts'
import type { RandomBytes } from './access/random-id.ts'
import { tokenOfRequest } from './access/session-cookie.ts'
import { FontSubsetter } from './fonts/font-subsetter.ts'
import { createHttpApp } from './http/create-http-app.ts'
import type { HttpContext } from './http/http-context.ts'
import { createMetrics } from './http/metrics.ts'
import { localAddress } from './http/lan-addresses.ts'
import { isSameOrigin } from './http/same-origin.ts'
import { attachSync, type SyncIdentity } from './room/attach-sync.ts'
import type { Clock } from './room/clock.ts'
import { createRoomRegistry } from './room/room-registry.ts'
import type { AssetStore } from './storage/asset-store.ts'
import type { BoardStore } from './storage/board-store.ts'
import { timedBoardStore } from './storage/timed-board-store.ts'

export interface AppConfig {
  /** 0 = any free one */
  port: number
  host: string
  publicUrl?: string | undefined
  createKey?: string | undefined
  tldrawLicenseKey?: string | undefined
  clientDir: string
  version: string
  /** tests wait for less long */
  timeouts?: Partial<typeof TIMEOUTS>
}

export interface AppDependencies {
  /** the app closes it */
  store: BoardStore
  assets: AssetStore
  secret: Uint8Array
  clock: Clock
  randomBytes: RandomBytes
  /** 0 ≤ n < 1, for jitter */
  random: () => number
  logger: Logger
  /** where others on the local network reach this server, likeliest first */
  lanAddresses: () => string[]
}

export interface App {
  /** where this machine reaches the server */
  url: string
  port: number
  /** Stops taking requests, stores what is left, closes everything. */
  close(): Promise<void>
}

/** How long the server waits for the other end of a connection, in ms. */
const TIMEOUTS = {
  /** uploads over a slow uplink take a while; nothing else does */
  request: 120_000,
  /** a client that has not even sent its headers by then only holds a connection open */
  headers: 20_000,
  /** nothing went either way, as when an answer is not read; WebSockets have their own pings */
  idle: 120_000,
  /** how often the first two are looked at */
  check: 10_000,
}
/** Answers under way at shutdown get this long; the rooms have been stored by then. */
const SHUTDOWN_GRACE_MS = 2_000

/** Starts the server. Rejects when it cannot listen (`EADDRINUSE` and the like). */
export async function createApp(config: AppConfig, dependencies: AppDependencies): Promise<App> {
  const { clock, logger } = dependencies
  const credentials = createCredentials(dependencies.secret)
  const metrics = createMetrics(() => registry.stats())
  const store = timedBoardStore(dependencies.store, (seconds, outcome) => metrics.noteCommit(seconds, outcome))
  const registry = createRoomRegistry({ store, clock, random: dependencies.random, logger })
  const fonts = new FontSubsetter(clock)
  let closing: Promise<void> | undefined

  const context: HttpContext = {
    settings: {
      publicUrl: config.publicUrl,
      createKey: config.createKey,
      tldrawLicenseKey: config.tldrawLicenseKey,
      clientDir: config.clientDir,
      version: config.version,
    },
    store,
    assets: dependencies.assets,
    registry,
    metrics,
    credentials,
    fonts,
    clock: () => clock.now(),
    random: dependencies.randomBytes,
    logger,
    lanAddresses: dependencies.lanAddresses,
    port: () => portOf(server),
    ready: () => closing === undefined,
  }
  const timeouts = { ...TIMEOUTS, ...config.timeouts }
  const server = createServer(
    { requestTimeout: timeouts.request, headersTimeout: timeouts.headers, connectionsCheckingInterval: timeouts.check },
    createHttpApp(context),
  )
  server.setTimeout(timeouts.idle)

  const sync = attachSync(server, {
    registry,
    clock,
    logger,
    allowOrigin: (request) => isSameOrigin(request.headers, config.publicUrl),
    authenticate: async (request, boardId) => ((await store.board(boardId)) ? identify(request, boardId) : CloseCode.noSuchBoard),
  })

  function identify(request: IncomingMessage, boardId: string): SyncIdentity {
    const participantId = credentials.participantOfToken(boardId, tokenOfRequest(request, boardId) ?? '')
    return participantId === undefined ? CloseCode.notAllowed : { boardId, participantId }
  }

  async function shutDown(): Promise<void> {
    const stopped = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeIdleConnections()
    await registry.close()
    await fonts.close()
    sync.close()
    const cancel = clock.after(SHUTDOWN_GRACE_MS, () => server.closeAllConnections())
    await stopped
    cancel()
    await store.close()
  }

  try {
    await listen(server, config.port, config.host)
  } catch (error) {
    sync.close()
    await registry.close()
    await store.close()
    throw error
  }
  const port = portOf(server)
  return {
    url: `http://${localAddress(config.host)}:${port}`,
    port,
    close: () => (closing ??= shutDown()),
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function portOf(server: Server): number {
  const address = server.address() as AddressInfo | null // a string only for pipes, which we never listen on
  return address?.port ?? 0
}
