import { mkdtemp, readdir, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadServerSecret, ServerSecretError } from './server-secret.ts'

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'rb-secret-'))

describe('the server secret', () => {
  it('is made once, for its owner only, and stays', async () => {
    const folder = join(await newFolder(), 'data')
    const first = await loadServerSecret(folder)
    expect(first.length).toBe(32)
    expect((await stat(join(folder, 'server-secret'))).mode & 0o777).toBe(0o600)
    expect(await loadServerSecret(folder)).toEqual(first)
    expect(await readdir(folder)).toEqual(['server-secret'])
  })

  it('is the same for servers that start at once', async () => {
    const folder = await newFolder()
    const secrets = await Promise.all(Array.from({ length: 8 }, () => loadServerSecret(folder)))
    expect(new Set(secrets.map((secret) => secret.toString('hex'))).size).toBe(1)
    expect(await readdir(folder)).toEqual(['server-secret'])
  })

  it('is refused when the file is damaged, instead of being replaced, which would cut off every link', async () => {
    const folder = await newFolder()
    await writeFile(join(folder, 'server-secret'), 'short')
    await expect(loadServerSecret(folder)).rejects.toBeInstanceOf(ServerSecretError)
  })
})
