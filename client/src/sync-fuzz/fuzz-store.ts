import type { BoardInfo, BoardStore, CompactionPoint, LogEntry, StoredBoard, BoardAccess } from '../../../server/src/storage/board-store.ts'
import { MemoryBoardStore } from '../../../server/src/storage/memory-board-store.ts'
import { StoreError } from '../../../server/src/storage/store-error.ts'

interface Waiting {
  run: () => Promise<void>
  resolve: () => void
  reject: (error: StoreError) => void
}

/** The disk: outlives every server process. */
export class FuzzDisk {
  readonly board = new MemoryBoardStore()
}

/**
 * One process's way to the disk. Writes wait until the run lets them happen, may fail with or without having happened, and after
 * `kill` nobody hears of them any more.
 */
export class FuzzStore implements BoardStore {
  readonly #disk: FuzzDisk
  #waiting: Waiting[] = []
  #dead = false
  /** this many writes fail from now on; `landed`: although they happened */
  failures: { landed: boolean }[] = []

  constructor(disk: FuzzDisk) {
    this.#disk = disk
  }

  get waiting(): number {
    return this.#waiting.length
  }

  /** The oldest write happens. */
  async commitOne(): Promise<void> {
    const next = this.#waiting.shift()
    if (!next) return
    const failure = this.failures.shift()
    if (failure && !failure.landed) return next.reject(new StoreError('unavailable', 'The fuzz says so.'))
    try {
      await next.run()
    } catch (error) {
      return next.reject(error as StoreError) // the memory store throws nothing else
    }
    if (failure) next.reject(new StoreError('unavailable', 'The fuzz says so, although it was written.'))
    else next.resolve()
  }

  /** SIGKILL: of what is under way, the first `landing` writes reach the disk; nobody is told. */
  async kill(landing: number): Promise<void> {
    this.#dead = true
    for (const { run } of this.#waiting.splice(0).slice(0, landing)) await run().catch(() => undefined)
  }

  append(boardId: string, entry: LogEntry, after: number): Promise<void> {
    return this.#later(() => this.#disk.board.append(boardId, entry, after))
  }

  async compact(boardId: string, point: CompactionPoint): Promise<number> {
    let bytes = 0
    await this.#later(async () => {
      bytes = await this.#disk.board.compact(boardId, point)
    })
    return bytes
  }

  createBoard(info: BoardInfo, first: LogEntry): Promise<void> {
    return this.#disk.board.createBoard(info, first)
  }

  board(boardId: string): Promise<BoardInfo | undefined> {
    return this.#disk.board.board(boardId)
  }

  boardByJoinCode(joinCode: string): Promise<BoardInfo | undefined> {
    return this.#disk.board.boardByJoinCode(joinCode)
  }

  setAccess(boardId: string, access: BoardAccess): Promise<void> {
    return this.#disk.board.setAccess(boardId, access)
  }

  load(boardId: string): Promise<StoredBoard | undefined> {
    return this.#disk.board.load(boardId)
  }

  async close(): Promise<void> {
    this.#dead = true
  }

  #later(run: () => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      if (!this.#dead) this.#waiting.push({ run, resolve, reject })
    })
  }
}
