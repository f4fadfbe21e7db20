import type { BoardAccess, BoardInfo, BoardStore, CompactionPoint, LogEntry, StoredBoard } from './board-store.ts'
import { buildInThread } from './build-in-thread.ts'
import { compactInSteps } from './sqlite-compaction.ts'
import { SqliteThread, type ThreadOptions } from './sqlite-thread.ts'
import { StoreError } from './store-error.ts'
import type { StoreRequest } from './store-request.ts'

/** Boards in one SQLite file, written by a thread of its own: a slow disk delays acknowledgements and nothing else. */
export class SqliteBoardStore implements BoardStore {
  readonly #thread: SqliteThread
  /** One compaction at a time: what two would hold in memory, and write between two commits, adds up. */
  #compaction: Promise<unknown> = Promise.resolve()
  #closed: Promise<void> | null = null

  private constructor(thread: SqliteThread) {
    this.#thread = thread
  }

  /** Opens or creates the database in `folder`. Rejects with a `StoreError` that says why it cannot be used. */
  static async open(folder: string, options: ThreadOptions = {}): Promise<SqliteBoardStore> {
    return new SqliteBoardStore(await SqliteThread.open(folder, options))
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

  async compact(boardId: string, point: CompactionPoint): Promise<number> {
    this.#mustBeOpen()
    const run = (): Promise<number> => compactInSteps((request) => this.#thread.ask(request), buildInThread, boardId, point)
    const compaction = this.#compaction.then(run)
    this.#compaction = compaction.catch(() => undefined)
    return compaction
  }

  close(): Promise<void> {
    this.#closed ??= this.#close()
    return this.#closed
  }

  async #close(): Promise<void> {
    await this.#compaction
    await this.#thread.close()
  }

  async #ask(request: StoreRequest): Promise<unknown> {
    this.#mustBeOpen()
    return this.#thread.ask(request)
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new StoreError('closed', 'The store is closed.')
  }
}

/** A view into a large buffer would be cloned to the thread with all of that buffer. */
function compactBuffers<T extends { readonly update?: Uint8Array }>(entry: T): T {
  const { update } = entry
  return update && update.byteLength !== update.buffer.byteLength ? { ...entry, update: update.slice() } : entry
}
