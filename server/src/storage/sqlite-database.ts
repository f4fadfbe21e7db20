import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import type { BoardAccess, BoardInfo, KeyGenerations, LogEntry, Snapshot, StoredBoard, StoredEntry } from './board-store.ts'
import { StoreError, type StoreErrorCode } from './store-error.ts'
import type { StoreFailure, StoreRequest, StoreResult } from './store-request.ts'

/** Kept in `user_version`; raise it with a migration. */
const SCHEMA_VERSION = 1

const DATABASE_FILE = 'remedyboard.sqlite'

/** A restart may overlap the last moments of the process before it. */
const BUSY_TIMEOUT_MS = 2_000

/** Up to here a whole check at start takes well under a second; larger files are checked as they are read. */
const CHECK_AT_START_MAX_BYTES = 256 * 1024 * 1024

const SCHEMA = `
  CREATE TABLE boards (
    id TEXT PRIMARY KEY,
    created_at INTEGER NOT NULL,
    title TEXT NOT NULL,
    template TEXT NOT NULL,
    locale TEXT NOT NULL,
    join_code TEXT NOT NULL UNIQUE,
    generations TEXT NOT NULL
  ) STRICT;
  CREATE TABLE entries (
    board_id TEXT NOT NULL REFERENCES boards (id),
    seq INTEGER NOT NULL,
    doc_update BLOB,
    events TEXT,
    PRIMARY KEY (board_id, seq)
  ) STRICT;
  CREATE TABLE snapshots (
    board_id TEXT PRIMARY KEY REFERENCES boards (id),
    seq INTEGER NOT NULL,
    doc_update BLOB NOT NULL,
    state TEXT NOT NULL
  ) STRICT;
`

type Row = Record<string, unknown>

/** The store in one SQLite file, synchronous. A thread of its own runs it (`sqlite-worker.ts`), because fsync takes milliseconds. */
export class SqliteDatabase {
  readonly #db: InstanceType<typeof DatabaseSync>
  readonly #statements = new Map<string, ReturnType<InstanceType<typeof DatabaseSync>['prepare']>>()

  /** Opens or creates the database in `folder`. Throws a `StoreError`. */
  constructor(folder: string) {
    const file = join(folder, DATABASE_FILE)
    try {
      mkdirSync(folder, { recursive: true })
    } catch (error) {
      throw new StoreError('folder-unwritable', messageOf(error))
    }
    try {
      this.#db = new DatabaseSync(file)
    } catch (error) {
      throw storeError(error)
    }
    try {
      this.#prepareFile(file)
    } catch (error) {
      this.#db.close()
      throw storeError(error)
    }
  }

  /** Runs a batch as one transaction. A request that is refused leaves no trace and does not harm the others. */
  run(batch: readonly StoreRequest[]): StoreResult[] {
    try {
      this.#db.exec('BEGIN IMMEDIATE')
      const results = batch.map((request) => this.#attempt(request))
      this.#db.exec('COMMIT')
      return results
    } catch (error) {
      const failure = failureOf(error)
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      return batch.map(() => ({ failure }))
    }
  }

  /** The setting in force, read back from SQLite. */
  pragma(name: 'journal_mode' | 'synchronous' | 'secure_delete' | 'user_version' | 'locking_mode' | 'foreign_keys'): unknown {
    return Object.values(this.#get(`PRAGMA ${name}`) ?? {})[0]
  }

  /** Stands in for a full disk in tests. */
  limitPages(count: number): void {
    this.#db.exec(`PRAGMA max_page_count = ${count}`)
  }

  close(): void {
    this.#statements.clear()
    // Leaving the log mode empties and removes the log (erased rows must not linger there) and allows giving up the exclusive lock,
    // which statements that wait for the garbage collector would otherwise keep.
    this.#db.exec('PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL; SELECT 1 FROM sqlite_schema')
    this.#db.close()
  }

  #prepareFile(file: string): void {
    this.#db.exec(`
      PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS};
      PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA secure_delete = ON;
      PRAGMA foreign_keys = ON;
    `)
    const version = Number(this.pragma('user_version'))
    if (version > SCHEMA_VERSION) {
      throw new StoreError('newer-schema', `The database has version ${version}; this program knows ${SCHEMA_VERSION}.`)
    }
    if (statSync(file).size <= CHECK_AT_START_MAX_BYTES) {
      const found = Object.values(this.#get('PRAGMA quick_check(1)') ?? {})[0]
      if (found !== 'ok') throw new StoreError('corrupt', String(found))
    }
    this.#db.exec('BEGIN IMMEDIATE')
    if (version === 0) this.#db.exec(`${SCHEMA} PRAGMA user_version = ${SCHEMA_VERSION};`)
    this.#db.exec('COMMIT')
  }

  #attempt(request: StoreRequest): StoreResult {
    this.#db.exec('SAVEPOINT request')
    try {
      const value = this.#answer(request)
      this.#db.exec('RELEASE request')
      return { value }
    } catch (error) {
      const failure = failureOf(error)
      // A full disk ends the whole transaction: nothing of the batch may be reported as done.
      if (!REFUSALS.has(failure.code)) throw error
      this.#db.exec('ROLLBACK TO request; RELEASE request')
      return { failure }
    }
  }

  #answer(request: StoreRequest): unknown {
    switch (request.type) {
      case 'create':
        return this.#create(request.info, request.first)
      case 'board':
        return boardInfo(this.#get('SELECT * FROM boards WHERE id = ?', request.boardId))
      case 'board-by-join-code':
        return boardInfo(this.#get('SELECT * FROM boards WHERE join_code = ?', request.joinCode))
      case 'set-access':
        return this.#setAccess(request.boardId, request.access)
      case 'append':
        return this.#append(request.boardId, request.entry, request.after)
      case 'load':
        return this.#load(request.boardId)
      case 'compact':
        return this.#compact(request.boardId, request.snapshot)
      default:
        return request satisfies never
    }
  }

  #create(info: BoardInfo, first: LogEntry): void {
    this.#run(
      'INSERT INTO boards (id, created_at, title, template, locale, join_code, generations) VALUES (?, ?, ?, ?, ?, ?, ?)',
      info.id,
      info.createdAt,
      info.title,
      info.template,
      info.locale,
      info.joinCode,
      JSON.stringify(info.generations),
    )
    this.#insertEntry(info.id, 1, first)
  }

  #setAccess(boardId: string, { generations, joinCode }: BoardAccess): void {
    if (this.#get('SELECT 1 FROM boards WHERE join_code = ? AND id <> ?', joinCode, boardId)) {
      throw new StoreError('conflict', 'The join code is taken.')
    }
    const { changes } = this.#run(
      'UPDATE boards SET generations = ?, join_code = ? WHERE id = ?',
      JSON.stringify(generations),
      joinCode,
      boardId,
    )
    if (Number(changes) === 0) throw new StoreError('no-such-board', 'There is no such board.')
  }

  #append(boardId: string, entry: LogEntry, after: number): void {
    const last = this.#lastSeq(boardId)
    if (last !== after) throw new StoreError('conflict', `The log ends at ${last}, not at ${after}.`)
    this.#insertEntry(boardId, after + 1, entry)
  }

  #load(boardId: string): StoredBoard | undefined {
    if (!this.#get('SELECT 1 FROM boards WHERE id = ?', boardId)) return undefined
    const kept = this.#get('SELECT seq, doc_update, state FROM snapshots WHERE board_id = ?', boardId)
    const snapshot: Snapshot | undefined = kept && {
      seq: Number(kept['seq']),
      update: kept['doc_update'] as Uint8Array,
      state: JSON.parse(String(kept['state'])) as Snapshot['state'],
    }
    const rows = this.#prepare('SELECT seq, doc_update, events FROM entries WHERE board_id = ? ORDER BY seq').all(boardId) as Row[]
    return { snapshot, entries: rows.map(storedEntry) }
  }

  /** The caller has checked that the snapshot can be decoded. */
  #compact(boardId: string, snapshot: Snapshot): void {
    if (snapshot.seq > this.#lastSeq(boardId)) throw new StoreError('conflict', 'The snapshot is ahead of the log.')
    this.#run(
      `INSERT INTO snapshots (board_id, seq, doc_update, state) VALUES (?, ?, ?, ?)
       ON CONFLICT (board_id) DO UPDATE SET seq = excluded.seq, doc_update = excluded.doc_update, state = excluded.state
       WHERE excluded.seq > snapshots.seq`,
      boardId,
      snapshot.seq,
      snapshot.update,
      JSON.stringify(snapshot.state),
    )
    this.#run('DELETE FROM entries WHERE board_id = ? AND seq <= (SELECT seq FROM snapshots WHERE board_id = ?)', boardId, boardId)
  }

  #insertEntry(boardId: string, seq: number, { update, events }: LogEntry): void {
    this.#run(
      'INSERT INTO entries (board_id, seq, doc_update, events) VALUES (?, ?, ?, ?)',
      boardId,
      seq,
      update ?? null,
      events && events.length > 0 ? JSON.stringify(events) : null,
    )
  }

  #lastSeq(boardId: string): number {
    const row = this.#get(
      `SELECT coalesce((SELECT max(seq) FROM entries WHERE board_id = boards.id), (SELECT seq FROM snapshots WHERE board_id = boards.id), 0) AS seq
       FROM boards WHERE id = ?`,
      boardId,
    )
    if (!row) throw new StoreError('no-such-board', 'There is no such board.')
    return Number(row['seq'])
  }

  #prepare(sql: string) {
    let statement = this.#statements.get(sql)
    if (!statement) this.#statements.set(sql, (statement = this.#db.prepare(sql)))
    return statement
  }

  #get(sql: string, ...values: (string | number)[]): Row | undefined {
    return this.#prepare(sql).get(...values) as Row | undefined
  }

  #run(sql: string, ...values: (string | number | Uint8Array | null)[]) {
    return this.#prepare(sql).run(...values)
  }
}

function boardInfo(row: Row | undefined): BoardInfo | undefined {
  return (
    row && {
      id: String(row['id']),
      createdAt: Number(row['created_at']),
      title: String(row['title']),
      template: String(row['template']),
      locale: String(row['locale']),
      joinCode: String(row['join_code']),
      generations: JSON.parse(String(row['generations'])) as KeyGenerations,
    }
  )
}

function storedEntry(row: Row): StoredEntry {
  const update = row['doc_update']
  const events = row['events']
  return {
    seq: Number(row['seq']),
    ...(update instanceof Uint8Array ? { update } : {}),
    ...(typeof events === 'string' ? { events: JSON.parse(events) as StoredEntry['events'] } : {}),
  }
}

/** Failures of one request; everything else is a failure of the store. */
const REFUSALS: ReadonlySet<StoreErrorCode> = new Set(['conflict', 'no-such-board', 'bad-snapshot'])

/** Primary result codes, https://sqlite.org/rescode.html */
const BY_RESULT_CODE: Readonly<Record<number, StoreErrorCode>> = {
  3: 'folder-unwritable', // SQLITE_PERM
  5: 'in-use', // SQLITE_BUSY
  8: 'folder-unwritable', // SQLITE_READONLY
  11: 'corrupt', // SQLITE_CORRUPT
  13: 'disk-full', // SQLITE_FULL
  14: 'folder-unwritable', // SQLITE_CANTOPEN
  19: 'conflict', // SQLITE_CONSTRAINT
  26: 'corrupt', // SQLITE_NOTADB
}

function storeError(error: unknown): StoreError {
  if (error instanceof StoreError) return error
  const extended = typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) : 0
  // The low byte of an extended result code is the primary one.
  return new StoreError(BY_RESULT_CODE[extended & 0xff] ?? 'unavailable', messageOf(error))
}

function failureOf(error: unknown): StoreFailure {
  const { code, message } = storeError(error)
  return { code, message }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
