import type { Logger } from 'pino'
import type { Credentials } from '../access/credentials.ts'
import type { RandomBytes } from '../access/random-id.ts'
import type { FontSubsetter } from '../fonts/font-subsetter.ts'
import type { Metrics } from './metrics.ts'
import type { RoomRegistry } from '../room/room-registry.ts'
import type { AssetStore } from '../storage/asset-store.ts'
import type { BoardStore } from '../storage/board-store.ts'

/** What an operator sets, as far as HTTP is concerned. */
export interface HttpSettings {
  /** where people reach the server, without a slash at the end; links are made from it */
  publicUrl: string | undefined
  /** who has it may make boards; undefined = anybody who reaches the server */
  createKey: string | undefined
  tldrawLicenseKey: string | undefined
  /** the built client */
  clientDir: string
  version: string
}

/** Everything that the routes work with; passed in, so that tests decide about time, randomness and storage. */
export interface HttpContext {
  settings: HttpSettings
  store: BoardStore
  assets: AssetStore
  registry: RoomRegistry
  metrics: Metrics
  credentials: Credentials
  /** for exported images */
  fonts: FontSubsetter
  /** server time in ms since the epoch */
  clock: () => number
  random: RandomBytes
  logger: Logger
  /** where others on the local network reach the server now, likeliest first: a laptop changes networks while the server runs */
  lanAddresses: () => string[]
  /** the port that the server really listens on */
  port: () => number
  /** false once the server is shutting down */
  ready: () => boolean
}
