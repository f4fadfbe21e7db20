import { CloseCode, type CloseCodeValue } from '@remedyboard/shared/protocol/close-code'
import type * as Y from 'yjs'
import type { Clock } from './clock.ts'
import type { CommitQueue } from './commit-queue.ts'
import type { Connection } from './connection.ts'
import { decodeFrame, type ClientFrame } from './frame.ts'
import { DocumentDamagedError } from './guard/guard.ts'
import { LiveGuard } from './guard/live-guard.ts'
import { Intake } from './intake.ts'
import { LiveRelay } from './live-relay.ts'
import type { Presence } from './presence.ts'
import type { RoomLogger } from './room-logger.ts'
import { SyncAnswers } from './sync-answers.ts'
import type { WorkshopLog } from './workshop-log.ts'

/** While the store fails, edits beyond this are not taken in: their senders keep them and send them again. */
const MAX_UNSTORED_BYTES = 32 * 1024 * 1024

export interface ReceptionOptions {
  boardId: string
  doc: Y.Doc
  commits: CommitQueue<Connection>
  workshop: WorkshopLog
  presence: Presence
  receivers: () => ReadonlySet<Connection>
  clock: Clock
  logger: RoomLogger
  /** ends a connection that the room cannot go on with */
  drop: (connection: Connection, code: CloseCodeValue) => void
  /** the document in memory is no longer what the log says */
  onDamaged: () => void
}

/** Hears what people say on their sockets, frame by frame, and answers it or sees that it is done. */
export class Reception {
  readonly #options: ReceptionOptions
  readonly #sync: SyncAnswers
  readonly #live: LiveRelay
  readonly #intake: Intake
  unknownFrames = 0

  constructor(options: ReceptionOptions) {
    const { doc, commits, workshop, receivers, clock } = options
    this.#options = options
    this.#sync = new SyncAnswers(doc, commits, clock)
    const guard = new LiveGuard<Connection>(doc, ({ participantId }) => workshop.editorOf(participantId))
    this.#live = new LiveRelay({ clock, receivers, permit: (sender, frame) => guard.permit(sender, frame) })
    this.#intake = new Intake(doc, clock)
  }

  /** Client ids that belong to somebody. */
  get clientIds(): number {
    return this.#intake.clientIds
  }

  /** Opens the talk with somebody who has just connected. */
  greet(connection: Connection): void {
    this.#sync.ask(connection)
  }

  wholeBoard(): Promise<Uint8Array> {
    return this.#sync.wholeBoard()
  }

  leave(connection: Connection): void {
    this.#intake.leave(connection)
    this.#sync.leave(connection)
  }

  /** Takes in one frame. A frame that cannot be read, or one too many, costs its sender the connection and nobody else anything. */
  receive(connection: Connection, bytes: Uint8Array): void {
    const { clock, drop, onDamaged, logger, boardId } = this.#options
    if (!connection.admit(bytes.byteLength, clock.elapsed())) {
      drop(connection, CloseCode.overloaded)
      return
    }
    try {
      this.#handle(connection, decodeFrame(bytes))
    } catch (error) {
      // Else whatever the decoder stumbled over: ends of data, lengths, our own limits.
      const damaged = error instanceof DocumentDamagedError
      if (damaged) logger.error({ board: boardId, error: error.message }, 'an update damaged the document; it is loaded again')
      else logger.info({ board: boardId, error: String(error) }, 'bad frame')
      drop(connection, CloseCode.badFrame)
      if (damaged) onDamaged()
    }
  }

  /** Ends with those whose changes have waited too long for what they build on, and forgets what is over. */
  tidy(): void {
    for (const connection of this.#options.receivers()) {
      if (this.#intake.isOverdue(connection)) this.#options.drop(connection, CloseCode.overloaded)
    }
    this.#intake.prune()
  }

  close(): void {
    this.#live.close()
    this.#sync.close()
  }

  #handle(connection: Connection, frame: ClientFrame): void {
    const { presence, clock, drop } = this.#options
    switch (frame.type) {
      case 'sync-step-1':
        if (!this.#sync.answer(connection, frame.stateVector)) drop(connection, CloseCode.overloaded)
        return
      case 'update':
        return this.#takeIn(connection, frame.update)
      case 'awareness':
        return presence.receive(connection, frame.entries)
      case 'query-awareness':
        // A provider never asks, and answering costs much in a full room.
        if (connection.admitSync(clock.elapsed())) presence.sendAll(connection)
        else drop(connection, CloseCode.overloaded)
        return
      case 'ack':
        return this.#acknowledge(connection, frame.n)
      case 'live':
        return this.#live.receive(connection, frame.frame)
      case 'unknown':
        this.unknownFrames += 1
        return
      default:
        frame satisfies never
    }
  }

  #takeIn(connection: Connection, bytes: Uint8Array): void {
    const { workshop, commits, drop } = this.#options
    const person = workshop.personOf(connection.participantId)
    if (!person || commits.waitingBytes > MAX_UNSTORED_BYTES) {
      // Whoever connected was on the roster then.
      drop(connection, person ? CloseCode.overloaded : CloseCode.removed)
      return
    }
    const alreadyWaiting = connection.waiting !== undefined
    const outcome = this.#intake.take(connection, workshop.editorOf(person.id), bytes)
    if (outcome === 'too-much') drop(connection, CloseCode.overloaded)
    // Whatever is missing, the client's answer to step 1 has it.
    else if (outcome === 'waiting' && !alreadyWaiting) this.#sync.ask(connection)
    const heldAck = connection.waitingAck
    if (heldAck === undefined || connection.waiting) return
    connection.waitingAck = undefined
    this.#acknowledge(connection, heldAck)
  }

  /** Echoes `n` when everything that came before it on this socket is durable. */
  #acknowledge(connection: Connection, n: number): void {
    if (connection.waiting) {
      connection.waitingAck = n
      return
    }
    const { commits, clock } = this.#options
    connection.noteAsked(n)
    // One echo answers for all lower numbers: of those that wait for one commit only the last is kept, however long that takes.
    commits.whenDurable(() => connection.sendAck(n, clock.elapsed()), connection)
  }
}
