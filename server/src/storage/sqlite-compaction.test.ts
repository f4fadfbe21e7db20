import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EMPTY_WORKSHOP } from '@remedyboard/shared/workshop/state'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { BuildOrder } from './build-in-thread.ts'
import { buildSnapshot } from './build-snapshot.ts'
import { compactInSteps } from './sqlite-compaction.ts'
import { SqliteDatabase } from './sqlite-database.ts'
import { StoreError } from './store-error.ts'
import type { StoreRequest } from './store-request.ts'

const POINT = { state: EMPTY_WORKSHOP, now: 1 }

let folder: string
let database: SqliteDatabase
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remedyboard-compaction-'))
  database = new SqliteDatabase(folder)
  const info = { id: 'b1', createdAt: 1, title: 't', template: 'blank', locale: 'en', joinCode: 'C' }
  const generations = { facilitator: 1, participant: 1, viewer: 1 }
  database.run([{ type: 'create', info: { ...info, generations }, first: {} }])
})
afterEach(async () => {
  database.close()
  await rm(folder, { recursive: true, force: true })
})

/** Without the thread. */
const build = async ({ updates, former, now }: BuildOrder) => buildSnapshot(updates, former, now)

/** Answers like the thread does, and notes what was asked. */
function asker(before: (request: StoreRequest) => void = () => undefined) {
  const asked: StoreRequest['type'][] = []
  const ask = async (request: StoreRequest): Promise<unknown> => {
    before(request)
    asked.push(request.type)
    const [result] = database.run([request])
    if (result && 'value' in result) return result.value
    throw new StoreError(result?.failure.code ?? 'unavailable', result?.failure.message ?? '')
  }
  return { ask, asked }
}

/** A board of about a megabyte, in entries of 20 kB. */
function fill(): Y.Doc {
  const doc = new Y.Doc()
  let seq = 1
  doc.on('update', (update: Uint8Array) => database.run([{ type: 'append', boardId: 'b1', entry: { update }, after: seq++ }]))
  for (let i = 0; i < 50; i++) doc.getMap('m').set(`key ${i}`, 'x'.repeat(20_000))
  return doc
}

async function stored(): Promise<{ seq: number | undefined; entries: number; doc: Y.Doc }> {
  const { ask } = asker()
  const { snapshot, entries } = (await ask({ type: 'load', boardId: 'b1' })) as {
    snapshot?: { seq: number; update: Uint8Array }
    entries: { update?: Uint8Array }[]
  }
  const doc = new Y.Doc()
  for (const { update } of [...(snapshot ? [snapshot] : []), ...entries]) if (update) Y.applyUpdate(doc, update)
  return { seq: snapshot?.seq, entries: entries.length, doc }
}

describe('a compaction of a large board', () => {
  it('reads, writes and removes in steps, so that commits go in between', async () => {
    const doc = fill()
    const { ask, asked } = asker()
    const bytes = await compactInSteps(ask, build, 'b1', { ...POINT, seq: 51 })
    expect(bytes).toBeGreaterThan(1_000_000)
    const count = (type: string) => asked.filter((each) => each === type).length
    expect(count('read-entries')).toBeGreaterThanOrEqual(4)
    expect(count('write-part')).toBe(4)
    expect(count('remove-replaced')).toBeGreaterThanOrEqual(5)
    const after = await stored()
    expect([after.seq, after.entries]).toEqual([51, 0])
    expect(after.doc.getMap('m').toJSON()).toEqual(doc.getMap('m').toJSON())
  })

  it('leaves a whole board wherever it is cut off, and the next one tidies up', async () => {
    const doc = fill()
    const whole = doc.getMap('m').toJSON()
    for (let steps = 0; ; steps++) {
      let left = steps
      const { ask } = asker(() => {
        if (left-- === 0) throw new StoreError('unavailable', 'The test says so.')
      })
      const end = await compactInSteps(ask, build, 'b1', { ...POINT, seq: 51 }).then(
        () => 'done',
        () => 'cut',
      )
      expect((await stored()).doc.getMap('m').toJSON()).toEqual(whole)
      if (end === 'done') break
    }
    expect(database.count('entries')).toBe(0)
    expect(database.count('snapshot_parts')).toBe(4)
  }, 30_000)

  it('is not made from a log with a hole', async () => {
    const ask = async (request: StoreRequest): Promise<unknown> =>
      request.type === 'former-snapshot' ? { seq: 0, parts: 0, tombstones: {} } : { updates: [], last: 0 }
    await expect(compactInSteps(ask, build, 'b1', { ...POINT, seq: 3 })).rejects.toMatchObject({ code: 'corrupt' })
  })

  it('a second snapshot leaves nothing of the first behind', async () => {
    fill()
    const { ask } = asker()
    await compactInSteps(ask, build, 'b1', { ...POINT, seq: 30 })
    await compactInSteps(ask, build, 'b1', { ...POINT, seq: 51 })
    expect(database.count('entries')).toBe(0)
    expect(database.count('snapshot_parts')).toBe(4)
    expect((await stored()).doc.getMap('m').size).toBe(50)
  })
})
