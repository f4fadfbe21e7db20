import type { Person } from '@remedyboard/shared/workshop/state'
import * as Y from 'yjs'
import type { Clock } from './clock.ts'
import type { Connection } from './connection.ts'
import { BadFrameError } from './frame.ts'
import { applyGuarded, type GuardedOrigin } from './guard.ts'
import { checkUpdate, hasMissingDependencies, newClientsOf } from './update-check.ts'

/** Changes that wait for what they build on: an honest client sends that within its next frames. */
const MAX_WAITING_BYTES = 8 * 1024 * 1024
const MAX_WAITING_MS = 20_000

/** What became of a client's changes. `waiting`: what they build on has not come yet. */
export type IntakeOutcome = 'applied' | 'waiting' | 'too-much'

/** Takes clients' changes into the document: decode-check, order, ownership, guard. */
export class Intake {
  readonly #doc: Y.Doc
  readonly #clock: Clock
  readonly #ownerOfClient = new Map<number, string>()

  constructor(doc: Y.Doc, clock: Clock) {
    this.#doc = doc
    this.#clock = clock
  }

  /** Throws `BadFrameError` for what no honest client sends. */
  take(connection: Connection, person: Person, bytes: Uint8Array): IntakeOutcome {
    const whole = connection.waitingUpdate ? Y.mergeUpdates([connection.waitingUpdate, bytes]) : bytes
    const update = checkUpdate(whole)
    if (hasMissingDependencies(update, this.#doc)) {
      const now = this.#clock.now()
      if (!connection.waitingUpdate) connection.waitingSince = now
      connection.waitingUpdate = whole
      return now - connection.waitingSince > MAX_WAITING_MS || whole.byteLength > MAX_WAITING_BYTES ? 'too-much' : 'waiting'
    }
    connection.waitingUpdate = undefined
    this.#claimClients(person.id, newClientsOf(update, this.#doc))
    const origin: GuardedOrigin<Connection> = { author: connection, restored: false }
    connection.refuse(applyGuarded(this.#doc, update, person, origin).refused)
    return 'applied'
  }

  /** New structs under a client id are its owner's alone: forged ones would make all further edits of that person look known. */
  #claimClients(participantId: string, clients: ReadonlySet<number>): void {
    for (const client of clients) {
      const owner = this.#ownerOfClient.get(client)
      if (owner !== undefined && owner !== participantId) throw new BadFrameError('Changes under the client id of somebody else')
    }
    for (const client of clients) this.#ownerOfClient.set(client, participantId)
  }
}
