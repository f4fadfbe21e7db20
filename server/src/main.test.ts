import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'

/** The program that ships: `pnpm types` has built it before the unit tests run. */
const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url))
const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

interface Run {
  code: number | null
  out: string
  err: string
}

interface Running {
  child: ChildProcess
  /** resolves with what stdout has said once it says this */
  says(text: string): Promise<string>
  done: Promise<Run>
}

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'rb-main-'))

function start(settings: Record<string, string>): Running {
  const { PATH } = process.env
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
    env: { PATH, HOST: '127.0.0.1', PORT: '0', DATA_DIR: newFolder(), ...settings },
  })
  children.push(child)
  let out = ''
  let err = ''
  let heard = (): void => undefined
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
    heard()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  return {
    child,
    says: (text) =>
      new Promise((resolve, reject) => {
        heard = () => {
          if (out.includes(text)) resolve(out)
        }
        heard()
        child.once('exit', () => reject(new Error(`ended early: ${err}`)))
      }),
    done: once(child, 'close').then(([code]: (number | null)[]) => ({ code: code ?? null, out, err })),
  }
}

/** One line that says what to do, nothing on stdout, exit code 1. */
async function failure(settings: Record<string, string>): Promise<string> {
  const { code, out, err } = await start(settings).done
  expect({ code, out, lines: err.trimEnd().split('\n').length }, err).toEqual({ code: 1, out: '', lines: 1 })
  expect(err).not.toMatch(/\bat .*\.js:\d+/)
  return err
}

describe('a start that fails says in one line what to do', () => {
  it('when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const line = await failure({ PORT: String(port) })
    other.close()
    expect(line).toContain(`Port ${port} is already in use`)
    expect(line).toContain('PORT=')
  })

  it('when the data folder cannot be written', async () => {
    const file = join(newFolder(), 'a-file')
    writeFileSync(file, '')
    const line = await failure({ DATA_DIR: join(file, 'data') })
    expect(line).toContain('cannot be written')
    expect(line).toContain('DATA_DIR=')
  })

  it.skipIf(process.getuid?.() === 0)('when the data folder is read-only', async () => {
    const folder = newFolder()
    chmodSync(folder, 0o500)
    expect(await failure({ DATA_DIR: folder })).toContain('cannot be written')
  })

  it('when the database is damaged', async () => {
    const folder = newFolder()
    const first = start({ DATA_DIR: folder })
    await first.says('Remedyboard is running')
    first.child.kill('SIGTERM')
    await first.done
    writeFileSync(join(folder, 'remedyboard.sqlite'), 'this is no database, only text that is long enough to be read as one. '.repeat(100))
    const line = await failure({ DATA_DIR: folder })
    expect(line).toContain('damaged')
    expect(line).toContain(folder)
  })

  it('when the secret is damaged', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'server-secret'), 'short')
    expect(await failure({ DATA_DIR: folder })).toContain('server-secret is damaged')
  })

  it('when a setting makes no sense, in the language of the terminal', async () => {
    expect(await failure({ PORT: 'abc' })).toContain('PORT=abc')
    expect(await failure({ STORE: 'nats' })).toContain('STORE=sqlite')
    expect(await failure({ HOST: '203.0.113.77' })).toContain('HOST=203.0.113.77')
    expect(await failure({ HOST: '203.0.113.77', LANG: 'zh_CN.UTF-8' })).toContain('不是本机的地址')
  })
})

describe('the program', () => {
  it('prints its address, keeps secrets to itself, stops on SIGTERM with 0, and finds its boards again', async () => {
    const folder = newFolder()
    const first = start({ DATA_DIR: folder, CREATE_KEY: 'open-sesame', LOG_LEVEL: 'trace' })
    const url = /http:\/\/localhost:\d+/.exec(await first.says('Ctrl+C'))?.[0]
    const made = (await (
      await fetch(`${url}/api/boards`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-create-key': 'open-sesame' },
        body: JSON.stringify({ template: 'blank', locale: 'en' }),
      })
    ).json()) as { id: string; keys: { facilitator: string } }
    first.child.kill('SIGTERM')
    const { code, out, err } = await first.done
    expect({ code, err }).toEqual({ code: 0, err: expect.not.stringContaining('Error') })
    for (const secret of ['open-sesame', made.keys.facilitator]) expect(out + err).not.toContain(secret)

    const second = start({ DATA_DIR: folder })
    const again = /http:\/\/localhost:\d+/.exec(await second.says('Ctrl+C'))?.[0]
    const joined = await fetch(`${again}/api/boards/${made.id}/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: made.keys.facilitator }),
    })
    expect(joined.status).toBe(200)
    second.child.kill('SIGINT')
    expect((await second.done).code).toBe(0)
  })
})
