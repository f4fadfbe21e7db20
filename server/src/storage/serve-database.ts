import { SqliteDatabase } from './sqlite-database.ts'
import { storeError } from './sqlite-failure.ts'
import type { WorkerCall, WorkerReply } from './store-request.ts'

/** One end of a channel between threads. */
interface Port {
  postMessage(reply: WorkerReply): void
  on(event: 'message', listener: (call: WorkerCall) => void): void
  close(): void
}

/** Opens the database in `folder` and answers what comes through the port, in order, until it is told to close. */
export function serveDatabase(port: Port, folder: string): void {
  let database: SqliteDatabase
  try {
    database = new SqliteDatabase(folder)
  } catch (error) {
    const { code, message } = storeError(error)
    port.postMessage({ type: 'failed', failure: { code, message } })
    port.close()
    return
  }
  port.postMessage({ type: 'opened' })
  port.on('message', (call) => {
    if (call.type === 'run') {
      port.postMessage({ type: 'results', results: database.run(call.batch) })
    } else {
      database.close()
      port.postMessage({ type: 'closed' })
      port.close()
    }
  })
}
