import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { encodeAwareness, encodeAwarenessEntry, encodeSyncStep1 } from '../room/frame.ts'
import { joinBoard, makeBoard, socketWithToken } from './board-visitor.ts'

// `pnpm leaks`: opens and closes many connections to the built server in its own process and prints its heap after a collection
// of garbage, batch by batch. The debugger's port is how it is asked to collect.

const MAIN = fileURLToPath(new URL('../main.js', import.meta.url))
const CONNECTIONS = Number(process.env['LEAK_CONNECTIONS'] ?? 10_000)
const PEOPLE = 500
const BATCH = 250
const REPORTS = 10
/** Compiled code and caches still grow in the first part. */
const WARM_SHARE = 0.3
const MAX_GROWTH_MB = 3
/** The server forgets an empty room after 30 to 45 s. */
const EVICTED_MS = 60_000

const folder = await mkdtemp(join(tmpdir(), 'remedyboard-leaks-'))
const server = spawn(process.execPath, ['--inspect=127.0.0.1:0', '--disable-warning=ExperimentalWarning', MAIN], {
  env: { ...process.env, HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' },
  stdio: ['ignore', 'pipe', 'pipe'],
})

async function main(): Promise<void> {
  const [origin, debuggerUrl] = await Promise.all([
    lineWith(server.stdout, /(https?:\/\/[^\s/]+:\d+)/),
    lineWith(server.stderr, /(ws:\/\/\S+)/),
  ])
  const heap = await heapOf(debuggerUrl)
  const board = await makeBoard(origin)
  const tokens: string[] = []
  for (let i = 0; i < PEOPLE; i++) tokens.push((await joinBoard(origin, board, `Visitor ${i}`)).token)

  const measured: { connections: number; megabytes: number }[] = []
  for (let opened = 0; opened < CONNECTIONS; opened += BATCH) {
    const visits = Array.from({ length: BATCH }, (_, i) => visit(origin, board.id, tokens[(opened + i) % PEOPLE] ?? '', opened + i))
    await Promise.all(visits)
    if ((opened + BATCH) % Math.ceil(CONNECTIONS / REPORTS) < BATCH) {
      measured.push({ connections: opened + BATCH, megabytes: await heap() })
      process.stdout.write(`${opened + BATCH} connections: ${measured.at(-1)?.megabytes.toFixed(2)} MB of heap\n`)
    }
  }
  const warm = measured.filter(({ connections }) => connections > CONNECTIONS * WARM_SHARE)
  const growth = (warm.at(-1)?.megabytes ?? 0) - (warm[0]?.megabytes ?? 0)
  process.stdout.write(`growth after the first third: ${growth.toFixed(2)} MB (at most ${MAX_GROWTH_MB})\n`)
  await new Promise((resolve) => setTimeout(resolve, EVICTED_MS))
  const metrics = await (await fetch(`${origin}/metrics`)).text()
  const left = ['remedyboard_rooms', 'remedyboard_connections'].map((name) => new RegExp(`^${name} (\\d+)`, 'm').exec(metrics)?.[1] ?? '?')
  process.stdout.write(`a minute later: ${left[0]} rooms, ${left[1]} connections, ${(await heap()).toFixed(2)} MB of heap\n`)
  if (growth > MAX_GROWTH_MB || left.some((count) => count !== '0')) process.exitCode = 1
}

/** Comes, gets the board, says where it points, and goes: every third without a word. */
async function visit(origin: string, boardId: string, token: string, number: number): Promise<void> {
  const socket = new (socketWithToken(token))(`${origin.replace('http', 'ws')}/sync/${boardId}`)
  const closed = once(socket, 'close')
  await once(socket, 'message')
  socket.send(encodeSyncStep1(Y.encodeStateVector(new Y.Doc())))
  socket.send(encodeAwareness([encodeAwarenessEntry({ clientId: 1_000_000 + number, clock: 1, json: '{"cursor":{"x":1,"y":2}}' })]))
  await once(socket, 'message')
  if (number % 3 === 0) socket.terminate()
  else socket.close()
  await closed
}

function lineWith(stream: ChildProcess['stdout'], pattern: RegExp): Promise<string> {
  if (!stream) throw new Error('no output')
  return new Promise((resolve, reject) => {
    createInterface({ input: stream }).on('line', (line) => {
      const found = pattern.exec(line)?.[1]
      if (found !== undefined) resolve(found)
    })
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
}

/** Returns how to ask for the heap in use after a collection, in MB. */
async function heapOf(debuggerUrl: string): Promise<() => Promise<number>> {
  const socket = new WebSocket(debuggerUrl)
  await once(socket, 'open')
  let last = 0
  const ask = async (method: string): Promise<{ result?: { usedSize?: number } }> => {
    const id = (last += 1)
    const answer = new Promise<{ result?: { usedSize?: number } }>((resolve) => {
      const listen = (data: Buffer): void => {
        const message = JSON.parse(data.toString()) as { id?: number; result?: { usedSize?: number } } // Node's own words
        if (message.id !== id) return
        socket.off('message', listen)
        resolve(message)
      }
      socket.on('message', listen)
    })
    socket.send(JSON.stringify({ id, method }))
    return answer
  }
  return async () => {
    await ask('HeapProfiler.collectGarbage')
    return ((await ask('Runtime.getHeapUsage')).result?.usedSize ?? 0) / 1_000_000
  }
}

try {
  await main()
} finally {
  server.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
}
process.exit()
