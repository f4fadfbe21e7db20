import { parentPort, workerData } from 'node:worker_threads'
import { serveDatabase } from './serve-database.ts'

// Entry point of the thread that `SqliteThread` starts.

if (parentPort) serveDatabase(parentPort, (workerData as { folder: string }).folder)
