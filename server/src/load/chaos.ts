import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { recordsOf } from '@remedyboard/shared/board/board-document'
import * as Y from 'yjs'
import { loadBoard } from '../room/load-board.ts'
import { SqliteBoardStore } from '../storage/sqlite-board-store.ts'
import { joinBoard, makeBoard } from './board-visitor.ts'
import { ChaosWriter } from './chaos-writer.ts'
import { ServerProcess } from './server-process.ts'

// `pnpm chaos`: the real server under load, killed at random moments and started again on the same folder. Then everything that
// was acknowledged, and everything that somebody else has seen, must be on the disk. At last its writes fail for a while.

const KILLS = Number(process.env['CHAOS_KILLS'] ?? 200)
const WRITERS = 4
/** From right after the start, when the board is being loaded, to the middle of steady work. */
const LONGEST_LIFE_MS = 700
/** A provider tries again after 2.5 s at most. */
const LONGEST_WAIT_MS = 20_000

async function until(what: string, holds: () => boolean): Promise<void> {
  const deadline = Date.now() + LONGEST_WAIT_MS
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`waited in vain until ${what}`)
    await pause(5)
  }
}

async function onDisk(folder: string, boardId: string): Promise<Y.Doc> {
  const store = await SqliteBoardStore.open(folder)
  const stored = await store.load(boardId)
  await store.close()
  if (!stored) throw new Error('the board is gone')
  return loadBoard(stored).doc
}

/** What writers were promised or have seen, and `doc` does not have. */
function missing(writers: readonly ChaosWriter[], doc: Y.Doc): { promised: number; seen: number } {
  const clocks = Y.decodeStateVector(Y.encodeStateVector(doc))
  let promised = 0
  let seen = 0
  for (const writer of writers) {
    promised += Math.max(0, writer.promisedClock - (clocks.get(writer.doc.clientID) ?? 0))
    promised += writer.promisedCards().filter((id) => !recordsOf(doc).has(id)).length
    for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(writer.doc))) {
      if (client !== writer.doc.clientID) seen += Math.max(0, clock - (clocks.get(client) ?? 0))
    }
  }
  return { promised, seen }
}

function limitFileSize(pid: number, limit: string): boolean {
  try {
    execFileSync('prlimit', ['--pid', String(pid), `--fsize=${limit}:unlimited`])
    return true
  } catch {
    return false
  }
}

/** Every write of the store fails for a while: nothing may be acknowledged, and afterwards nothing may be lost. */
async function failingStore(server: ServerProcess, writers: readonly ChaosWriter[]): Promise<string> {
  if (!limitFileSize(server.pid, 'unlimited')) return 'failing store: not tried, prlimit is missing'
  limitFileSize(server.pid, '0')
  // What was committed before is still on its way.
  await pause(300)
  const before = writers.map(({ echoed }) => echoed)
  await pause(3_000)
  const acknowledged = writers.reduce((sum, { echoed }, i) => sum + echoed - (before[i] ?? 0), 0)
  const written = writers.reduce((sum, { asked }, i) => sum + asked - (before[i] ?? 0), 0)
  const told = writers.every(({ storing }) => !storing)
  limitFileSize(server.pid, 'unlimited')
  const since = Date.now()
  for (const writer of writers) writer.pauseWriting()
  await until('everything is acknowledged after the store recovered', () =>
    writers.every(({ echoed, asked, storing }) => echoed === asked && storing),
  )
  if (acknowledged > 0 || !told) throw new Error(`a failing store acknowledged ${acknowledged} edits; people were told: ${told}`)
  return `failing store: ${written} edits held back, none acknowledged, all saved ${Date.now() - since} ms after it recovered`
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'remedyboard-chaos-'))
  const server = new ServerProcess(folder)
  const startedAt = Date.now()
  let lost = { promised: 0, seen: 0 }
  let writers: ChaosWriter[] = []
  try {
    await server.start()
    const origin = `http://127.0.0.1:${server.port}`
    const board = await makeBoard(origin)
    const people = await Promise.all(Array.from({ length: WRITERS }, (_, i) => joinBoard(origin, board, `Writer ${i}`)))
    writers = people.map(({ token }, i) => new ChaosWriter(i, `${origin.replace('http', 'ws')}/sync`, board.id, token))
    for (let kill = 1; kill <= KILLS; kill++) {
      // Half of the lives begin with everybody back and writing, the other half end whenever they end.
      if (kill % 2 === 0) await until('somebody is back', () => writers.some(({ provider }) => provider.synced))
      await pause(Math.random() * LONGEST_LIFE_MS)
      await server.kill()
      const more = missing(writers, await onDisk(folder, board.id))
      lost = { promised: lost.promised + more.promised, seen: lost.seen + more.seen }
      await server.start()
      if (kill % 20 === 0) process.stderr.write(`${kill} kills, lost so far: ${lost.promised} promised, ${lost.seen} seen\n`)
    }
    await until('everybody is back', () => writers.every(({ provider }) => provider.synced))
    const failing = await failingStore(server, writers)
    const end = missing(writers, await onDiskAfter(server, folder, board.id))
    const total = writers.reduce((sum, { echoed }) => sum + echoed, 0)
    lost = { promised: lost.promised + end.promised, seen: lost.seen + end.seen }
    const seconds = Math.round((Date.now() - startedAt) / 1_000)
    process.stdout.write(
      `chaos: ${KILLS} × SIGKILL in ${seconds} s, ${total} edits acknowledged; lost: ${lost.promised} acknowledged, ${lost.seen} seen by others; ${failing}\n`,
    )
  } finally {
    for (const writer of writers) writer.close()
    await server.kill()
    await rm(folder, { recursive: true, force: true })
  }
  process.exitCode = lost.promised + lost.seen > 0 ? 1 : 0
}

async function onDiskAfter(server: ServerProcess, folder: string, boardId: string): Promise<Y.Doc> {
  await server.kill()
  return onDisk(folder, boardId)
}

await main()
