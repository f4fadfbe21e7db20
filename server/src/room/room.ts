import { CloseCode, type CloseCodeValue } from '@remedyboard/shared/protocol/close-code'
import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import { purgeExpired, type Tombstones } from '@remedyboard/shared/board/tombstones'
import { admit, type Arrival } from '@remedyboard/shared/workshop/admit'
import { comeBack, type Return } from '@remedyboard/shared/workshop/come-back'
import type { Refusal } from '@remedyboard/shared/workshop/decision'
import type { WorkshopEvent } from '@remedyboard/shared/workshop/event'
import { replaceLink, type ReplacedLink } from '@remedyboard/shared/workshop/replace-link'
import type { Person, WorkshopState } from '@remedyboard/shared/workshop/state'
import { ownViewFor, sharedViewFor, type SessionView } from '@remedyboard/shared/workshop/view'
import * as Y from 'yjs'
import { newId } from '../access/random-id.ts'
import type { BoardStore } from '../storage/board-store.ts'
import { StoreError } from '../storage/store-error.ts'
import { Admission } from './admission.ts'
import { AwaySince } from './away-since.ts'
import { Broadcast } from './broadcast.ts'
import type { Clock, Random } from './clock.ts'
import type { CommitQueue, StoredBatch } from './commit-queue.ts'
import { Compactor } from './compactor.ts'
import { Connection, reasonOf } from './connection.ts'
import { KEEPALIVE_FRAME } from './frame.ts'
import type { GuardedOrigin } from './guard/guard.ts'
import { Journal } from './journal.ts'
import type { LoadedBoard } from './load-board.ts'
import { Presence } from './presence.ts'
import { Reception } from './reception.ts'
import type { RoomLife, RoomState } from './room-life.ts'
import type { RoomLogger } from './room-logger.ts'
import type { RoomSocket } from './room-socket.ts'
import { revealNotes } from './reveal-notes.ts'
import { SessionPush } from './session-push.ts'
import { WorkshopLog } from './workshop-log.ts'

/** y-websocket gives up on a connection after 30 s without a message. */
const KEEPALIVE_MS = 10_000

/** A store that hangs must not keep the process from ending. */
const DRAIN_TIMEOUT_MS = 8_000

export interface RoomOptions {
  boardId: string
  board: LoadedBoard
  /** in `loading` */
  life: RoomLife
  store: BoardStore
  clock: Clock
  random: Random
  logger: RoomLogger
  compactAfterEntries?: number
}

/** One open board: its document, its workshop and everybody who is connected. */
export class Room {
  readonly boardId: string
  readonly #clock: Clock
  readonly #logger: RoomLogger
  readonly #doc: Y.Doc
  readonly #connections = new Set<Connection>()
  readonly #life: RoomLife
  readonly #journal: Journal<Connection>
  readonly #commits: CommitQueue<Connection>
  readonly #broadcast: Broadcast
  readonly #presence: Presence
  readonly #session: SessionPush
  readonly #workshop: WorkshopLog
  readonly #reception: Reception
  readonly #admission: Admission
  readonly #away: AwaySince
  readonly #compactor: Compactor
  #idleSince: number
  #cancelKeepalive: () => void
  #drained: Promise<void> | null = null
  #onClosed = (): void => undefined
  /** Resolves when a new room may load the board. */
  readonly closed = new Promise<void>((resolve) => (this.#onClosed = resolve))

  constructor(options: RoomOptions) {
    const { board, clock } = options
    this.boardId = options.boardId
    this.#clock = clock
    this.#logger = options.logger
    this.#doc = board.doc
    this.#life = options.life
    this.#life.on('loaded')
    this.#idleSince = clock.elapsed()
    this.#journal = new Journal<Connection>({
      ...options,
      seq: board.seq,
      onStored: (batch) => this.#onStored(batch),
      onStoring: (storing) => this.#onStoring(storing),
      // Whoever comes back gets what is stored.
      onDiverged: () => this.#close(CloseCode.restart),
    })
    this.#commits = this.#journal.commits
    this.#compactor = new Compactor({
      ...options,
      log: board.log,
      snapshotBytes: board.snapshotBytes,
      point: () => this.#journal.pointWith(this.#workshop.stored),
    })
    const chance = {
      random: options.random,
      newId: () => newId((size) => Uint8Array.from({ length: size }, () => Math.floor(options.random() * 256))),
    }
    this.#workshop = new WorkshopLog({
      state: board.workshop,
      sealed: board.sealed,
      commits: this.#commits,
      clock,
      reveal: (notes) => revealNotes(this.#doc, notes, chance),
    })
    const receivers = () => this.#connections
    this.#broadcast = new Broadcast({ clock, receivers })
    this.#presence = new Presence({ clock, receivers, userOf: (id) => this.#workshop.presenceUserOf(id) })
    this.#reception = new Reception({
      ...options,
      doc: this.#doc,
      commits: this.#commits,
      workshop: this.#workshop,
      presence: this.#presence,
      receivers,
      drop: (connection, code) => this.#drop(connection, code),
      onDamaged: () => this.#close(CloseCode.restart),
    })
    this.#away = new AwaySince({ clock, connections: receivers, onChange: () => this.#session.noteAwayChange() })
    this.#session = new SessionPush({ clock, receivers, state: board.workshop, rows: board.sealed, awaySince: this.#away.times })
    this.#admission = new Admission(clock)
    this.#doc.on('update', (update: Uint8Array, origin: GuardedOrigin<Connection | null> | object) => {
      // What the workshop puts on the board it stores itself, with its events.
      if (!('failed' in origin) || origin.failed) return
      this.#commits.add({ update, author: origin.restored ? null : origin.author })
    })
    this.#purge(board.tombstones)
    this.#cancelKeepalive = clock.after(KEEPALIVE_MS / 2, () => this.#keepAlive())
  }

  get state(): RoomState {
    return this.#life.state
  }

  /** The workshop as decided so far. */
  get workshop(): WorkshopState {
    return this.#workshop.decided
  }

  /** What somebody on the roster may see of it: what is durable, as on the socket. */
  viewFor({ id }: Person): SessionView {
    const { stored, storedRows, decided, decidedRows } = this.#workshop
    // Somebody whose join is still on its way to the disk has nothing else to see.
    const [state, rows] = Object.hasOwn(stored.people, id) ? [stored, storedRows] : [decided, decidedRows]
    const me = ownViewFor(state, rows, id)
    if (!me) throw new Error('Nobody sees a workshop who has not joined it.')
    return { ...sharedViewFor(state, rows, me.role, this.#away.times), me }
  }

  /** Somebody who joined this board at some time. */
  personOf(participantId: string): Person | undefined {
    return this.#workshop.personOf(participantId)
  }

  get connectionCount(): number {
    return this.#connections.size
  }

  /** What the room holds per connection, for leak tests and metrics. */
  memory(): { connections: number; present: number; clientIds: number } {
    return { connections: this.#connections.size, present: this.#presence.size, clientIds: this.#reception.clientIds }
  }

  /** Messages of types that this version does not know. */
  get unknownFrames(): number {
    return this.#reception.unknownFrames
  }

  /** `Clock.elapsed` since when nobody is connected; undefined while somebody is. */
  get idleSince(): number | undefined {
    return this.#connections.size === 0 ? this.#idleSince : undefined
  }

  /** The board for somebody whose socket is still on its way. Rejects with a `StoreError` while nothing can be stored. */
  async wholeBoard(): Promise<Uint8Array> {
    this.#mustStore()
    return this.#reception.wholeBoard()
  }

  /** Counts as use, for the eviction of idle rooms. */
  touch(): void {
    this.#idleSince = this.#clock.elapsed()
  }

  /** Connects a socket; a close code says why not. */
  attach(socket: RoomSocket, participantId: string): Connection | CloseCodeValue {
    if (!this.#life.admits) return CloseCode.restart
    if (!this.personOf(participantId)) return CloseCode.notAllowed
    const refused = this.#admission.admit(participantId)
    if (refused !== null) return refused
    const connection = new Connection(socket, participantId, this.#clock.elapsed())
    this.#connections.add(connection)
    this.#away.came(participantId)
    // Step 1 before anything else: the client's answer then comes before its first acknowledgement request.
    this.#reception.greet(connection)
    this.#session.send(connection)
    this.#presence.sendAll(connection)
    return connection
  }

  /** The transport is gone, for whatever reason. */
  detach(connection: Connection): void {
    connection.markGone()
    if (!this.#connections.delete(connection)) return
    this.#presence.leave(connection)
    this.#reception.leave(connection)
    this.#admission.leave(connection)
    if (this.personOf(connection.participantId)) this.#away.went(connection.participantId)
    this.touch()
  }

  /** Takes in one frame of a socket. */
  receive(connection: Connection, bytes: Uint8Array): void {
    if (connection.open && this.#life.admits) this.#reception.receive(connection, bytes)
  }

  /** Decides a command. Resolves after the durable commit, or with the refusal. Rejects with a `StoreError` while nothing can be stored. */
  async command(actorId: string, command: WorkshopCommand): Promise<{ version: number } | { refused: Refusal }> {
    this.#mustStore()
    return this.#workshop.command(actorId, command)
  }

  /** Lets somebody in who showed a key. Resolves after the durable commit with who they are now, or with the refusal. */
  async admit(arrival: Arrival | Return): Promise<Person | { refused: Refusal }> {
    const state = this.#workshop.decided
    const decision = 'returns' in arrival ? comeBack(state, arrival) : admit(state, arrival, this.#clock.now())
    if ('refused' in decision) return decision
    this.#mustStore()
    await this.#workshop.record(decision)
    // A facilitator may have put them out meanwhile.
    return this.personOf(arrival.id) ?? { refused: { code: 'not-allowed', message: 'A facilitator has just put this person out.' } }
  }

  /** Tells everybody that a link is another one, and puts out who came by the old one when that was asked for. Resolves after the durable commit. */
  async noteReplacedLink(link: ReplacedLink): Promise<void> {
    this.#mustStore()
    const decision = replaceLink(this.#workshop.decided, this.#workshop.decidedRows, link)
    if ('events' in decision) await this.#workshop.record(decision)
  }

  /** Stores events that the server itself decided. Resolves with the version after the durable commit. */
  async record(events: readonly WorkshopEvent[]): Promise<number> {
    this.#mustStore()
    return this.#workshop.record({ events: [...events] })
  }

  /** Closes every connection of a person. */
  disconnect(participantId: string, code: CloseCodeValue): void {
    for (const connection of this.#connections) if (connection.participantId === participantId) this.#drop(connection, code)
  }

  /** Stores what is there, tells everybody to come back later, and closes. Compacts the log before when there is time for it. */
  drain(options: { compact?: boolean } = {}): Promise<void> {
    this.#drained ??= this.#drain(options.compact ?? false)
    return this.#drained
  }

  #onStored({ update, events, sealed, soleAuthor }: StoredBatch<Connection>): void {
    if (update) this.#broadcast.add(update, soleAuthor)
    if (events.length > 0 || sealed.length > 0) {
      const { people } = this.#workshop.stored
      this.#workshop.noteStored(events, sealed)
      this.#session.setState(this.#workshop.stored, this.#workshop.storedRows)
      if (people !== this.#workshop.stored.people) this.#presence.restamp()
      for (const event of events) if (event.type === 'removed') this.#onRemoved(event.id)
    }
    this.#compactor.noteEntry(update?.byteLength ?? 0)
  }

  /** Removes what is deleted for long, as an entry like any other. Nobody is here yet whose undo could want it. */
  #purge(tombstones: Tombstones): void {
    const origin: GuardedOrigin<null> = { author: null, restored: false, failed: false }
    const purged = this.#doc.transact(() => purgeExpired(this.#doc, tombstones, this.#clock.now()), origin)
    if (purged.length > 0) this.#logger.info({ board: this.boardId, records: purged.length }, 'purged what was deleted for long')
  }

  /** Told by the store, so that nobody is put out by a decision that a crash takes back. */
  #onRemoved(participantId: string): void {
    if (this.personOf(participantId)) return
    this.disconnect(participantId, CloseCode.removed)
    this.#away.forget(participantId)
  }

  #onStoring(storing: boolean): void {
    if (!storing) this.#workshop.rejectWaiting(new StoreError('unavailable', 'The board cannot be stored at the moment.'))
    this.#session.setStoring(storing)
  }

  #mustStore(): void {
    if (!this.#life.stores) throw new StoreError('unavailable', 'The board cannot be stored at the moment.')
    this.touch()
  }

  async #drain(compact: boolean): Promise<void> {
    if (!this.#life.on('drain')) return
    let cancel = (): void => undefined
    const timeout = new Promise<'late'>((resolve) => (cancel = this.#clock.after(DRAIN_TIMEOUT_MS, () => resolve('late'))))
    const outcome = await Promise.race([this.#commits.whenIdle(), timeout])
    cancel()
    this.#close(CloseCode.restart)
    // The store works from the log: whoever comes back now need not wait for it.
    if (compact && outcome !== 'late') await this.#compactor.run()
  }

  #close(code: CloseCodeValue): void {
    if (!this.#life.on('end')) return
    this.#journal.stop()
    this.#workshop.rejectWaiting(new StoreError('unavailable', 'The board was closed.'))
    this.#cancelKeepalive()
    this.#broadcast.flush()
    this.#session.close()
    this.#presence.close()
    this.#reception.close()
    for (const connection of this.#connections) connection.close(code, reasonOf(code))
    this.#connections.clear()
    this.#doc.destroy()
    this.#onClosed()
  }

  #drop(connection: Connection, code: CloseCodeValue): void {
    connection.close(code, reasonOf(code))
    this.detach(connection)
  }

  #keepAlive(): void {
    const now = this.#clock.elapsed()
    for (const connection of this.#connections) {
      if (now - connection.lastSentAt >= KEEPALIVE_MS / 2) connection.send(KEEPALIVE_FRAME, now)
      if (!connection.open) this.detach(connection)
    }
    this.#reception.tidy()
    this.#cancelKeepalive = this.#clock.after(KEEPALIVE_MS / 2, () => this.#keepAlive())
  }
}
