import { mkdtempSync, readdirSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it, vi } from 'vitest'
import { FileAssetStore } from './file-asset-store.ts'

/** What the next syncs fail with, files and folders in the order in which they are synced. */
const faults: (Error | string | null)[] = []

vi.mock('node:fs/promises', async (importOriginal) => {
  const original = await importOriginal<typeof fs>()
  return {
    ...original,
    open: async (...args: Parameters<typeof original.open>) => {
      const handle = await original.open(...args)
      const sync = handle.sync.bind(handle)
      handle.sync = async () => {
        const fault = faults.shift() ?? null
        if (fault !== null) throw fault
        await sync()
      }
      return handle
    },
  }
})

const withCode = (code: string) => Object.assign(new Error(code), { code })

beforeEach(() => {
  faults.length = 0
})

it.each([
  ['the disk is full', withCode('ENOSPC'), 'disk-full'],
  ['the disk fails', withCode('EIO'), 'unavailable'],
  ['something else is thrown', 'words', 'unavailable'],
])('an image whose sync fails because %s is not there, and leaves nothing behind', async (_name, fault, code) => {
  const folder = mkdtempSync(join(tmpdir(), 'rb-assets-'))
  const assets = new FileAssetStore(folder)
  faults.push(fault)
  await expect(assets.put('b1', 'aa', Buffer.from('image'))).rejects.toMatchObject({ code })
  expect(await assets.open('b1', 'aa')).toBeUndefined()
  expect(readdirSync(join(folder, 'b1'))).toEqual([])
})

it('is not stored when its name may be lost, except where folders cannot be synced', async () => {
  const assets = new FileAssetStore(mkdtempSync(join(tmpdir(), 'rb-assets-')))
  faults.push(null, withCode('EIO'))
  await expect(assets.put('b1', 'aa', Buffer.from('image'))).rejects.toMatchObject({ code: 'unavailable' })
  for (const code of ['EPERM', 'EISDIR']) {
    faults.push(null, withCode(code))
    await assets.put('b1', 'aa', Buffer.from('image'))
  }
  expect(await assets.totalBytes('b1')).toBe(5)
})
