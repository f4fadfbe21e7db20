import { parentPort } from 'node:worker_threads'
import * as Y from 'yjs'

// Entry point of the thread that `SnapshotChecker` starts.

parentPort?.on('message', (update: Uint8Array) => {
  try {
    Y.decodeUpdate(update)
    parentPort?.postMessage(null)
  } catch (error) {
    parentPort?.postMessage(error instanceof Error ? error.message : String(error))
  }
})
