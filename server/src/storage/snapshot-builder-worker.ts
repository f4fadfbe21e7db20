import { constants, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { buildSnapshot } from './build-snapshot.ts'
import type { BuildOrder, BuildReply } from './build-in-thread.ts'
import { StoreError } from './store-error.ts'

// Entry point of the thread that `buildInThread` starts for each snapshot.

// On Linux a priority is a thread's, elsewhere the whole process's: whoever waits for an acknowledgement goes first.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW)

parentPort?.once('message', ({ updates, former, now }: BuildOrder) => {
  parentPort?.postMessage(build())

  function build(): BuildReply {
    try {
      return { built: buildSnapshot(updates, former, now) }
    } catch (error) {
      return { flaw: error instanceof StoreError ? error.message : String(error) }
    }
  }
})
