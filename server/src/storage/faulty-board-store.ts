import type { LogEntry } from './board-store.ts'
import { MemoryBoardStore } from './memory-board-store.ts'
import { StoreError } from './store-error.ts'

/**
 * What the disk does with a commit. `fail`: nothing is written, and it says so. `land-and-fail`: it is written, and the disk says that it
 * was not (fsync failed after the write). `hang`: nothing happens until `answer`; then it is written (late). `hang-and-fail`: likewise, but
 * then it fails.
 */
export type Fault = 'fail' | 'land-and-fail' | 'hang' | 'hang-and-fail'

/** A store in memory whose commits go wrong as a test says. */
export class FaultyBoardStore extends MemoryBoardStore {
  /** for the next commits, one each; afterwards everything works */
  faults: (Fault | 'none')[] = []
  /** commits that were tried */
  attempts = 0
  #hanging: (() => void)[] = []

  /** Lets what hangs come to its end. */
  answer(): void {
    for (const go of this.#hanging.splice(0)) go()
  }

  get hanging(): number {
    return this.#hanging.length
  }

  override async append(boardId: string, entry: LogEntry, after: number): Promise<void> {
    this.attempts += 1
    const fault = this.faults.shift() ?? 'none'
    if (fault === 'hang' || fault === 'hang-and-fail') await new Promise<void>((resolve) => this.#hanging.push(resolve))
    if (fault !== 'fail' && fault !== 'hang-and-fail') await super.append(boardId, entry, after)
    if (fault !== 'none' && fault !== 'hang') throw new StoreError('unavailable', `The test says: ${fault}.`)
  }
}
