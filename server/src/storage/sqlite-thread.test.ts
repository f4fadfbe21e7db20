import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardInfo } from './board-store.ts'
import { SqliteBoardStore } from './sqlite-board-store.ts'
import { StoreError } from './store-error.ts'
import { threadFile } from './thread-file.ts'

const BOARD: BoardInfo = {
  id: 'b1',
  createdAt: 1,
  title: 't',
  template: 'blank',
  locale: 'en',
  joinCode: 'C',
  generations: { facilitator: 1, participant: 1, viewer: 1 },
}

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remedyboard-thread-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A store whose threads the test kills, and starts again when it says so. */
async function killable() {
  const workers: Worker[] = []
  const waits: number[] = []
  let restart = (): void => undefined
  let tellLost: (error: StoreError) => void = () => undefined
  const store = await SqliteBoardStore.open(folder, {
    start: (data) => {
      const worker = new Worker(threadFile('sqlite-worker'), { workerData: { folder: data } })
      workers.push(worker)
      return worker
    },
    after: (ms, run) => {
      waits.push(ms)
      restart = run
      return () => (restart = () => undefined)
    },
    onLost: (error) => tellLost(error),
  })
  return {
    store,
    waits,
    async kill() {
      const lost = new Promise<StoreError>((resolve) => (tellLost = resolve))
      await workers.at(-1)?.terminate()
      return lost
    },
    /** Resolves when the new thread has said whether it could open the database. */
    async restart() {
      restart()
      const worker = workers.at(-1)
      await new Promise((resolve) => worker?.once('message', resolve))
    },
  }
}

describe('[R13] a storage thread that is lost', () => {
  it('fails what was under way, fails what comes at once, and is started again', async () => {
    const { store, kill, restart } = await killable()
    await store.createBoard(BOARD, {})
    const underWay = store.append('b1', {}, 1)
    const outcome = underWay.then(
      () => 'stored',
      (error: StoreError) => error.code,
    )
    expect(await kill()).toBeInstanceOf(StoreError)
    expect(['stored', 'unavailable']).toContain(await outcome)
    await expect(store.board('b1')).rejects.toMatchObject({ code: 'unavailable' })
    await restart()
    expect(await store.board('b1')).toEqual(BOARD)
    await store.close()
  })

  it('keeps everything that it acknowledged and stores nothing twice, killed under load again and again', async () => {
    const { store, kill, restart } = await killable()
    await store.createBoard(BOARD, {})
    let acknowledged = 1
    for (let round = 0; round < 5; round++) {
      const before = acknowledged
      const appends = Array.from({ length: 200 }, (_, i) =>
        store.append('b1', { update: new Uint8Array([0, 0]) }, before + i).then(
          () => (acknowledged = before + i + 1),
          (error: StoreError) => error.code,
        ),
      )
      // Some rounds end in the first commit, some after it.
      if (round % 2 === 1) await appends[0]
      await kill()
      for (const outcome of await Promise.all(appends)) if (typeof outcome === 'string') expect(outcome).toBe('unavailable')
      await restart()
      const entries = (await store.load('b1'))?.entries ?? []
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, i) => i + 1))
      expect(entries.length).toBeGreaterThanOrEqual(acknowledged)
      // Whoever tries again under the same number learns that it was stored after all.
      if (entries.length > acknowledged) {
        await expect(store.append('b1', {}, acknowledged)).rejects.toMatchObject({ code: 'conflict' })
      }
      acknowledged = entries.length
    }
    await store.close()
  })

  it('is started with growing pauses as long as it does not answer, and closes in the middle of that', async () => {
    const { store, kill, restart, waits } = await killable()
    await kill()
    await restart()
    await kill()
    expect(waits).toEqual([100, 200])
    await restart()
    await store.board('b1')
    await kill()
    expect(waits).toEqual([100, 200, 100])
    await store.close()
    await expect(store.board('b1')).rejects.toMatchObject({ code: 'closed' })
  })

  it('a compaction that loses its thread fails, and the next one succeeds', async () => {
    const { store, kill, restart } = await killable()
    await store.createBoard(BOARD, {})
    const { EMPTY_WORKSHOP } = await import('@remedyboard/shared/workshop/state')
    const compaction = store.compact('b1', { seq: 1, state: EMPTY_WORKSHOP, now: 1 }).catch((error: StoreError) => error.code)
    await kill()
    expect(await compaction).toBe('unavailable')
    await restart()
    await store.compact('b1', { seq: 1, state: EMPTY_WORKSHOP, now: 1 })
    expect((await store.load('b1'))?.snapshot?.seq).toBe(1)
    await store.close()
  })

  it('does not wait for a thread that is lost while it closes', async () => {
    const { store, kill } = await killable()
    await store.createBoard(BOARD, {})
    void store.append('b1', {}, 1).catch(() => undefined)
    const closing = store.close()
    void kill()
    await closing
  })
})
