import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { recordsOf } from '@remedyboard/shared/board/board-document'
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest'
import { SqliteBoardStore } from '../storage/sqlite-board-store.ts'
import { loadBoard } from './load-board.ts'
import { BOARD } from './room-fixture.ts'

const WRITER = fileURLToPath(new URL('../../dist/room/crash-writer.js', import.meta.url))

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remedyboard-crash-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Runs the writer and kills it as soon as it has promised `count` cards. Resolves with all that it promised. */
function promisedBeforeKill(run: number, count: number): Promise<string[]> {
  const child = spawn(process.execPath, [WRITER, folder, String(run)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const promised: string[] = []
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    promised.push(line.replace('stored ', ''))
    if (promised.length === count) child.kill('SIGKILL')
  })
  return new Promise((resolve, reject) => {
    lines.on('close', () => resolve(promised))
    onTestFinished(() => void child.kill('SIGKILL'))
    child.on('error', reject)
  })
}

it('[R6] everything that was acknowledged is there after SIGKILL, again and again', async () => {
  const promised: string[] = []
  for (const [run, count] of [3, 17, 60, 300].entries()) {
    const more = await promisedBeforeKill(run, count)
    expect(more.length).toBeGreaterThanOrEqual(count)
    promised.push(...more)
    const store = await SqliteBoardStore.open(folder)
    const stored = await store.load(BOARD.id)
    await store.close()
    if (!stored) throw new Error('the board is gone')
    const records = recordsOf(loadBoard(stored).doc)
    expect(promised.filter((id) => !records.has(id))).toEqual([])
  }
}, 30_000)
