import { Worker } from 'node:worker_threads'
import { StoreError } from './store-error.ts'

interface Waiting {
  resolve: () => void
  reject: (error: StoreError) => void
}

/** As in `sqlite-board-store.ts`. */
const WORKER_FILE = import.meta.url.endsWith('.ts') ? '../../dist/storage/snapshot-checker-worker.js' : './snapshot-checker-worker.js'

/**
 * Decodes snapshots before they replace the log. In a thread of its own: decoding a board of 5,000 cards takes 60 ms, which would delay
 * every acknowledgement in the room or every commit of all rooms. Started with the first snapshot.
 */
export class SnapshotChecker {
  #worker: Worker | null = null
  #waiting: Waiting[] = []

  /** Rejects with 'bad-snapshot' when the update cannot be decoded. */
  check(update: Uint8Array): Promise<void> {
    const worker = (this.#worker ??= this.#start())
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      worker.postMessage(update)
    })
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
  }

  #start(): Worker {
    const worker = new Worker(new URL(WORKER_FILE, import.meta.url))
    // Answers come in the order of the questions.
    worker.on('message', (flaw: string | null) => {
      const next = this.#waiting.shift()
      if (flaw === null) next?.resolve()
      else next?.reject(new StoreError('bad-snapshot', flaw))
    })
    worker.on('error', () => undefined)
    worker.on('exit', () => {
      this.#worker = null
      for (const { reject } of this.#waiting.splice(0)) reject(new StoreError('unavailable', 'The snapshot could not be checked.'))
    })
    worker.unref()
    return worker
  }
}
