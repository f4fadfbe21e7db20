import type { WorkshopEvent } from '@remedyboard/shared/workshop/event'
import { EMPTY_WORKSHOP } from '@remedyboard/shared/workshop/state'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { BoardInfo, BoardStore } from './board-store.ts'

const INFO: BoardInfo = {
  id: 'b1',
  createdAt: 1_750_000_000_000,
  title: '东街社区',
  template: 'blank',
  locale: 'zh-CN',
  joinCode: 'K7M4PX',
  generations: { facilitator: 1, participant: 1, viewer: 1 },
}
const JOINED: WorkshopEvent = { type: 'joined', id: 'p1', name: '阿梅', role: 'participant', at: 5 }

/** What every adapter must do. `reopen` gives the same data through a fresh store, after the old one was closed. */
export function describeBoardStore(
  name: string,
  make: () => Promise<{ store: BoardStore; reopen?(): Promise<BoardStore>; dispose(): Promise<void> }>,
): void {
  describe(`${name} keeps the contract of BoardStore`, () => {
    let made: Awaited<ReturnType<typeof make>>
    let store: BoardStore

    beforeEach(async () => {
      made = await make()
      store = made.store
    })
    afterEach(() => made.dispose())

    it('gives back what was created, by id and by join code', async () => {
      await store.createBoard(INFO, { update: updateWith('a'), events: [JOINED] })
      expect(await store.board('b1')).toEqual(INFO)
      expect(await store.boardByJoinCode('K7M4PX')).toEqual(INFO)
      const loaded = await store.load('b1')
      expect(loaded?.snapshot).toBeUndefined()
      expect(loaded?.entries).toHaveLength(1)
      expect(loaded?.entries[0]).toMatchObject({ seq: 1, events: [JOINED] })
      expect(contentOf(loaded?.entries.map((entry) => entry.update))).toBe('a')
    })

    it('knows nothing of other boards', async () => {
      expect(await store.board('nope')).toBeUndefined()
      expect(await store.boardByJoinCode('NOPE')).toBeUndefined()
      expect(await store.load('nope')).toBeUndefined()
      await expect(store.append('nope', { events: [JOINED] }, 0)).rejects.toMatchObject({ code: 'no-such-board' })
      await expect(store.setAccess('nope', INFO)).rejects.toMatchObject({ code: 'no-such-board' })
      await expect(store.compact('nope', { seq: 0, update: updateWith('a'), state: EMPTY_WORKSHOP })).rejects.toMatchObject({
        code: 'no-such-board',
      })
    })

    it('refuses a second board with the same id or join code', async () => {
      await store.createBoard(INFO, {})
      await expect(store.createBoard({ ...INFO, joinCode: 'OTHER1' }, {})).rejects.toMatchObject({ code: 'conflict' })
      await expect(store.createBoard({ ...INFO, id: 'b2' }, {})).rejects.toMatchObject({ code: 'conflict' })
      expect(await store.board('b2')).toBeUndefined()
    })

    it('appends in order, with or without update and events', async () => {
      await store.createBoard(INFO, {})
      await Promise.all([
        store.append('b1', { update: updateWith('a') }, 1),
        store.append('b1', { events: [JOINED] }, 2),
        store.append('b1', { update: updateWith('b'), events: [JOINED, JOINED] }, 3),
      ])
      const entries = (await store.load('b1'))?.entries ?? []
      expect(entries.map(({ seq, update, events }) => [seq, update !== undefined, events?.length ?? 0])).toEqual([
        [1, false, 0],
        [2, true, 0],
        [3, false, 1],
        [4, true, 2],
      ])
    })

    it('refuses an append to a log that has moved on, and harms no other of the same batch', async () => {
      await store.createBoard(INFO, {})
      const outcomes = await Promise.allSettled([
        store.append('b1', { events: [JOINED] }, 1),
        store.append('b1', { events: [JOINED] }, 1),
        store.append('b1', { events: [JOINED] }, 2),
      ])
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      expect(outcomes[1]).toMatchObject({ reason: { code: 'conflict' } })
      expect((await store.load('b1'))?.entries.map(({ seq }) => seq)).toEqual([1, 2, 3])
    })

    it('stores an update that is a view into a larger buffer', async () => {
      await store.createBoard(INFO, {})
      const update = updateWith('view')
      const large = new Uint8Array(update.length + 100_000)
      large.set(update, 500)
      await store.append('b1', { update: large.subarray(500, 500 + update.length) }, 1)
      expect(contentOf((await store.load('b1'))?.entries.map((entry) => entry.update))).toBe('view')
    })

    it('compacts entries into a snapshot and goes on counting', async () => {
      await store.createBoard(INFO, { update: updateWith('a') })
      await store.append('b1', { events: [JOINED] }, 1)
      await store.append('b1', { events: [JOINED] }, 2)
      const state = { ...EMPTY_WORKSHOP, version: 1 }
      await store.compact('b1', { seq: 2, update: updateWith('a'), state })
      const loaded = await store.load('b1')
      expect(loaded?.snapshot).toMatchObject({ seq: 2, state })
      expect(contentOf([loaded?.snapshot?.update])).toBe('a')
      expect(loaded?.entries.map(({ seq }) => seq)).toEqual([3])
      await store.compact('b1', { seq: 3, update: updateWith('a'), state })
      await store.append('b1', { events: [JOINED] }, 3)
      expect((await store.load('b1'))?.entries.map(({ seq }) => seq)).toEqual([4])
    })

    it('never lets an older snapshot replace a newer one', async () => {
      await store.createBoard(INFO, { update: updateWith('a') })
      await store.append('b1', {}, 1)
      await store.compact('b1', { seq: 2, update: updateWith('new'), state: EMPTY_WORKSHOP })
      await store.compact('b1', { seq: 1, update: updateWith('old'), state: EMPTY_WORKSHOP })
      const loaded = await store.load('b1')
      expect(loaded?.snapshot?.seq).toBe(2)
      expect(contentOf([loaded?.snapshot?.update])).toBe('new')
    })

    it('refuses a snapshot that cannot be decoded or is ahead of the log, and keeps the entries', async () => {
      await store.createBoard(INFO, { update: updateWith('a') })
      const damaged = new Uint8Array([1, 200, 200, 200])
      await expect(store.compact('b1', { seq: 1, update: damaged, state: EMPTY_WORKSHOP })).rejects.toMatchObject({ code: 'bad-snapshot' })
      await expect(store.compact('b1', { seq: 2, update: updateWith('a'), state: EMPTY_WORKSHOP })).rejects.toMatchObject({
        code: 'conflict',
      })
      const loaded = await store.load('b1')
      expect(loaded?.snapshot).toBeUndefined()
      expect(loaded?.entries).toHaveLength(1)
    })

    it('replaces key generations and the join code, never by the code of another board', async () => {
      await store.createBoard(INFO, {})
      await store.createBoard({ ...INFO, id: 'b2', joinCode: 'OTHER1' }, {})
      const generations = { facilitator: 1, participant: 2, viewer: 1 }
      await store.setAccess('b1', { generations, joinCode: 'FRESH2' })
      expect(await store.board('b1')).toEqual({ ...INFO, generations, joinCode: 'FRESH2' })
      expect(await store.boardByJoinCode(INFO.joinCode)).toBeUndefined()
      await expect(store.setAccess('b1', { generations, joinCode: 'OTHER1' })).rejects.toMatchObject({ code: 'conflict' })
    })

    it('finishes what was asked before closing, and refuses what comes later', async () => {
      await store.createBoard(INFO, {})
      const last = store.append('b1', { events: [JOINED] }, 1)
      await Promise.all([last, store.close()])
      await expect(store.board('b1')).rejects.toMatchObject({ code: 'closed' })
      await expect(store.append('b1', {}, 2)).rejects.toMatchObject({ code: 'closed' })
      if (!made.reopen) return
      const again = await made.reopen()
      expect((await again.load('b1'))?.entries).toHaveLength(2)
      await again.close()
    })
  })
}

function updateWith(text: string): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 1
  doc.getText('t').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}

function contentOf(updates: readonly (Uint8Array | undefined)[] = []): string {
  const doc = new Y.Doc()
  for (const update of updates) if (update) Y.applyUpdate(doc, update)
  return doc.getText('t').toString()
}
