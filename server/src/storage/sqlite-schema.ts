import type { DatabaseSync } from '@photostructure/sqlite'
import { StoreError } from './store-error.ts'

/** Kept in `user_version`; raise it with a migration. */
const SCHEMA_VERSION = 4

/** How each version is made from the one before. What was released is never changed. */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE boards (
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
  ) STRICT;`,
  // Snapshots in parts, so that writing a large one holds no commit up; and since when records are deleted.
  `CREATE TABLE snapshot_parts (
    board_id TEXT NOT NULL REFERENCES boards (id),
    seq INTEGER NOT NULL,
    part INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (board_id, seq, part)
  ) STRICT;
  INSERT INTO snapshot_parts (board_id, seq, part, bytes) SELECT board_id, seq, 0, doc_update FROM snapshots;
  ALTER TABLE snapshots DROP COLUMN doc_update;
  ALTER TABLE snapshots ADD COLUMN parts INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE snapshots ADD COLUMN tombstones TEXT NOT NULL DEFAULT '{}';`,
  // Hidden notes and ballots: rows that are erased when their purpose ends, and are in no log.
  `CREATE TABLE sealed (
    board_id TEXT NOT NULL REFERENCES boards (id),
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (board_id, key)
  ) STRICT;`,
  // Without a reference to its board, so that SQLite can clear the table page by page: whatever its pages held is overwritten.
  `CREATE TABLE sealed_rows (
    board_id TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (board_id, key)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO sealed_rows (board_id, key, value) SELECT board_id, key, value FROM sealed;
  DROP TABLE sealed;
  ALTER TABLE sealed_rows RENAME TO sealed;`,
]

/** Brings a database to the version that this program knows, in one step. Throws `StoreError` 'newer-schema'. */
export function migrate(db: InstanceType<typeof DatabaseSync>, version: number): void {
  if (version > SCHEMA_VERSION) {
    throw new StoreError('newer-schema', `The database has version ${version}; this program knows ${SCHEMA_VERSION}.`)
  }
  db.exec('BEGIN IMMEDIATE')
  for (const migration of MIGRATIONS.slice(version)) db.exec(migration)
  db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`)
  db.exec('COMMIT')
}
