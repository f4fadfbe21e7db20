import * as Y from 'yjs'
import type { Clock } from './clock.ts'
import type { Connection } from './connection.ts'
import { encodeSyncStep1, encodeSyncStep2 } from './frame.ts'

/** The part of the room's commit queue that joiners wait for. */
interface Barrier {
  whenDurable(run: () => void): void
}

/** Hands the board to those who come. */
export class SyncAnswers {
  readonly #doc: Y.Doc
  readonly #commits: Barrier
  readonly #clock: Clock
  /** the whole board as a frame, until the next change: fifty joiners cost one encoding */
  #wholeBoard: Uint8Array | null = null

  constructor(doc: Y.Doc, commits: Barrier, clock: Clock) {
    this.#doc = doc
    this.#commits = commits
    this.#clock = clock
    doc.on('update', () => {
      this.#wholeBoard = null
    })
  }

  /** Asks a client for what the server does not have. */
  ask(connection: Connection): void {
    connection.send(encodeSyncStep1(Y.encodeStateVector(this.#doc)), this.#clock.now())
  }

  /**
   * Answers a client's question; false when it asks too often. The answer holds what is in memory now and leaves when all of that is
   * durable: nobody ever sees what a crash can take back.
   */
  answer(connection: Connection, stateVector: Uint8Array): boolean {
    if (!connection.admitSync(this.#clock.now())) return false
    // An empty state vector is one zero byte.
    const frame = stateVector.length <= 1 ? this.#wholeBoardFrame() : encodeSyncStep2(Y.encodeStateAsUpdate(this.#doc, stateVector))
    this.#commits.whenDurable(() => {
      connection.synced = true
      connection.send(frame, this.#clock.now())
    })
    return true
  }

  #wholeBoardFrame(): Uint8Array {
    this.#wholeBoard ??= encodeSyncStep2(Y.encodeStateAsUpdate(this.#doc))
    return this.#wholeBoard
  }
}
