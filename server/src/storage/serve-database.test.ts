import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { EMPTY_WORKSHOP } from '@remedyboard/shared/workshop/state'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeBoardStore } from './board-store.contract.ts'
import { serveDatabase } from './serve-database.ts'
import { SqliteBoardStore } from './sqlite-board-store.ts'
import { SqliteDatabase } from './sqlite-database.ts'
import { SqliteThread, type StorageWorker } from './sqlite-thread.ts'
import type { WorkerCall, WorkerReply } from './store-request.ts'

/** The storage thread without a thread: the same messages, through a channel to ourselves. */
function inline(folder: string): StorageWorker {
  const { port1, port2 } = new MessageChannel()
  serveDatabase(port2, folder)
  return {
    on: (event: string, listener: (value: never) => void) => port1.on(event as 'message', listener as (value: unknown) => void),
    postMessage: (call) => port1.postMessage(call),
  }
}

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remedyboard-inline-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describeBoardStore('SqliteBoardStore without its thread', async () => {
  const open = () => SqliteBoardStore.open(folder, { start: inline })
  const store = await open()
  return { store, reopen: open, dispose: () => store.close() }
})

describe('serveDatabase', () => {
  it('says why the database cannot be opened, and answers nothing', async () => {
    await writeFile(join(folder, 'remedyboard.sqlite'), 'not a database '.repeat(500))
    await expect(SqliteThread.open(folder, { start: inline })).rejects.toMatchObject({ name: 'StoreError', code: 'corrupt' })
  })
})

describe('SqliteThread', () => {
  /** A thread that answers with what the test says. */
  function scripted(answer: (call: WorkerCall) => WorkerReply): StorageWorker {
    let tell: (reply: WorkerReply) => void = () => undefined
    return {
      on(event: string, listener: (value: never) => void) {
        if (event !== 'message') return
        tell = listener as (reply: WorkerReply) => void
        queueMicrotask(() => tell({ type: 'opened' }))
      },
      postMessage: (call) => queueMicrotask(() => tell(answer(call))),
    }
  }

  it('a request without an answer has failed', async () => {
    const start = () => scripted((call) => (call.type === 'run' ? { type: 'results', results: [] } : { type: 'closed' }))
    const thread = await SqliteThread.open(folder, { start })
    await expect(thread.ask({ type: 'board', boardId: 'b1' })).rejects.toMatchObject({ code: 'unavailable' })
    await thread.close()
    await expect(thread.ask({ type: 'board', boardId: 'b1' })).rejects.toMatchObject({ code: 'unavailable' })
    await thread.close()
  })
})

describe('SqliteDatabase', () => {
  it('says that a snapshot is damaged when a part of it is missing', () => {
    const database = new SqliteDatabase(folder)
    const generations = { facilitator: 1, participant: 1, viewer: 1 }
    const info = { id: 'b1', createdAt: 1, title: 't', template: 'blank', locale: 'en', joinCode: 'C', generations }
    database.run([
      { type: 'create', info, first: {} },
      { type: 'replace-snapshot', boardId: 'b1', snapshot: { seq: 1, parts: 2, state: EMPTY_WORKSHOP, tombstones: {} } },
    ])
    expect(database.run([{ type: 'load', boardId: 'b1' }])).toMatchObject([{ failure: { code: 'corrupt' } }])
    expect(database.run([{ type: 'remove-replaced', boardId: 'nope' }])).toEqual([{ value: false }])
    database.close()
  })
})
