import { Worker } from 'node:worker_threads'
import { StoreError } from './store-error.ts'
import type { StoreRequest, WorkerCall, WorkerReply } from './store-request.ts'
import { threadFile } from './thread-file.ts'

interface Waiting {
  request: StoreRequest
  resolve: (value: unknown) => void
  reject: (error: StoreError) => void
}

/** As much of a thread as is needed here. */
export interface StorageWorker {
  on(event: 'message', listener: (reply: WorkerReply) => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  on(event: 'exit', listener: () => void): unknown
  postMessage(call: WorkerCall): void
}

/** First wait before a lost thread is started again; doubles up to the maximum until one answers. */
const FIRST_RESTART_MS = 100
const MAX_RESTART_MS = 5_000

export interface ThreadOptions {
  /** the thread was lost and will be started again */
  onLost?: (error: StoreError) => void
  /** tests kill what they start */
  start?: (folder: string) => StorageWorker
  /** tests wait for nothing */
  after?: (ms: number, run: () => void) => () => void
}

/**
 * The thread that owns the database. When it ends without being asked to (out of memory, a fault in SQLite's binding), everything
 * that was under way fails with 'unavailable', be it stored or not, and a new thread is started: callers who try again find out.
 * Until it answers, every request fails at once.
 */
export class SqliteThread {
  readonly #folder: string
  readonly #options: Required<ThreadOptions>
  #worker: StorageWorker | null = null
  /** false until the database is open */
  #usable = false
  #queue: Waiting[] = []
  #running: Waiting[] | null = null
  #restarts = 0
  #cancelRestart = (): void => undefined
  /** set when nothing more will be asked */
  #onClosed: (() => void) | null = null
  #opening: { resolve: () => void; reject: (error: StoreError) => void } | null = null

  private constructor(folder: string, options: ThreadOptions) {
    this.#folder = folder
    this.#options = { onLost: () => undefined, start: startWorker, after: timer, ...options }
  }

  /** Resolves when the database is open. Rejects with a `StoreError` that says why it cannot be used; then nothing is tried again. */
  static async open(folder: string, options: ThreadOptions = {}): Promise<SqliteThread> {
    const thread = new SqliteThread(folder, options)
    await new Promise<void>((resolve, reject) => {
      thread.#opening = { resolve, reject }
      thread.#start()
    })
    thread.#opening = null
    return thread
  }

  /** Requests that wait while a batch runs go into the next one. */
  ask(request: StoreRequest): Promise<unknown> {
    if (!this.#usable) return Promise.reject(new StoreError('unavailable', 'The storage thread is not running.'))
    return new Promise((resolve, reject) => {
      this.#queue.push({ request, resolve, reject })
      this.#next()
    })
  }

  /** Resolves when everything that was asked is answered and the database is closed. */
  async close(): Promise<void> {
    this.#cancelRestart()
    if (!this.#worker) return
    await new Promise<void>((resolve) => {
      this.#onClosed = resolve
      this.#next()
    })
  }

  #start(): void {
    const worker = this.#options.start(this.#folder)
    this.#worker = worker
    worker.on('message', (message: WorkerReply) => this.#onReply(message))
    worker.on('error', (error) => this.#onLost(worker, new StoreError('unavailable', error.message)))
    worker.on('exit', () => this.#onLost(worker, new StoreError('unavailable', 'The storage thread has ended.')))
  }

  /** The next commit starts when the last returned and takes along everything that waits. */
  #next(): void {
    if (this.#running || !this.#usable) return
    if (this.#queue.length > 0) {
      this.#running = this.#queue
      this.#queue = []
      this.#post({ type: 'run', batch: this.#running.map(({ request }) => request) })
    } else if (this.#onClosed) {
      this.#usable = false
      this.#post({ type: 'close' })
    }
  }

  #post(call: WorkerCall): void {
    this.#worker?.postMessage(call)
  }

  #onReply(message: WorkerReply): void {
    if (message.type === 'results') {
      const answered = this.#running ?? []
      this.#running = null
      this.#restarts = 0
      this.#next()
      answered.forEach(({ resolve, reject }, i) => {
        const result = message.results[i]
        if (result && 'value' in result) resolve(result.value)
        else reject(new StoreError(result?.failure.code ?? 'unavailable', result?.failure.message ?? 'The storage thread gave no answer.'))
      })
    } else if (message.type === 'opened') {
      this.#usable = true
      this.#opening?.resolve()
      this.#next()
    } else if (message.type === 'failed') {
      this.#fail(new StoreError(message.failure.code, message.failure.message))
    } else {
      this.#end()
    }
  }

  #onLost(worker: StorageWorker, error: StoreError): void {
    // Tells twice: the error, then the end.
    if (worker === this.#worker) this.#fail(error)
  }

  #fail(error: StoreError): void {
    // It ends by itself. Cutting off a thread in the middle of a call to SQLite would end the whole process.
    this.#worker = null
    this.#usable = false
    const lost = [...(this.#running ?? []), ...this.#queue]
    this.#running = null
    this.#queue = []
    for (const { reject } of lost) reject(new StoreError('unavailable', error.message))
    if (this.#opening) this.#opening.reject(error)
    else if (this.#onClosed) this.#end()
    else this.#restart(error)
  }

  #restart(error: StoreError): void {
    const wait = Math.min(MAX_RESTART_MS, FIRST_RESTART_MS * 2 ** this.#restarts)
    this.#restarts += 1
    this.#cancelRestart = this.#options.after(wait, () => this.#start())
    this.#options.onLost(error)
  }

  #end(): void {
    this.#worker = null
    this.#onClosed?.()
  }
}

function startWorker(folder: string): StorageWorker {
  return new Worker(threadFile('sqlite-worker'), { workerData: { folder } })
}

function timer(ms: number, run: () => void): () => void {
  const timeout = setTimeout(run, ms)
  return () => clearTimeout(timeout)
}
