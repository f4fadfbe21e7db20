import { expect, it } from 'vitest'
import { failureOf, isRefusal } from './sqlite-failure.ts'
import { StoreError } from './store-error.ts'

it.each([
  ['a full disk', Object.assign(new Error('full'), { errcode: 13 }), 'disk-full', false],
  ['a failed fsync: SQLITE_IOERR_FSYNC', Object.assign(new Error('io'), { errcode: 1034 }), 'unavailable', false],
  ['a read-only file: SQLITE_READONLY_DBMOVED', Object.assign(new Error('moved'), { errcode: 1032 }), 'folder-unwritable', false],
  ['a second row of the same key: SQLITE_CONSTRAINT_UNIQUE', Object.assign(new Error('unique'), { errcode: 2067 }), 'conflict', true],
  ['our own refusal', new StoreError('no-such-board', 'no'), 'no-such-board', true],
  ['what is no error at all', 'words', 'unavailable', false],
  ['nothing', null, 'unavailable', false],
])('%s is told as what it is', (_name, thrown, code, refusal) => {
  const failure = failureOf(thrown)
  expect(failure.code).toBe(code)
  expect(typeof failure.message).toBe('string')
  expect(isRefusal(failure)).toBe(refusal)
})
