import type { Clock } from './clock.ts'
import type { Connection } from './connection.ts'
import { BadFrameError } from './frame.ts'

/** A client id stays its owner's for this long after they left: a lost network must not cost them what they typed meanwhile. */
const KEPT_MS = 15 * 60_000

/** A tab writes under one id, and brings what earlier visits wrote offline. Each id makes every later sync longer, for ever. */
const MAX_IDS_PER_CONNECTION = 100
/** Of all devices and visits of somebody in the time that ids are kept. */
const MAX_IDS_PER_PERSON = 200

interface Owner {
  participantId: string
  /** sockets that use the id now */
  connections: Set<Connection>
  /** `Clock.elapsed` until which nobody else may take it, once no socket uses it */
  keptUntil: number
}

/**
 * Which Yjs client id is whose. Structs forged under somebody's id would make all their further edits look known, so that they were
 * ignored without a word.
 */
export class ClientOwners {
  readonly #clock: Clock
  readonly #owners = new Map<number, Owner>()
  readonly #idsOf = new Map<Connection, Set<number>>()
  readonly #countOf = new Map<string, number>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  get size(): number {
    return this.#owners.size
  }

  /** Throws `BadFrameError` when one of the ids is somebody else's, or when there are too many. */
  claim(connection: Connection, ids: ReadonlySet<number>): void {
    const { participantId } = connection
    const now = this.#clock.elapsed()
    for (const id of ids) {
      const owner = this.#owners.get(id)
      if (owner && owner.participantId !== participantId && (owner.connections.size > 0 || owner.keptUntil > now)) {
        throw new BadFrameError('Changes under the client id of somebody else')
      }
    }
    const claimed = this.#idsOf.get(connection) ?? new Set()
    this.#idsOf.set(connection, claimed)
    for (const id of ids) {
      claimed.add(id)
      const owner = this.#owners.get(id)
      if (owner?.participantId === participantId) owner.connections.add(connection)
      else {
        if (owner) this.#count(owner.participantId, -1)
        this.#count(participantId, 1)
        this.#owners.set(id, { participantId, connections: new Set([connection]), keptUntil: 0 })
      }
    }
    const ofPerson = this.#countOf.get(participantId) ?? 0
    if (claimed.size > MAX_IDS_PER_CONNECTION || ofPerson > MAX_IDS_PER_PERSON) throw new BadFrameError('Changes under too many client ids')
  }

  /** The socket is gone; its person keeps the ids for a while. */
  leave(connection: Connection): void {
    const keptUntil = this.#clock.elapsed() + KEPT_MS
    for (const id of this.#idsOf.get(connection) ?? []) {
      const owner = this.#owners.get(id)
      if (owner?.connections.delete(connection)) owner.keptUntil = keptUntil
    }
    this.#idsOf.delete(connection)
  }

  /** Forgets ids that nobody has used for long. */
  prune(): void {
    const now = this.#clock.elapsed()
    for (const [id, { participantId, connections, keptUntil }] of this.#owners) {
      if (connections.size > 0 || keptUntil > now) continue
      this.#owners.delete(id)
      this.#count(participantId, -1)
    }
  }

  #count(participantId: string, change: 1 | -1): void {
    const count = (this.#countOf.get(participantId) ?? 0) + change
    if (count > 0) this.#countOf.set(participantId, count)
    else this.#countOf.delete(participantId)
  }
}
