import { CloseCode } from '@remedyboard/shared/protocol/close-code'
import * as Y from 'yjs'
import type { Clock } from './clock.ts'
import { reasonOf, type Connection } from './connection.ts'
import { BadFrameError, encodeSyncStep1, encodeSyncStep2 } from './frame.ts'

/** A state vector has about ten bytes per client id; the longest-lived boards have some thousand of them. */
const MAX_STATE_VECTOR_BYTES = 256 * 1024

/** A board of 10,000 records (3.5 MB) takes 52 ms to write. */
const BYTES_PER_MS = 64 * 1024

/** The part of the room's commit queue that joiners wait for. */
interface Barrier {
  whenDurable(run: () => void): void
}

/** Hands the board to those who come. */
export class SyncAnswers {
  readonly #doc: Y.Doc
  readonly #commits: Barrier
  readonly #clock: Clock
  /** the whole board, until the next change: fifty joiners cost one encoding */
  #wholeBoard: { update: Uint8Array; frame: Uint8Array } | null = null
  /** whoever waits for an answer, and the answer once it is written */
  readonly #owed = new Map<Connection, Uint8Array | null>()
  readonly #waiting: { connection: Connection; stateVector: Uint8Array }[] = []
  #cancelNext: (() => void) | null = null

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
    connection.send(encodeSyncStep1(Y.encodeStateVector(this.#doc)), this.#clock.elapsed())
  }

  /**
   * Answers a client's question; false when it asks too often. The answer holds what is in memory when it is written and leaves when
   * all of that is durable: nobody ever sees what a crash can take back. Answers that have to be written for one client alone take
   * at most half of the room's time: whoever works has the other half. Throws `BadFrameError` for what no client has.
   */
  answer(connection: Connection, stateVector: Uint8Array): boolean {
    if (!connection.admitSync(this.#clock.elapsed())) return false
    if (stateVector.length > MAX_STATE_VECTOR_BYTES) throw new BadFrameError(`A state vector of ${stateVector.length} bytes`)
    // What is on its way, or what is passed on behind it, says all that another answer could.
    if (this.#owed.has(connection)) return true
    this.#owed.set(connection, null)
    // An empty state vector is one zero byte.
    if (stateVector.length <= 1) this.#send(connection, this.#encodedBoard().frame)
    else if (this.#cancelNext) this.#waiting.push({ connection, stateVector })
    else this.#write(connection, stateVector)
    return true
  }

  /** The whole board as an update, for whoever has no socket yet; like every answer only when all of it is durable. The same bytes until the next change. */
  wholeBoard(): Promise<Uint8Array> {
    const { update } = this.#encodedBoard()
    return new Promise((resolve) => this.#commits.whenDurable(() => resolve(update)))
  }

  /** Nobody is there any more to be answered. */
  leave(connection: Connection): void {
    this.#owed.delete(connection)
  }

  close(): void {
    this.#cancelNext?.()
    this.#cancelNext = null
    this.#waiting.length = 0
    this.#owed.clear()
  }

  #write(connection: Connection, stateVector: Uint8Array): void {
    const frame = encodeSyncStep2(Y.encodeStateAsUpdate(this.#doc, stateVector))
    this.#send(connection, frame)
    const pause = Math.floor((2 * frame.length) / BYTES_PER_MS)
    if (pause > 0) this.#cancelNext = this.#clock.after(pause, () => this.#writeNext())
  }

  #writeNext(): void {
    this.#cancelNext = null
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      if (!this.#owed.has(next.connection) || !next.connection.open) continue
      this.#tryToWrite(next.connection, next.stateVector)
      if (this.#cancelNext) return
    }
  }

  /** Its question was not read when it came. */
  #tryToWrite(connection: Connection, stateVector: Uint8Array): void {
    try {
      this.#write(connection, stateVector)
    } catch {
      connection.close(CloseCode.badFrame, reasonOf(CloseCode.badFrame))
    }
  }

  #send(connection: Connection, written: Uint8Array): void {
    this.#owed.set(connection, written)
    this.#commits.whenDurable(() => {
      const frame = this.#owed.get(connection)
      if (!frame) return
      this.#owed.delete(connection)
      connection.synced = true
      connection.sendBoard(frame, this.#clock.elapsed())
    })
  }

  #encodedBoard(): { update: Uint8Array; frame: Uint8Array } {
    if (this.#wholeBoard) return this.#wholeBoard
    const update = Y.encodeStateAsUpdate(this.#doc)
    this.#wholeBoard = { update, frame: encodeSyncStep2(update) }
    return this.#wholeBoard
  }
}
