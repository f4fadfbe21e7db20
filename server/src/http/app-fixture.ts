import { randomBytes } from 'node:crypto'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino, type DestinationStream } from 'pino'
import type { CreateBoardResponse, JoinResponse } from '@remedyboard/shared/protocol/api'
import type { Role } from '@remedyboard/shared/protocol/role'
import { createApp, type App, type AppConfig } from '../app.ts'
import { systemClock, type Clock } from '../room/clock.ts'
import { FileAssetStore } from '../storage/file-asset-store.ts'
import { MemoryBoardStore } from '../storage/memory-board-store.ts'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
  // The tests look into many shapes of JSON and assert what they find.
  // eslint-disable-next-line typescript/no-explicit-any
  json: any
}

export interface Ask {
  method?: string
  /** an object is sent as JSON */
  body?: unknown
  headers?: Record<string, string>
  token?: string
}

export interface AppFixture {
  app: App
  store: MemoryBoardStore
  assets: FileAssetStore
  clientDir: string
  /** everything that was logged, as text */
  log(): string
  /** One request with exactly these headers: unlike fetch, `Host` and `Origin` can be anything. */
  ask(path: string, ask?: Ask): Promise<Answer>
  board(extra?: object): Promise<CreateBoardResponse>
  join(board: CreateBoardResponse, role: Role, name?: string, token?: string): Promise<JoinResponse>
}

const started: App[] = []

/** A real app on a free port of this machine, with a store in memory. */
export async function appFixture(
  config: Partial<AppConfig> = {},
  lanAddresses: string[] = [],
  { clock = systemClock }: { clock?: Clock } = {},
): Promise<AppFixture> {
  const store = new MemoryBoardStore()
  const assets = new FileAssetStore(mkdtempSync(join(tmpdir(), 'rb-assets-')))
  const clientDir = mkdtempSync(join(tmpdir(), 'rb-client-'))
  const lines: string[] = []
  const memory: DestinationStream = { write: (line) => void lines.push(line) }
  const app = await createApp(
    { port: 0, host: '127.0.0.1', clientDir, version: '0.0.0', ...config },
    {
      store,
      assets,
      secret: Buffer.alloc(32, 1),
      clock,
      randomBytes,
      random: () => 0.5,
      logger: pino({ level: 'trace' }, memory),
      lanAddresses: () => lanAddresses,
    },
  )
  started.push(app)

  const ask = (path: string, { method, body, headers, token }: Ask = {}): Promise<Answer> => {
    const json = body !== undefined && typeof body !== 'string' && !Buffer.isBuffer(body)
    const payload = json ? JSON.stringify(body) : body
    return new Promise((resolve, reject) => {
      const request = httpRequest(
        {
          host: '127.0.0.1',
          port: app.port,
          path,
          method: method ?? (body === undefined ? 'GET' : 'POST'),
          headers: {
            ...(json ? { 'content-type': 'application/json' } : {}),
            ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
            ...headers,
          },
          agent: false,
        },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString()
            const isJson = response.headers['content-type']?.startsWith('application/json') === true
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined })
          })
        },
      )
      request.on('error', reject)
      request.end(payload)
    })
  }

  return {
    app,
    store,
    assets,
    clientDir,
    log: () => lines.join(''),
    ask,
    async board(extra) {
      const answer = await ask('/api/boards', { body: { template: 'blank', locale: 'en', title: 'East Street', ...extra } })
      return answer.json as CreateBoardResponse
    },
    async join(board, role, name, token) {
      const answer = await ask(`/api/boards/${board.id}/join`, {
        body: { key: board.keys[role], name },
        ...(token === undefined ? {} : { token }),
      })
      return answer.json as JoinResponse
    },
  }
}

/** For `afterEach`. */
export async function closeApps(): Promise<void> {
  await Promise.all(started.splice(0).map((app) => app.close()))
}
