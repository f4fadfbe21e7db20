import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { FileAssetStore } from './file-asset-store.ts'

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'rb-assets-'))

describe('FileAssetStore', () => {
  it('keeps images per board, once each, and leaves no drafts behind', async () => {
    const folder = newFolder()
    const assets = new FileAssetStore(folder)
    expect(await assets.totalBytes('b1')).toBe(0)
    for (let i = 0; i < 2; i++) await assets.put('b1', 'aa', Buffer.from('image'))
    await Promise.all([assets.put('b1', 'bb', Buffer.from('123')), assets.put('b1', 'bb', Buffer.from('123'))])
    const image = await assets.open('b1', 'aa')
    expect(image).toMatchObject({ bytes: 5, head: Buffer.from('image') })
    expect(image && (await text(image.content))).toBe('image')
    expect(await assets.open('b2', 'aa')).toBeUndefined()
    expect(await assets.totalBytes('b1')).toBe(8)
    expect(readdirSync(join(folder, 'b1'))).toEqual(['aa', 'bb'])
  })

  it('never leaves its folder', async () => {
    const assets = new FileAssetStore(newFolder())
    for (const name of ['..', '../x', 'a/b', '', 'A', '.', 'a\0']) {
      await expect(assets.put(name, 'aa', Buffer.of(1))).rejects.toMatchObject({ code: 'unavailable' })
      await expect(assets.open('b1', name)).rejects.toMatchObject({ code: 'unavailable' })
    }
  })

  it('says what is wrong when an image cannot be read, and counts what can be', async () => {
    const folder = newFolder()
    const assets = new FileAssetStore(folder)
    await assets.put('b1', 'aa', Buffer.from('image'))
    mkdirSync(join(folder, 'b1', 'bb'))
    symlinkSync('nowhere', join(folder, 'b1', 'cc'))
    await expect(assets.open('b1', 'bb')).rejects.toMatchObject({ code: 'unavailable' })
    expect(await assets.totalBytes('b1')).toBeGreaterThanOrEqual(5)
    await expect(assets.put('b1', 'bb', Buffer.of(1))).rejects.toMatchObject({ code: 'unavailable' })
    expect(readdirSync(join(folder, 'b1')).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('says what is wrong when the folder cannot be used', async () => {
    const file = join(newFolder(), 'a-file')
    writeFileSync(file, '')
    await expect(new FileAssetStore(file).put('b1', 'aa', Buffer.of(1))).rejects.toMatchObject({ code: 'unavailable' })
  })
})
