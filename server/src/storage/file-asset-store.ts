import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { ASSET_HEAD_BYTES, type AssetStore, type OpenAsset } from './asset-store.ts'
import { StoreError } from './store-error.ts'

/** What may become part of a path. */
const SAFE_NAME = /^[a-z0-9]{1,64}$/

/** Images as files: `<folder>/<board>/<sha256>`, without extension, so that nothing else ever serves or runs them. */
export class FileAssetStore implements AssetStore {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  async put(boardId: string, sha256: string, bytes: Uint8Array): Promise<void> {
    const folder = this.#folderOf(boardId)
    const draft = join(folder, `${randomUUID()}.tmp`)
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      try {
        await writeDurably(draft, bytes)
        await rename(draft, this.#file(boardId, sha256))
      } catch (error) {
        await unlink(draft).catch(() => undefined)
        throw error
      }
      await syncFolder(folder)
    } catch (error) {
      throw new StoreError(codeOf(error) === 'ENOSPC' ? 'disk-full' : 'unavailable', `The image cannot be stored: ${codeOf(error)}`)
    }
  }

  async open(boardId: string, sha256: string): Promise<OpenAsset | undefined> {
    try {
      const file = await open(this.#file(boardId, sha256), 'r')
      try {
        const { size } = await file.stat()
        const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(size, ASSET_HEAD_BYTES)), { position: 0 })
        return { bytes: size, head: buffer.subarray(0, bytesRead), content: file.createReadStream({ start: 0 }) }
      } catch (error) {
        await file.close()
        throw error
      }
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined
      throw new StoreError('unavailable', `The image cannot be read: ${codeOf(error)}`)
    }
  }

  async totalBytes(boardId: string): Promise<number> {
    const folder = this.#folderOf(boardId)
    const names = await readdir(folder).catch(() => [])
    const sizes = await Promise.all(
      names.map((name) =>
        stat(join(folder, name)).then(
          ({ size }) => size,
          () => 0,
        ),
      ),
    )
    return sizes.reduce((sum, size) => sum + size, 0)
  }

  #folderOf(boardId: string): string {
    return join(this.#folder, safe(boardId))
  }

  #file(boardId: string, sha256: string): string {
    return join(this.#folderOf(boardId), safe(sha256))
  }
}

function safe(name: string): string {
  if (!SAFE_NAME.test(name)) throw new StoreError('unavailable', 'Not the name of a board or an image.')
  return name
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Without it, the name of a new file can be lost although its content is safe. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } catch (error) {
    // Windows cannot sync folders, and does not need to.
    if (codeOf(error) !== 'EPERM' && codeOf(error) !== 'EISDIR') throw error
  } finally {
    await folder.close()
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
