import { Worker } from 'node:worker_threads'
import type { StorageWorker } from './sqlite-thread.ts'
import type { WorkerCall } from './store-request.ts'
import { threadFile } from './thread-file.ts'

/**
 * How a thread dies. `call-lost`: it never sees the next thing that it is asked. `reply-lost`: it does what it was asked before, and
 * never tells. `idle`: it does that and tells, and dies then.
 */
export type Death = 'idle' | 'call-lost' | 'reply-lost'

/** The storage thread, for tests that let it die. Never cut off from outside: that would end the process. */
export class MortalWorker implements StorageWorker {
  readonly #worker: Worker
  #death: Death | null = null

  constructor(folder: string) {
    this.#worker = new Worker(threadFile('sqlite-worker'), { workerData: { folder } })
  }

  on(event: string, listener: (value: never) => void): void {
    this.#worker.on(event as 'message', (value: unknown) => {
      // Whoever listens knows what its event brings.
      if (event !== 'message' || this.#death !== 'reply-lost') listener(value as never)
    })
  }

  postMessage(call: WorkerCall): void {
    if (this.#death === 'call-lost') this.#crash()
    else this.#worker.postMessage(call)
  }

  doom(death: Death): void {
    this.#death = death
    if (death !== 'call-lost') this.#crash()
  }

  /** Resolves with what it has to say next. */
  said(): Promise<unknown> {
    return new Promise((resolve) => this.#worker.once('message', resolve))
  }

  /** Something that no thread of ours would be asked: it throws, and nobody catches that. */
  #crash(): void {
    this.#worker.postMessage(null)
  }
}
