import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import type { Json } from '@remedyboard/shared/board/board-record'
import type { SealedOp } from '@remedyboard/shared/workshop/sealed'
import type { BoardAccess, BoardInfo, KeyGenerations, LogEntry, Snapshot, StoredBoard, StoredEntry } from './board-store.ts'
import { failureOf, isRefusal, messageOf, storeError } from './sqlite-failure.ts'
import { migrate } from './sqlite-schema.ts'
import { StoreError } from './store-error.ts'
import type { EntrySlice, FormerSnapshot, NewSnapshot, StoreRequest, StoreResult } from './store-request.ts'

const DATABASE_FILE = 'remedyboard.sqlite'

/** A restart may overlap the last moments of the process before it. */
const BUSY_TIMEOUT_MS = 2_000

/** Up to here a whole check at start takes well under a second; larger files are checked as they are read. */
const CHECK_AT_START_MAX_BYTES = 256 * 1024 * 1024

/** How much one step of a compaction reads or removes: other boards' commits wait for it. */
const STEP = { bytes: 256 * 1024, entries: 100 }

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
      const erases = batch.some(erasesSealed)
      if (erases) this.#rewriteSealed()
      this.#db.exec('COMMIT')
      if (erases) this.#emptyLog()
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

  /** Rows of a table, for tests: what replaced snapshots leave behind is in no answer. */
  count(table: 'entries' | 'snapshot_parts'): number {
    return Number(this.#get(`SELECT count(*) AS rows FROM ${table}`)?.['rows'])
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
    if (statSync(file).size <= CHECK_AT_START_MAX_BYTES) {
      const found = Object.values(this.#get('PRAGMA quick_check(1)') ?? {})[0]
      if (found !== 'ok') throw new StoreError('corrupt', String(found))
    }
    migrate(this.#db, Number(this.pragma('user_version')))
    // A process that was killed right after it had erased something could not do it.
    this.#emptyLog()
  }

  /**
   * Writes what is left of the sealed rows into clean pages. `secure_delete` overwrites a row where it is, but not the copies of it that
   * SQLite leaves behind when it moves rows between pages as they grow. These rows are few: they live for minutes.
   */
  #rewriteSealed(): void {
    const rows = this.#prepare('SELECT board_id, key, value FROM sealed').all() as Row[]
    // Without a condition SQLite clears whole pages.
    this.#run('DELETE FROM sealed')
    for (const { board_id: boardId, key, value } of rows) {
      this.#run('INSERT INTO sealed (board_id, key, value) VALUES (?, ?, ?)', String(boardId), String(key), String(value))
    }
  }

  /** What was erased must not linger in the write-ahead log. It is durable already: a log that cannot be emptied now is emptied next time. */
  #emptyLog(): void {
    try {
      this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } catch {
      // a full disk, for example
    }
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
      if (!isRefusal(failure)) throw error
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
      case 'former-snapshot':
        return this.#formerSnapshot(request.boardId, request.upTo)
      case 'read-part':
        return this.#readPart(request.boardId, request.seq, request.part)
      case 'read-entries':
        return this.#readEntries(request.boardId, request.after, request.upTo)
      case 'write-part':
        return this.#writePart(request.boardId, request.seq, request.part, request.bytes)
      case 'replace-snapshot':
        return this.#replaceSnapshot(request.boardId, request.snapshot)
      case 'remove-replaced':
        return this.#removeReplaced(request.boardId)
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
    const kept = this.#get('SELECT seq, parts, state, tombstones FROM snapshots WHERE board_id = ?', boardId)
    const seq = Number(kept?.['seq'] ?? 0)
    const snapshot: Snapshot | undefined = kept && {
      seq,
      update: joined(Array.from({ length: Number(kept['parts']) }, (_, part) => this.#readPart(boardId, seq, part))),
      state: JSON.parse(String(kept['state'])) as Snapshot['state'],
      tombstones: JSON.parse(String(kept['tombstones'])) as Snapshot['tombstones'],
    }
    // Entries that the snapshot holds may still be there: they are removed little by little.
    const rows = this.#prepare('SELECT seq, doc_update, events FROM entries WHERE board_id = ? AND seq > ? ORDER BY seq').all(boardId, seq)
    const sealed = this.#prepare('SELECT key, value FROM sealed WHERE board_id = ?').all(boardId) as Row[]
    return {
      snapshot,
      entries: (rows as Row[]).map(storedEntry),
      sealed: new Map(sealed.map(({ key, value }) => [String(key), JSON.parse(String(value)) as Json])),
    }
  }

  #formerSnapshot(boardId: string, upTo: number): FormerSnapshot {
    if (upTo > this.#lastSeq(boardId)) throw new StoreError('conflict', 'The snapshot would be ahead of the log.')
    const kept = this.#get('SELECT seq, parts, tombstones FROM snapshots WHERE board_id = ?', boardId)
    if (!kept) return { seq: 0, parts: 0, tombstones: {} }
    const tombstones = JSON.parse(String(kept['tombstones'])) as FormerSnapshot['tombstones']
    return { seq: Number(kept['seq']), parts: Number(kept['parts']), tombstones }
  }

  #readPart(boardId: string, seq: number, part: number): Uint8Array {
    const bytes = this.#get('SELECT bytes FROM snapshot_parts WHERE board_id = ? AND seq = ? AND part = ?', boardId, seq, part)?.['bytes']
    if (!(bytes instanceof Uint8Array)) throw new StoreError('corrupt', `Part ${part} of snapshot ${seq} is missing.`)
    return bytes
  }

  #readEntries(boardId: string, after: number, upTo: number): EntrySlice {
    const last = this.#endOfStep(boardId, after, upTo)
    const rows = this.#prepare('SELECT doc_update FROM entries WHERE board_id = ? AND seq > ? AND seq <= ? ORDER BY seq')
    const updates = (rows.all(boardId, after, last) as Row[]).flatMap(({ doc_update: update }) =>
      update instanceof Uint8Array ? [update] : [],
    )
    return { updates, last }
  }

  #writePart(boardId: string, seq: number, part: number, bytes: Uint8Array): void {
    // A compaction that was cut off may have left parts of the same number.
    this.#run('INSERT OR REPLACE INTO snapshot_parts (board_id, seq, part, bytes) VALUES (?, ?, ?, ?)', boardId, seq, part, bytes)
  }

  #replaceSnapshot(boardId: string, { seq, parts, state, tombstones }: NewSnapshot): void {
    this.#run(
      `INSERT INTO snapshots (board_id, seq, parts, state, tombstones) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (board_id) DO UPDATE
       SET seq = excluded.seq, parts = excluded.parts, state = excluded.state, tombstones = excluded.tombstones
       WHERE excluded.seq > snapshots.seq`,
      boardId,
      seq,
      parts,
      JSON.stringify(state),
      JSON.stringify(tombstones),
    )
  }

  /** Removes some of what the snapshot replaced; true when there is more. */
  #removeReplaced(boardId: string): boolean {
    const kept = this.#get('SELECT seq, parts FROM snapshots WHERE board_id = ?', boardId)
    if (!kept) return false
    const [seq, parts] = [Number(kept['seq']), Number(kept['parts'])]
    const removed = this.#run(
      `DELETE FROM snapshot_parts WHERE rowid =
       (SELECT rowid FROM snapshot_parts WHERE board_id = ? AND (seq <> ? OR part >= ?) LIMIT 1)`,
      boardId,
      seq,
      parts,
    )
    if (Number(removed.changes) > 0) return true
    const last = this.#endOfStep(boardId, 0, seq)
    return Number(this.#run('DELETE FROM entries WHERE board_id = ? AND seq <= ?', boardId, last).changes) > 0
  }

  /** The last of the entries after `after` and up to `upTo` that fit into one step; at least one, if there are any. */
  #endOfStep(boardId: string, after: number, upTo: number): number {
    const rows = this.#prepare(
      'SELECT seq, coalesce(length(doc_update), 0) AS bytes FROM entries WHERE board_id = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?',
    ).all(boardId, after, upTo, STEP.entries) as Row[]
    let bytes = 0
    let last = after
    for (const row of rows) {
      bytes += Number(row['bytes'])
      if (bytes > STEP.bytes && last > after) break
      last = Number(row['seq'])
    }
    return last
  }

  #insertEntry(boardId: string, seq: number, { update, events, sealed = [] }: LogEntry): void {
    this.#run(
      'INSERT INTO entries (board_id, seq, doc_update, events) VALUES (?, ?, ?, ?)',
      boardId,
      seq,
      update ?? null,
      events && events.length > 0 ? JSON.stringify(events) : null,
    )
    for (const change of sealed) this.#seal(boardId, change)
  }

  #seal(boardId: string, change: SealedOp): void {
    if (change.op === 'put') {
      this.#run(
        'INSERT INTO sealed (board_id, key, value) VALUES (?, ?, ?) ON CONFLICT (board_id, key) DO UPDATE SET value = excluded.value',
        boardId,
        change.key,
        JSON.stringify(change.value),
      )
    } else {
      this.#run('DELETE FROM sealed WHERE board_id = ? AND substr(key, 1, length(?)) = ?', boardId, change.prefix, change.prefix)
    }
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

function erasesSealed(request: StoreRequest): boolean {
  const sealed = request.type === 'append' ? request.entry.sealed : undefined
  return sealed?.some(({ op }) => op === 'erase') ?? false
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

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts
  return parts.length === 1 && first ? first : new Uint8Array(Buffer.concat(parts))
}
