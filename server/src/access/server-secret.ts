import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'

/** 256 bits: the strength of the HMAC-SHA256 that it keys. */
const SECRET_BYTES = 32
const FILE_NAME = 'server-secret'

/** The data folder holds a secret file that is not one of ours. */
export class ServerSecretError extends Error {
  readonly code = 'bad-secret'
  readonly path: string
  constructor(path: string) {
    super(`The file ${path} is damaged: it must hold exactly ${SECRET_BYTES} bytes.`)
    this.path = path
  }
}

/**
 * The secret that every key and token of this server is made from; created on first use, readable by its owner only.
 * Two servers starting at once on one folder end up with the same secret.
 */
export async function loadServerSecret(dataDir: string): Promise<Buffer> {
  await mkdir(dataDir, { recursive: true })
  const path = join(dataDir, FILE_NAME)
  const secret = (await readIfThere(path)) ?? (await createSecret(path))
  if (secret.length !== SECRET_BYTES) throw new ServerSecretError(path)
  return secret
}

async function createSecret(path: string): Promise<Buffer> {
  const draft = `${path}.${randomBytes(6).toString('hex')}.tmp`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(randomBytes(SECRET_BYTES))
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    // A link is atomic and, unlike a rename, never replaces the file of a server that was faster.
    await link(draft, path)
  } catch (error) {
    if (!isFileError(error, 'EEXIST')) throw error
  } finally {
    await unlink(draft)
  }
  return readFile(path)
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return undefined
    throw error
  }
}

function isFileError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
