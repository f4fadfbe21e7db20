import { Worker } from 'node:worker_threads'
import type { BoardAccess, BoardInfo, BoardStore, LogEntry, Snapshot, StoredBoard } from './board-store.ts'
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
  #queue: Waiting[] = []
  #running: Waiting[] | null = null
  #closing: { done: Promise<void>; resolve: () => void } | null = null
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
    await this.#ask({ type: 'compact', boardId, snapshot: compactBuffers(snapshot) })
  }

  close(): Promise<void> {
    if (!this.#closing) {
      let resolve = (): void => undefined
      const done = new Promise<void>((settle) => (resolve = settle))
      this.#closing = { done, resolve }
      if (this.#lost) resolve()
      else this.#next()
    }
    return this.#closing.done
  }

  #ask(request: StoreRequest): Promise<unknown> {
    const unusable = this.#lost ?? (this.#closing ? new StoreError('closed', 'The store is closed.') : null)
    if (unusable) return Promise.reject(unusable)
    return new Promise((resolve, reject) => {
      this.#queue.push({ request, resolve, reject })
      this.#next()
    })
  }

  /** The next commit starts when the last returned and takes along everything that waits. */
  #next(): void {
    if (this.#running) return
    if (this.#queue.length > 0) {
      this.#running = this.#queue
      this.#queue = []
      this.#post({ type: 'run', batch: this.#running.map(({ request }) => request) })
    } else if (this.#closing) {
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
      this.#closing?.resolve()
    }
  }

  #onLost(error: StoreError): void {
    this.#lost ??= error
    this.#opening?.reject(this.#lost)
    for (const { reject } of [...(this.#running ?? []), ...this.#queue]) reject(this.#lost)
    this.#running = null
    this.#queue = []
    this.#closing?.resolve()
  }
}

/** A view into a large buffer would be cloned to the thread with all of that buffer. */
function compactBuffers<T extends { readonly update?: Uint8Array }>(entry: T): T {
  const { update } = entry
  return update && update.byteLength !== update.buffer.byteLength ? { ...entry, update: update.slice() } : entry
}
