import { parentPort, workerData } from 'node:worker_threads'
import { SqliteDatabase } from './sqlite-database.ts'
import { StoreError } from './store-error.ts'
import type { WorkerCall, WorkerReply } from './store-request.ts'

// Entry point of the thread that `SqliteBoardStore.open` starts: a shell around SqliteDatabase.

function reply(message: WorkerReply): void {
  parentPort?.postMessage(message)
}

function open(folder: string): SqliteDatabase | undefined {
  try {
    return new SqliteDatabase(folder)
  } catch (error) {
    const { code, message } = error instanceof StoreError ? error : new StoreError('unavailable', String(error))
    reply({ type: 'failed', failure: { code, message } })
    return undefined
  }
}

const database = open((workerData as { folder: string }).folder)
if (database) {
  reply({ type: 'opened' })
  parentPort?.on('message', (call: WorkerCall) => {
    if (call.type === 'run') {
      reply({ type: 'results', results: database.run(call.batch) })
    } else {
      database.close()
      reply({ type: 'closed' })
      parentPort?.close()
    }
  })
}
