import { StoreError, type StoreErrorCode } from './store-error.ts'
import type { StoreFailure } from './store-request.ts'

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

/** What SQLite threw, in the words of the store. */
export function storeError(error: unknown): StoreError {
  if (error instanceof StoreError) return error
  const extended = typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) : 0
  // The low byte of an extended result code is the primary one.
  return new StoreError(BY_RESULT_CODE[extended & 0xff] ?? 'unavailable', messageOf(error))
}

export function failureOf(error: unknown): StoreFailure {
  const { code, message } = storeError(error)
  return { code, message }
}

/** True when only the request failed, and the rest of its transaction may stand. */
export function isRefusal({ code }: StoreFailure): boolean {
  return REFUSALS.has(code)
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
