import { recordsOf, type FacetMap } from '@remedyboard/shared/board/board-document'
import { deleteRecord } from '@remedyboard/shared/board/facets'
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
      await expect(store.compact('nope', { seq: 0, state: EMPTY_WORKSHOP, now: 1 })).rejects.toMatchObject({
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
      await store.append('b1', { update: updateWith('b', 2) }, 1)
      await store.append('b1', { events: [JOINED] }, 2)
      await store.append('b1', { update: updateWith('c', 3) }, 3)
      const state = { ...EMPTY_WORKSHOP, version: 1 }
      await store.compact('b1', { seq: 3, state, now: 1 })
      const loaded = await store.load('b1')
      expect(loaded?.snapshot).toMatchObject({ seq: 3, state })
      expect(contentOf([loaded?.snapshot?.update])).toBe('ab')
      expect(loaded?.entries.map(({ seq }) => seq)).toEqual([4])
      await store.compact('b1', { seq: 4, state, now: 1 })
      await store.append('b1', { events: [JOINED] }, 4)
      const again = await store.load('b1')
      expect(contentOf([again?.snapshot?.update])).toBe('abc')
      expect(again?.entries.map(({ seq }) => seq)).toEqual([5])
    })

    it('never lets an older snapshot replace a newer one', async () => {
      await store.createBoard(INFO, { update: updateWith('a') })
      await store.append('b1', { update: updateWith('b', 2) }, 1)
      await store.compact('b1', { seq: 2, state: EMPTY_WORKSHOP, now: 1 })
      await store.compact('b1', { seq: 1, state: { ...EMPTY_WORKSHOP, version: 99 }, now: 1 })
      const loaded = await store.load('b1')
      expect(loaded?.snapshot).toMatchObject({ seq: 2, state: EMPTY_WORKSHOP })
      expect(contentOf([loaded?.snapshot?.update])).toBe('ab')
    })

    it('refuses a snapshot that would be ahead of the log, and keeps the entries', async () => {
      await store.createBoard(INFO, { update: updateWith('a') })
      await expect(store.compact('b1', { seq: 2, state: EMPTY_WORKSHOP, now: 1 })).rejects.toMatchObject({ code: 'conflict' })
      const loaded = await store.load('b1')
      expect(loaded?.snapshot).toBeUndefined()
      expect(loaded?.entries).toHaveLength(1)
    })

    it('keeps sealed rows as the last entry left them, and in no entry and no snapshot', async () => {
      await store.createBoard(INFO, {})
      await store.append('b1', { sealed: [{ op: 'put', key: 'draft/A3/p1/d1/', value: 'secret' }], events: [JOINED] }, 1)
      await store.append('b1', { sealed: [{ op: 'put', key: 'draft/A3/p1/d1/', value: '改过的' }] }, 2)
      await store.append('b1', { sealed: [{ op: 'put', key: 'ballot/r1/p1/', value: { 'shape:1': 2 } }] }, 3)
      await store.append('b1', { sealed: [{ op: 'put', key: 'ballot/r1/p10/', value: { 'shape:1': 1 } }] }, 4)
      await store.append('b1', { sealed: [{ op: 'erase', prefix: 'ballot/r1/p1/' }] }, 5)
      await store.compact('b1', { seq: 6, state: EMPTY_WORKSHOP, now: 1 })
      const loaded = await store.load('b1')
      expect([...(loaded?.sealed ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))).toEqual([
        ['ballot/r1/p10/', { 'shape:1': 1 }],
        ['draft/A3/p1/d1/', '改过的'],
      ])
      expect(JSON.stringify([loaded?.entries, loaded?.snapshot?.state])).not.toContain('secret')
    })

    it('seals nothing of an entry that is refused', async () => {
      await store.createBoard(INFO, {})
      const late = store.append('b1', { sealed: [{ op: 'put', key: 'draft/A3/p1/d1/', value: 'late' }] }, 7)
      await expect(late).rejects.toMatchObject({ code: 'conflict' })
      expect((await store.load('b1'))?.sealed.size).toBe(0)
    })

    it('makes no snapshot of a log that cannot be read or lacks a part, and keeps the entries', async () => {
      await store.createBoard(INFO, { update: updateWith('a') })
      const doc = new Y.Doc()
      doc.getText('t').insert(0, 'x')
      const first = Y.encodeStateVector(doc)
      doc.getText('t').insert(1, 'y')
      await store.append('b1', { update: Y.encodeStateAsUpdate(doc, first) }, 1)
      await expect(store.compact('b1', { seq: 2, state: EMPTY_WORKSHOP, now: 1 })).rejects.toMatchObject({ code: 'bad-snapshot' })
      await store.append('b1', { update: new Uint8Array([1, 200, 200, 200]) }, 2)
      await expect(store.compact('b1', { seq: 3, state: EMPTY_WORKSHOP, now: 1 })).rejects.toMatchObject({ code: 'bad-snapshot' })
      const loaded = await store.load('b1')
      expect(loaded?.snapshot).toBeUndefined()
      expect(loaded?.entries).toHaveLength(3)
    })

    it('a snapshot lets go of what was overwritten and deleted', async () => {
      const doc = new Y.Doc()
      let seq = 1
      await store.createBoard(INFO, {})
      const updates: Uint8Array[] = []
      doc.on('update', (update: Uint8Array) => updates.push(update))
      const facets: FacetMap = new Y.Map()
      recordsOf(doc).set('shape:a', facets)
      for (let i = 0; i < 100; i++) facets.set('props.url', `value ${i} ${'x'.repeat(100)}`)
      for (const update of updates) await store.append('b1', { update }, seq++)
      await store.compact('b1', { seq, state: EMPTY_WORKSHOP, now: 1 })
      expect((await store.load('b1'))?.snapshot?.update.byteLength).toBeLessThan(300)
    })

    it('remembers since when records are deleted, and forgets those that were brought back', async () => {
      const doc = new Y.Doc()
      const facets: FacetMap = new Y.Map()
      recordsOf(doc).set('shape:a', facets)
      deleteRecord(facets)
      await store.createBoard(INFO, { update: Y.encodeStateAsUpdate(doc) })
      await store.compact('b1', { seq: 1, state: EMPTY_WORKSHOP, now: 1_000 })
      await store.append('b1', {}, 1)
      await store.compact('b1', { seq: 2, state: EMPTY_WORKSHOP, now: 2_000 })
      expect((await store.load('b1'))?.snapshot?.tombstones).toMatchObject({ 'shape:a': { since: 1_000 } })
      facets.set('del', false)
      await store.append('b1', { update: Y.encodeStateAsUpdate(doc) }, 2)
      await store.compact('b1', { seq: 3, state: EMPTY_WORKSHOP, now: 3_000 })
      expect((await store.load('b1'))?.snapshot?.tombstones).toEqual({})
    })

    it('stores what comes during a compaction, and compacts one after the other', async () => {
      await store.createBoard(INFO, { update: updateWith('a') })
      const compactions = [store.compact('b1', { seq: 1, state: EMPTY_WORKSHOP, now: 1 })]
      await store.append('b1', { update: updateWith('b', 2) }, 1)
      compactions.push(store.compact('b1', { seq: 2, state: EMPTY_WORKSHOP, now: 1 }))
      await store.append('b1', { update: updateWith('c', 3) }, 2)
      await Promise.all(compactions)
      const loaded = await store.load('b1')
      expect(loaded?.snapshot?.seq).toBe(2)
      expect(contentOf([loaded?.snapshot?.update, ...(loaded?.entries ?? []).map(({ update }) => update)])).toBe('abc')
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

function updateWith(text: string, client = 1): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = client
  doc.getText('t').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}

function contentOf(updates: readonly (Uint8Array | undefined)[] = []): string {
  const doc = new Y.Doc()
  for (const update of updates) if (update) Y.applyUpdate(doc, update)
  return doc.getText('t').toString()
}
