import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A host name that only the tests' browser resolves: over plain http it is no secure context, like an address on the LAN. */
export const MADE_UP_HOST = 'workshop.test'

const serverMain = fileURLToPath(new URL('../../server/dist/main.js', import.meta.url))

/** The built server as an operator runs it: its own process and its own data folder. */
export interface Server {
  readonly port: number
  /** `http://localhost:<port>`, without a slash at the end; `host` may be the made-up one */
  url(host?: string): string
  /** What it said on stdout and stderr, for messages of failed tests. */
  log(): string
  /** Ends it at once, as a power cut would; its data folder stays. */
  kill(): Promise<void>
  /** Starts it again on the same port and data folder. */
  restart(): Promise<void>
  /** Ends it and removes its data. */
  dispose(): Promise<void>
}

/** Starts a server on a free port of 127.0.0.1. */
export async function startServer(settings: Record<string, string> = {}): Promise<Server> {
  const dataDir = await mkdtemp(join(tmpdir(), 'remedyboard-e2e-'))
  const output: string[] = []
  let running = await launch(dataDir, 0, settings, output)
  const { port } = running

  async function kill(): Promise<void> {
    if (running.child.exitCode !== null || running.child.signalCode !== null) return
    const ended = once(running.child, 'exit')
    running.child.kill('SIGKILL')
    await ended
  }

  return {
    port,
    url: (host = 'localhost') => `http://${host}:${port}`,
    log: () => output.join('\n'),
    kill,
    async restart() {
      await kill()
      running = await launch(dataDir, port, settings, output)
    },
    async dispose() {
      await kill()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function launch(
  dataDir: string,
  port: number,
  settings: Record<string, string>,
  output: string[],
): Promise<{ child: ChildProcess; port: number }> {
  const env = { ...process.env, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, ...settings }
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', serverMain], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  return await new Promise((resolve, reject) => {
    const onLine = (line: string) => {
      output.push(line)
      // The banner names the address it listens on; with PORT=0 that is the only place where the port is known.
      const found = /https?:\/\/[^\s:/]+:(\d+)/.exec(line)
      if (found) resolve({ child, port: Number(found[1]) })
    }
    createInterface({ input: child.stdout }).on('line', onLine)
    createInterface({ input: child.stderr }).on('line', (line) => output.push(line))
    child.once('exit', (code, signal) => reject(new Error(`the server ended with ${signal ?? code}:\n${output.join('\n')}`)))
  })
}
