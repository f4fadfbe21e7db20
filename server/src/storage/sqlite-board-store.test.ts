import { copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import type { SealedOp } from '@remedyboard/shared/workshop/sealed'
import { EMPTY_WORKSHOP } from '@remedyboard/shared/workshop/state'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import type { BoardInfo } from './board-store.ts'
import { describeBoardStore } from './board-store.contract.ts'
import { SqliteBoardStore } from './sqlite-board-store.ts'
import { SqliteDatabase } from './sqlite-database.ts'
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
  folder = await mkdtemp(join(tmpdir(), 'remedyboard-store-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describeBoardStore('SqliteBoardStore', async () => {
  const store = await SqliteBoardStore.open(folder)
  return { store, reopen: () => SqliteBoardStore.open(folder), dispose: () => store.close() }
})

describe('SqliteBoardStore', () => {
  it('finishes a compaction that was asked for before closing', async () => {
    const store = await SqliteBoardStore.open(folder)
    await store.createBoard(BOARD, {})
    const compaction = store.compact('b1', { seq: 1, state: EMPTY_WORKSHOP, now: 1 })
    await Promise.all([compaction, store.close()])
    const again = await SqliteBoardStore.open(folder)
    expect((await again.load('b1'))?.snapshot?.seq).toBe(1)
    await again.close()
  })

  it('says that another process has the database', async () => {
    const store = await SqliteBoardStore.open(folder)
    await expect(SqliteBoardStore.open(folder)).rejects.toMatchObject({ code: 'in-use' })
    await store.close()
  }, 15_000)
})

describe('SqliteDatabase', () => {
  it('runs with the settings that durability and erasure need', () => {
    const database = new SqliteDatabase(folder)
    expect(database.pragma('journal_mode')).toBe('wal')
    expect(database.pragma('synchronous')).toBe(2)
    expect(database.pragma('secure_delete')).toBe(1)
    expect(database.pragma('locking_mode')).toBe('exclusive')
    expect(database.pragma('foreign_keys')).toBe(1)
    expect(database.pragma('user_version')).toBe(4)
    database.close()
  })

  it('leaves nothing in the write-ahead log when it closes', async () => {
    const database = new SqliteDatabase(folder)
    database.run([{ type: 'board', boardId: 'x' }])
    database.close()
    const leftovers = (await readdir(folder)).filter((name) => name.endsWith('-wal'))
    for (const name of leftovers) expect((await stat(join(folder, name))).size).toBe(0)
  })

  it('leaves a hidden text in no file once it is erased, while it runs and after', async () => {
    const store = await SqliteBoardStore.open(folder)
    const marker = 'MARKER-漏水-7f3a'
    await store.createBoard(BOARD, {})
    await store.append('b1', { sealed: [{ op: 'put', key: 'draft/A3/p1/d1/', value: `${marker} ${'x'.repeat(3_000)}` }] }, 1)
    await store.append('b1', { sealed: [{ op: 'put', key: 'draft/A3/p1/d1/', value: `${marker} rewritten` }] }, 2)
    for (let i = 0; i < 50; i++) {
      await store.append('b1', { sealed: [{ op: 'put', key: `draft/A3/p${i}/d2/`, value: `${marker} ${'y'.repeat(i * 40)}` }] }, 3 + i)
    }
    const found = async () => {
      const contents = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))))
      return contents.some((content) => content.includes(marker))
    }
    expect(await found()).toBe(true)
    await store.append('b1', { sealed: [{ op: 'erase', prefix: 'draft/A3/' }] }, 53)
    expect(await found()).toBe(false)
    await store.close()
    expect(await found()).toBe(false)
  })

  it('leaves no copy of a hidden text behind that was made when rows grew and moved, beside rows that stay (three hundred people and a killed server)', async () => {
    let state = 4
    const random = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647
    const below = (limit: number) => Math.floor(random() * limit)
    const database = new SqliteDatabase(folder)
    database.run([{ type: 'create', info: BOARD, first: {} }])
    let seq = 0
    const append = (change: SealedOp) =>
      expect(database.run([{ type: 'append', boardId: 'b1', entry: { sealed: [change] }, after: ++seq }])).toMatchObject([
        { value: undefined },
      ])
    const kept = new Map<string, string>()
    const files = async () => Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))))
    for (let round = 0; round < 8; round++) {
      for (let i = 0; i < 300; i++) {
        const [key, value] = [`ballot/r${below(40)}/p${below(9)}/`, 'stays'.repeat(below(80))]
        kept.set(key, value)
        append({ op: 'put', key, value })
        append({ op: 'put', key: `draft/A3/p${below(60)}/d${below(3)}/`, value: `MARKER${'z'.repeat(below(400))}` })
      }
      append({ op: 'erase', prefix: 'draft/A3/' })
      const contents = await files()
      for (const gone of ['MARKER', 'draft/A3/']) expect(contents.some((content) => content.includes(gone))).toBe(false)
    }
    database.close()
    const again = await SqliteBoardStore.open(folder)
    expect(new Map((await again.load('b1'))?.sealed)).toEqual(kept)
    await again.close()
  }, 20_000)

  it('empties the log of a process that was killed between erasing a hidden text and emptying it', async () => {
    const store = await SqliteBoardStore.open(folder)
    await store.createBoard(BOARD, {})
    await store.close()
    const killed = new DatabaseSync(join(folder, 'remedyboard.sqlite'))
    killed.exec(
      `PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON; INSERT INTO sealed VALUES ('b1', 'draft/A3/p1/d1/', '"MARKER-漏水"')`,
    )
    killed.exec('DELETE FROM sealed')
    const copy = await mkdtemp(join(tmpdir(), 'remedyboard-killed-'))
    onTestFinished(() => rm(copy, { recursive: true, force: true }))
    for (const name of await readdir(folder)) await copyFile(join(folder, name), join(copy, name))
    killed.close()
    const found = async () => {
      const contents = await Promise.all((await readdir(copy)).map((name) => readFile(join(copy, name))))
      return contents.some((content) => content.includes('MARKER'))
    }
    expect(await found()).toBe(true)
    const again = new SqliteDatabase(copy)
    expect(await found()).toBe(false)
    again.close()
  })

  it('says when the data folder cannot be made', async () => {
    const file = join(folder, 'a-file')
    await writeFile(file, '')
    expect(failureOf(() => new SqliteDatabase(join(file, 'data')))).toBe('folder-unwritable')
  })

  it('says when the file is not a database', async () => {
    await writeFile(join(folder, 'remedyboard.sqlite'), 'not a database '.repeat(500))
    expect(failureOf(() => new SqliteDatabase(folder))).toBe('corrupt')
    await expect(SqliteBoardStore.open(folder)).rejects.toMatchObject({ name: 'StoreError', code: 'corrupt' })
  })

  it('says when a page of the database is damaged', async () => {
    new SqliteDatabase(folder).close()
    const path = join(folder, 'remedyboard.sqlite')
    const { size } = await stat(path)
    const { open } = await import('node:fs/promises')
    const handle = await open(path, 'r+')
    await handle.write(Buffer.alloc(size - 4096, 0xa5), 0, size - 4096, 4096)
    await handle.close()
    expect(failureOf(() => new SqliteDatabase(folder))).toBe('corrupt')
  })

  it('[R36] reads what version 1 stored, and compacts it', async () => {
    const { DatabaseSync } = await import('@photostructure/sqlite')
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'old')
    const db = new DatabaseSync(join(folder, 'remedyboard.sqlite'))
    db.exec(`
      CREATE TABLE boards (id TEXT PRIMARY KEY, created_at INTEGER NOT NULL, title TEXT NOT NULL, template TEXT NOT NULL,
        locale TEXT NOT NULL, join_code TEXT NOT NULL UNIQUE, generations TEXT NOT NULL) STRICT;
      CREATE TABLE entries (board_id TEXT NOT NULL REFERENCES boards (id), seq INTEGER NOT NULL, doc_update BLOB, events TEXT,
        PRIMARY KEY (board_id, seq)) STRICT;
      CREATE TABLE snapshots (board_id TEXT PRIMARY KEY REFERENCES boards (id), seq INTEGER NOT NULL, doc_update BLOB NOT NULL,
        state TEXT NOT NULL) STRICT;
      INSERT INTO boards VALUES ('b1', 1, 't', 'blank', 'en', 'C', '{}');
      PRAGMA user_version = 1`)
    db.prepare('INSERT INTO snapshots VALUES (?, 7, ?, ?)').run('b1', Y.encodeStateAsUpdate(doc), JSON.stringify(EMPTY_WORKSHOP))
    const former = Y.encodeStateVector(doc)
    doc.getText('t').insert(3, ' and new')
    db.prepare('INSERT INTO entries VALUES (?, 8, ?, NULL)').run('b1', Y.encodeStateAsUpdate(doc, former))
    db.close()
    const store = await SqliteBoardStore.open(folder)
    const loaded = await store.load('b1')
    expect(loaded?.snapshot).toMatchObject({ seq: 7, state: EMPTY_WORKSHOP, tombstones: {} })
    expect(loaded?.entries.map(({ seq }) => seq)).toEqual([8])
    await store.compact('b1', { seq: 8, state: EMPTY_WORKSHOP, now: 1 })
    const read = new Y.Doc()
    Y.applyUpdate(read, (await store.load('b1'))?.snapshot?.update ?? new Uint8Array())
    expect(read.getText('t').toString()).toBe('old and new')
    await store.close()
  })

  it('refuses a database of a newer version', async () => {
    new SqliteDatabase(folder).close()
    const { DatabaseSync } = await import('@photostructure/sqlite')
    const db = new DatabaseSync(join(folder, 'remedyboard.sqlite'))
    db.exec('PRAGMA user_version = 99')
    db.close()
    expect(failureOf(() => new SqliteDatabase(folder))).toBe('newer-schema')
  })

  it('reports a full disk for every request of the batch, keeps nothing of it, and goes on when there is room', async () => {
    const database = new SqliteDatabase(folder)
    database.run([{ type: 'create', info: BOARD, first: {} }])
    database.limitPages(20)
    const results = database.run([
      { type: 'append', boardId: 'b1', entry: { update: new Uint8Array(10) }, after: 1 },
      { type: 'append', boardId: 'b1', entry: { update: new Uint8Array(1_000_000) }, after: 2 },
    ])
    expect(results).toMatchObject([{ failure: { code: 'disk-full' } }, { failure: { code: 'disk-full' } }])
    database.limitPages(1_000_000)
    expect(database.run([{ type: 'append', boardId: 'b1', entry: { update: new Uint8Array(10) }, after: 1 }])).toEqual([
      { value: undefined },
    ])
    database.close()
  })
})

function failureOf(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    if (error instanceof StoreError) return error.code
    throw error
  }
  return 'no failure'
}
