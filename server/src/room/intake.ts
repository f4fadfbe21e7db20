import * as Y from 'yjs'
import { ClientOwners } from './client-owners.ts'
import type { Clock } from './clock.ts'
import type { Connection } from './connection.ts'
import { applyGuarded, type Editor, type GuardedOrigin } from './guard/guard.ts'
import { bringsNothing, checkUpdate, hasMissingDependencies, newClientsOf, type CheckedUpdate } from './update-check.ts'

/** Changes that wait for what they build on: an honest client sends that within its next frames. */
const MAX_WAITING = { bytes: 8 * 1024 * 1024, frames: 500, attempts: 20, ms: 20_000 }

/** What became of a client's changes. `waiting`: what they build on has not come yet. */
export type IntakeOutcome = 'applied' | 'waiting' | 'too-much'

/** Takes clients' changes into the document: decode-check, order, ownership, guard. */
export class Intake {
  readonly #doc: Y.Doc
  readonly #clock: Clock
  readonly #owners: ClientOwners

  constructor(doc: Y.Doc, clock: Clock) {
    this.#doc = doc
    this.#clock = clock
    this.#owners = new ClientOwners(clock)
  }

  /** `editor` is null for viewers. Throws `BadFrameError` for what no honest client sends. */
  take(connection: Connection, editor: Editor | null, bytes: Uint8Array): IntakeOutcome {
    const first = checkUpdate(bytes)
    // A viewer's changes never come in, so what builds on them would wait for ever.
    if (!editor) connection.waiting = undefined
    if (!editor || !hasMissingDependencies(first, this.#doc)) {
      return this.#apply(connection, editor, first) ? this.#takeWaiting(connection, editor) : 'too-much'
    }
    const waiting = (connection.waiting ??= { frames: [], bytes: 0, attempts: 0, since: this.#clock.now() })
    waiting.frames.push(bytes)
    waiting.bytes += bytes.byteLength
    return waiting.frames.length > MAX_WAITING.frames || waiting.bytes > MAX_WAITING.bytes ? 'too-much' : 'waiting'
  }

  /** True when a client's changes have waited for too long. */
  isOverdue({ waiting }: Connection): boolean {
    return waiting !== undefined && this.#clock.now() - waiting.since > MAX_WAITING.ms
  }

  leave(connection: Connection): void {
    this.#owners.leave(connection)
  }

  get clientIds(): number {
    return this.#owners.size
  }

  prune(): void {
    this.#owners.prune()
  }

  /** What waited may be complete now. Merged only here, so that piling up costs nothing but its bytes. */
  #takeWaiting(connection: Connection, editor: Editor | null): IntakeOutcome {
    if (!connection.waiting) return 'applied'
    connection.waiting.attempts += 1
    const update = checkUpdate(Y.mergeUpdates(connection.waiting.frames))
    if (hasMissingDependencies(update, this.#doc)) return connection.waiting.attempts > MAX_WAITING.attempts ? 'too-much' : 'waiting'
    connection.waiting = undefined
    return this.#apply(connection, editor, update) ? 'applied' : 'too-much'
  }

  /** False when this connection has had too much refused. */
  #apply(connection: Connection, editor: Editor | null, update: CheckedUpdate): boolean {
    if (bringsNothing(update, this.#doc)) return true
    const now = this.#clock.now()
    if (!editor) return connection.refuse([{ record: '', facet: '', code: 'viewer' }], now)
    this.#owners.claim(connection, newClientsOf(update, this.#doc))
    const origin: GuardedOrigin<Connection> = { author: connection, restored: false, failed: false }
    return connection.refuse(applyGuarded(this.#doc, update, editor, origin, now), now)
  }
}
