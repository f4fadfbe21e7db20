import { constants, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { answerOrder, type BuildOrder } from './build-in-thread.ts'

// Entry point of the thread that `buildInThread` starts for each snapshot.

// On Linux a priority is a thread's, elsewhere the whole process's: whoever waits for an acknowledgement goes first.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW)

parentPort?.once('message', (order: BuildOrder) => parentPort?.postMessage(answerOrder(order)))
