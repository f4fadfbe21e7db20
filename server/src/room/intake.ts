import * as Y from 'yjs'
import { ClientOwners } from './client-owners.ts'
import type { Clock } from './clock.ts'
import type { Connection } from './connection.ts'
import { applyGuarded, type Editor, type GuardedOrigin } from './guard/guard.ts'
import { BadFrameError } from './frame.ts'
import { checkIntegrationCost } from './integration-cost.ts'
import { integrationOrder } from './integration-order.ts'
import { PersonBudget } from './person-budget.ts'
import { bringsNothing, checkUpdate, newClientsOf, type CheckedUpdate } from './update-check.ts'

/**
 * Changes that wait for what they build on: an honest client sends that within its next frames. They are merged anew each time
 * something arrives, so that a megabyte is enough.
 */
const MAX_WAITING = { bytes: 1024 * 1024, frames: 500, attempts: 20, ms: 20_000 }

/**
 * Structs and deletions of one person's updates, through whichever of their sockets: a board of 20,000 records at once and a drag of
 * 3,000 cards all the time. Each costs some microseconds of everybody's time.
 */
const WORK_LIMIT = { perSecond: 10_000, burst: 200_000 }

/** Steps of `checkIntegrationCost` by one person: 60 ns each, so that searching takes a sixteenth of everybody's time at most. */
const SEARCH_LIMIT = { perSecond: 1_000_000, burst: 4_000_000 }

/** Bytes of one person's updates in the long run: they stay on the disk. A drawing hand makes some kB a second. */
const STORED_LIMIT = { perSecond: 64 * 1024, burst: 64 * 1024 * 1024 }

/** Root types of a document, which Yjs never forgets. The layout has three; what others hold is refused record by record. */
const MAX_ROOTS = 16

/** What became of a client's changes. `waiting`: what they build on has not come yet. */
export type IntakeOutcome = 'applied' | 'waiting' | 'too-much'

/** Takes clients' changes into the document: decode-check, order, ownership, guard. */
export class Intake {
  readonly #doc: Y.Doc
  readonly #clock: Clock
  readonly #owners: ClientOwners
  readonly #work = new PersonBudget(WORK_LIMIT)
  readonly #stored = new PersonBudget(STORED_LIMIT)
  readonly #search = new PersonBudget(SEARCH_LIMIT)

  constructor(doc: Y.Doc, clock: Clock) {
    this.#doc = doc
    this.#clock = clock
    this.#owners = new ClientOwners(clock)
  }

  /** `editor` is null for viewers. Throws `BadFrameError` for what no honest client sends. */
  take(connection: Connection, editor: Editor | null, bytes: Uint8Array): IntakeOutcome {
    const first = checkUpdate(bytes)
    if (!this.#afford(connection, first)) return 'too-much'
    // A viewer's changes never come in, so what builds on them would wait for ever.
    if (!editor) connection.waiting = undefined
    const fit = editor ? this.#fit(connection, first) : 'fits'
    if (fit === 'too-much') return fit
    if (fit === 'fits') return this.#apply(connection, editor, first) ? this.#takeWaiting(connection, editor) : 'too-much'
    const waiting = (connection.waiting ??= { frames: [], bytes: 0, attempts: 0, since: this.#clock.elapsed() })
    waiting.frames.push(bytes)
    waiting.bytes += bytes.byteLength
    return waiting.frames.length > MAX_WAITING.frames || waiting.bytes > MAX_WAITING.bytes ? 'too-much' : 'waiting'
  }

  /** True when a client's changes have waited for too long. */
  isOverdue({ waiting }: Connection): boolean {
    return waiting !== undefined && this.#clock.elapsed() - waiting.since > MAX_WAITING.ms
  }

  leave(connection: Connection): void {
    this.#owners.leave(connection)
  }

  get clientIds(): number {
    return this.#owners.size
  }

  prune(): void {
    const now = this.#clock.elapsed()
    this.#owners.prune()
    this.#work.prune(now)
    this.#stored.prune(now)
    this.#search.prune(now)
  }

  #afford({ participantId }: Connection, { update, size }: CheckedUpdate): boolean {
    const now = this.#clock.elapsed()
    const work = size.structs + size.deletions
    return this.#work.take(participantId, work, now) && this.#stored.take(participantId, update.byteLength, now)
  }

  /** `waiting` when it builds on something that has not come yet. Throws `BadFrameError` when no budget would be enough. */
  #fit({ participantId }: Connection, { decoded, size }: CheckedUpdate): 'fits' | 'waiting' | 'too-much' {
    const newRoots = [...size.roots].filter((name) => !this.#doc.share.has(name))
    if (newRoots.length > 0 && this.#doc.share.size + newRoots.length > MAX_ROOTS) throw new BadFrameError('Too many roots')
    const order = integrationOrder(decoded, this.#doc)
    if (!order) return 'waiting'
    const steps = checkIntegrationCost(order, decoded.ds.clients, this.#doc)
    return steps === 0 || this.#search.take(participantId, steps, this.#clock.elapsed()) ? 'fits' : 'too-much'
  }

  /** What waited may be complete now. Merged only here, so that piling up costs nothing but its bytes. */
  #takeWaiting(connection: Connection, editor: Editor | null): IntakeOutcome {
    if (!connection.waiting) return 'applied'
    connection.waiting.attempts += 1
    const update = checkUpdate(Y.mergeUpdates(connection.waiting.frames))
    if (!this.#afford(connection, update)) return 'too-much'
    const fit = this.#fit(connection, update)
    if (fit !== 'fits') return connection.waiting.attempts > MAX_WAITING.attempts ? 'too-much' : fit
    connection.waiting = undefined
    return this.#apply(connection, editor, update) ? 'applied' : 'too-much'
  }

  /** False when this connection has had too much refused. */
  #apply(connection: Connection, editor: Editor | null, update: CheckedUpdate): boolean {
    if (bringsNothing(update, this.#doc)) return true
    const now = this.#clock.elapsed()
    if (!editor) return connection.refuse([{ record: '', facet: '', code: 'viewer' }], now)
    this.#owners.claim(connection, newClientsOf(update, this.#doc))
    const origin: GuardedOrigin<Connection> = { author: connection, restored: false, failed: false }
    return connection.refuse(applyGuarded(this.#doc, update, editor, origin, this.#clock.now()), now)
  }
}
