import { Worker } from 'node:worker_threads'
import type { BoardAccess, BoardInfo, BoardStore, LogEntry, Snapshot, StoredBoard } from './board-store.ts'
import { SnapshotChecker } from './snapshot-checker.ts'
import { StoreError } from './store-error.ts'
import type { StoreRequest, WorkerCall, WorkerReply } from './store-request.ts'

interface Waiting {
  request: StoreRequest
  resolve: (value: unknown) => void
  reject: (error: StoreError) => void
}

/** Tests run from the sources, but a thread needs JavaScript: they start the built worker, the one that ships. */
const WORKER_FILE = import.meta.url.endsWith('.ts') ? '../../dist/storage/sqlite-worker.js' : './sqlite-worker.js'

/** Boards in one SQLite file, written by a thread of its own: a slow disk delays acknowledgements and nothing else. */
export class SqliteBoardStore implements BoardStore {
  readonly #worker: Worker
  readonly #checker = new SnapshotChecker()
  #queue: Waiting[] = []
  #running: Waiting[] | null = null
  readonly #compactions = new Set<Promise<void>>()
  #closed: Promise<void> | null = null
  /** set when nothing more will be asked */
  #onWorkerClosed: (() => void) | null = null
  #lost: StoreError | null = null
  #opening: { resolve: () => void; reject: (error: StoreError) => void } | null = null

  private constructor(worker: Worker) {
    this.#worker = worker
    worker.on('message', (message: WorkerReply) => this.#onReply(message))
    worker.on('error', (error) => this.#onLost(new StoreError('unavailable', error.message)))
    worker.on('exit', () => this.#onLost(new StoreError('unavailable', 'The storage thread has ended.')))
  }

  /** Opens or creates the database in `folder`. Rejects with a `StoreError` that says why it cannot be used. */
  static async open(folder: string): Promise<SqliteBoardStore> {
    const store = new SqliteBoardStore(new Worker(new URL(WORKER_FILE, import.meta.url), { workerData: { folder } }))
    await new Promise<void>((resolve, reject) => {
      store.#opening = { resolve, reject }
    })
    return store
  }

  async createBoard(info: BoardInfo, first: LogEntry): Promise<void> {
    await this.#ask({ type: 'create', info, first: compactBuffers(first) })
  }

  async board(boardId: string): Promise<BoardInfo | undefined> {
    return (await this.#ask({ type: 'board', boardId })) as BoardInfo | undefined
  }

  async boardByJoinCode(joinCode: string): Promise<BoardInfo | undefined> {
    return (await this.#ask({ type: 'board-by-join-code', joinCode })) as BoardInfo | undefined
  }

  async setAccess(boardId: string, { generations, joinCode }: BoardAccess): Promise<void> {
    await this.#ask({ type: 'set-access', boardId, access: { generations, joinCode } })
  }

  async append(boardId: string, entry: LogEntry, after: number): Promise<void> {
    await this.#ask({ type: 'append', boardId, entry: compactBuffers(entry), after })
  }

  async load(boardId: string): Promise<StoredBoard | undefined> {
    return (await this.#ask({ type: 'load', boardId })) as StoredBoard | undefined
  }

  async compact(boardId: string, snapshot: Snapshot): Promise<void> {
    this.#mustBeUsable()
    const compaction = this.#compact(boardId, compactBuffers(snapshot))
    this.#compactions.add(compaction)
    try {
      await compaction
    } finally {
      this.#compactions.delete(compaction)
    }
  }

  close(): Promise<void> {
    this.#closed ??= this.#close()
    return this.#closed
  }

  async #compact(boardId: string, snapshot: Snapshot): Promise<void> {
    await this.#checker.check(snapshot.update)
    await this.#enqueue({ type: 'compact', boardId, snapshot })
  }

  async #close(): Promise<void> {
    await Promise.allSettled(this.#compactions)
    await this.#checker.close()
    if (this.#lost) return
    await new Promise<void>((resolve) => {
      this.#onWorkerClosed = resolve
      this.#next()
    })
  }

  async #ask(request: StoreRequest): Promise<unknown> {
    this.#mustBeUsable()
    return this.#enqueue(request)
  }

  #enqueue(request: StoreRequest): Promise<unknown> {
    if (this.#lost) return Promise.reject(this.#lost)
    return new Promise((resolve, reject) => {
      this.#queue.push({ request, resolve, reject })
      this.#next()
    })
  }

  #mustBeUsable(): void {
    if (this.#lost) throw this.#lost
    if (this.#closed) throw new StoreError('closed', 'The store is closed.')
  }

  /** The next commit starts when the last returned and takes along everything that waits. */
  #next(): void {
    if (this.#running || this.#lost) return
    if (this.#queue.length > 0) {
      this.#running = this.#queue
      this.#queue = []
      this.#post({ type: 'run', batch: this.#running.map(({ request }) => request) })
    } else if (this.#onWorkerClosed) {
      this.#running = []
      this.#post({ type: 'close' })
    }
  }

  #post(call: WorkerCall): void {
    this.#worker.postMessage(call)
  }

  #onReply(message: WorkerReply): void {
    if (message.type === 'results') {
      const answered = this.#running ?? []
      this.#running = null
      this.#next()
      answered.forEach(({ resolve, reject }, i) => {
        const result = message.results[i]
        if (result && 'value' in result) resolve(result.value)
        else reject(new StoreError(result?.failure.code ?? 'unavailable', result?.failure.message ?? 'The storage thread gave no answer.'))
      })
    } else if (message.type === 'opened') {
      this.#opening?.resolve()
    } else if (message.type === 'failed') {
      this.#onLost(new StoreError(message.failure.code, message.failure.message))
    } else {
      this.#onWorkerClosed?.()
    }
  }

  #onLost(error: StoreError): void {
    this.#lost ??= error
    this.#opening?.reject(this.#lost)
    for (const { reject } of [...(this.#running ?? []), ...this.#queue]) reject(this.#lost)
    this.#running = null
    this.#queue = []
    this.#onWorkerClosed?.()
  }
}

/** A view into a large buffer would be cloned to the thread with all of that buffer. */
function compactBuffers<T extends { readonly update?: Uint8Array }>(entry: T): T {
  const { update } = entry
  return update && update.byteLength !== update.buffer.byteLength ? { ...entry, update: update.slice() } : entry
}
