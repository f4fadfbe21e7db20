import { Worker } from 'node:worker_threads'
import type { FontSubsetResponse } from '@remedyboard/shared/protocol/api'
import type { Clock } from '../room/clock.ts'

/** Main thread → font thread: one at a time. */
export interface FontCall {
  text: string
}

export type FontReply = { font: FontSubsetResponse } | { failure: string }

/** The font that was asked for is not made: too many wait, or the font cannot be read. */
export class FontError extends Error {
  readonly code: 'busy' | 'failed'

  constructor(code: FontError['code'], message: string) {
    super(message)
    this.name = 'FontError'
    this.code = code
  }
}

interface Waiting {
  text: string
  resolve: (font: FontSubsetResponse) => void
  reject: (error: FontError) => void
}

/** Tests run from the sources, but a thread needs JavaScript: they start the built worker, the one that ships. */
const WORKER_FILE = import.meta.url.endsWith('.ts') ? '../../dist/fonts/font-worker.js' : './font-worker.js'

/** At about a second each, who comes later had better try again. */
const MAX_WAITING = 20

/** A board is exported a few times in a row; a font of a large one has 400 kB. */
const MAX_KEPT = 16

/** The thread holds about 60 MB, and exports come in bursts. */
const IDLE_MS = 60_000

/** Cuts fonts in a thread of its own, which lives only while it is needed. Equal texts are cut once. */
export class FontSubsetter {
  readonly #clock: Clock
  readonly #kept = new Map<string, Promise<FontSubsetResponse>>()
  readonly #waiting: Waiting[] = []
  #running: Waiting | null = null
  #worker: Worker | null = null
  #cancelIdle: (() => void) | null = null

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Rejects with a `FontError`. */
  subset(text: string): Promise<FontSubsetResponse> {
    const key = [...new Set(text)].sort().join('')
    const known = this.#kept.get(key)
    if (known) {
      // the most recently used last
      this.#kept.delete(key)
      this.#kept.set(key, known)
      return known
    }
    if (this.#waiting.length >= MAX_WAITING) return Promise.reject(new FontError('busy', 'too many fonts are waiting'))
    const font = new Promise<FontSubsetResponse>((resolve, reject) => this.#waiting.push({ text: key, resolve, reject }))
    this.#kept.set(key, font)
    font.catch(() => this.#kept.delete(key))
    const oldest = this.#kept.keys().next()
    if (this.#kept.size > MAX_KEPT && !oldest.done) this.#kept.delete(oldest.value)
    this.#next()
    return font
  }

  /** Ends the thread; what waits is rejected. */
  async close(): Promise<void> {
    this.#cancelIdle?.()
    const worker = this.#worker
    this.#fail('the server is stopping')
    await worker?.terminate()
  }

  #next(): void {
    if (this.#running) return
    const next = this.#waiting.shift()
    if (!next) {
      this.#cancelIdle = this.#clock.after(IDLE_MS, () => {
        const idle = this.#worker
        this.#worker = null
        void idle?.terminate()
      })
      return
    }
    this.#cancelIdle?.()
    this.#cancelIdle = null
    this.#running = next
    this.#worker ??= this.#start()
    this.#worker.postMessage({ text: next.text } satisfies FontCall)
  }

  #start(): Worker {
    const worker = new Worker(new URL(WORKER_FILE, import.meta.url))
    worker.unref()
    worker.on('message', (reply: FontReply) => {
      const done = this.#running
      this.#running = null
      if ('font' in reply) done?.resolve(reply.font)
      else done?.reject(new FontError('failed', reply.failure))
      this.#next()
    })
    const lost = (why: string) => {
      // a thread that we ended ourselves is no longer this one
      if (this.#worker === worker) this.#fail(why)
    }
    worker.on('error', (error) => lost(error.message))
    worker.on('exit', () => lost('the font thread has ended'))
    return worker
  }

  /** The next request starts a new thread. */
  #fail(why: string): void {
    this.#worker = null
    const failed = [...(this.#running ? [this.#running] : []), ...this.#waiting.splice(0)]
    this.#running = null
    for (const { reject } of failed) reject(new FontError('failed', why))
  }
}
