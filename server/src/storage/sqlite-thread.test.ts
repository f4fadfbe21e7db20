import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EMPTY_WORKSHOP } from '@remedyboard/shared/workshop/state'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardInfo } from './board-store.ts'
import { MortalWorker, type Death } from './mortal-thread.ts'
import { SqliteBoardStore } from './sqlite-board-store.ts'
import { StoreError } from './store-error.ts'

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

/** A store whose threads die as the test says, and are started again when it says so. */
async function mortal() {
  let worker: MortalWorker | undefined
  const waits: number[] = []
  let start = (): void => undefined
  let tellLost: (error: StoreError) => void = () => undefined
  const store = await SqliteBoardStore.open(folder, {
    start: (data) => (worker = new MortalWorker(data)),
    after: (ms, run) => {
      waits.push(ms)
      start = run
      return () => (start = () => undefined)
    },
    onLost: (error) => tellLost(error),
  })
  return {
    store,
    waits,
    /** Resolves when the store has noticed. */
    die(death: Death): Promise<StoreError> {
      const lost = new Promise<StoreError>((resolve) => (tellLost = resolve))
      worker?.doom(death)
      return lost
    },
    /** Resolves when the new thread has said whether it could open the database. */
    async restart() {
      start()
      await worker?.said()
    },
  }
}

const outcomeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'stored',
    (error: StoreError) => error.code,
  )

describe('[R13] a storage thread that is lost', () => {
  it.each([
    ['call-lost', 1],
    ['reply-lost', 2],
  ] as const)('%s: fails what was under way, fails what comes at once, and is started again', async (death, entries) => {
    const { store, die, restart } = await mortal()
    await store.createBoard(BOARD, {})
    const early = death === 'call-lost' ? die(death) : null
    const underWay = outcomeOf(store.append('b1', {}, 1))
    const waiting = outcomeOf(store.append('b1', {}, 2))
    expect(await (early ?? die(death))).toBeInstanceOf(StoreError)
    expect([await underWay, await waiting]).toEqual(['unavailable', 'unavailable'])
    await expect(store.board('b1')).rejects.toMatchObject({ code: 'unavailable' })
    await restart()
    expect(await store.board('b1')).toEqual(BOARD)
    expect((await store.load('b1'))?.entries).toHaveLength(entries)
    await store.close()
  })

  it('keeps everything that it acknowledged and stores nothing twice, lost under load again and again', async () => {
    const { store, die, restart } = await mortal()
    await store.createBoard(BOARD, {})
    let acknowledged = 1
    const deaths: Death[] = ['reply-lost', 'idle', 'call-lost', 'reply-lost', 'idle', 'call-lost']
    for (const death of deaths) {
      const before = acknowledged
      const append = (i: number) =>
        store.append('b1', { update: new Uint8Array([0, 0]) }, before + i).then(
          () => (acknowledged = before + i + 1),
          (error: StoreError) => error.code,
        )
      const early = death === 'call-lost' ? die(death) : null
      // The first goes out alone, the others together after it.
      const appends = Array.from({ length: 200 }, (_, i) => append(i))
      await (early ?? die(death))
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
    const { store, die, restart, waits } = await mortal()
    await die('idle')
    await restart()
    await die('idle')
    expect(waits).toEqual([100, 200])
    await restart()
    await store.board('b1')
    await die('idle')
    expect(waits).toEqual([100, 200, 100])
    await store.close()
    await expect(store.board('b1')).rejects.toMatchObject({ code: 'closed' })
  })

  it('a compaction that loses its thread fails, and the next one succeeds', async () => {
    const { store, die, restart } = await mortal()
    await store.createBoard(BOARD, {})
    const lost = die('call-lost')
    const compaction = outcomeOf(store.compact('b1', { seq: 1, state: EMPTY_WORKSHOP, now: 1 }))
    await lost
    expect(await compaction).toBe('unavailable')
    await restart()
    await store.compact('b1', { seq: 1, state: EMPTY_WORKSHOP, now: 1 })
    expect((await store.load('b1'))?.snapshot?.seq).toBe(1)
    await store.close()
  })

  it('does not wait for a thread that is lost while it closes', async () => {
    const { store, die } = await mortal()
    await store.createBoard(BOARD, {})
    void die('call-lost')
    void outcomeOf(store.append('b1', {}, 1))
    await store.close()
  })
})
