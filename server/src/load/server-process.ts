import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../main.js', import.meta.url))
/** Passes on what comes and does nothing else. */
export const FLOOR = fileURLToPath(new URL('bench-floor.js', import.meta.url))

/** Linux counts the CPU time of a process in these: sysconf(_SC_CLK_TCK) is 100 on every platform that Node runs on. */
const TICKS_PER_SECOND = 100

/** The built server as an operator runs it: a process of its own with its own data folder. */
export class ServerProcess {
  readonly #dataDir: string
  readonly #program: string
  #child: ChildProcess | undefined
  #port = 0

  constructor(dataDir: string, program = MAIN) {
    this.#dataDir = dataDir
    this.#program = program
  }

  get port(): number {
    return this.#port
  }

  get pid(): number {
    return this.#child?.pid ?? 0
  }

  /** Starts on a free port at first, on the same port from then on. */
  async start(): Promise<void> {
    const env = { ...process.env, HOST: '127.0.0.1', PORT: String(this.#port), DATA_DIR: this.#dataDir, LOG_LEVEL: 'silent' }
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', this.#program], {
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    this.#child = child
    this.#port = await new Promise<number>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const found = /https?:\/\/[^\s:/]+:(\d+)/.exec(line)
        if (found) resolve(Number(found[1]))
      })
      child.once('exit', (code, signal) => reject(new Error(`the server ended with ${signal ?? code}`)))
    })
  }

  /** SIGKILL; resolves when it is gone. */
  async kill(): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }

  /** Seconds of CPU that all its threads have used. Linux only. */
  cpuSeconds(): number {
    // The second field is the program's name in brackets and may hold spaces.
    const fields = readFileSync(`/proc/${this.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
  }
}
