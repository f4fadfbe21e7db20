import { ROLES, type Role } from '@remedyboard/shared/protocol/role'
import type { SealedRows } from '@remedyboard/shared/workshop/sealed'
import type { WorkshopState } from '@remedyboard/shared/workshop/state'
import { ownViewFor, sharedViewFor, type SharedView } from '@remedyboard/shared/workshop/view'
import type { Clock } from './clock.ts'
import type { Connection } from './connection.ts'
import { encodeSession } from './frame.ts'

/** At most four per second: a join of fifty people is a dozen messages, not fifty. */
const SESSION_PUSH_MS = 250

/** The parts of a view as JSON, by their names. */
type Parts = ReadonlyMap<string, string>

/**
 * Sends everybody their view of the session (message 103): whole on connecting, then only the parts that changed. The shared ones
 * are written once per role, a person's own only to them.
 */
export class SessionPush {
  readonly #clock: Clock
  readonly #receivers: () => Iterable<Connection>
  readonly #awaySince: ReadonlyMap<string, number>
  #state: WorkshopState
  #rows: SealedRows
  #storing = true
  /** as it is now, for those who connect; made when somebody asks */
  readonly #current = new Map<Role, Parts>()
  /** as it was at the last push */
  readonly #pushed = new Map<Role, Parts>()
  /** what those have who connected since: it may be neither what was pushed nor what is pushed next */
  #served = new WeakMap<Connection, Parts>()
  /** the own part that each connection has */
  readonly #own = new WeakMap<Connection, { role: Role; json: string }>()
  #lastPushAt = -Infinity
  #cancel: (() => void) | null = null

  constructor(options: {
    clock: Clock
    receivers: () => Iterable<Connection>
    state: WorkshopState
    rows: SealedRows
    awaySince: ReadonlyMap<string, number>
  }) {
    this.#clock = options.clock
    this.#receivers = options.receivers
    this.#state = options.state
    this.#rows = options.rows
    this.#awaySince = options.awaySince
    for (const role of ROLES) this.#pushed.set(role, this.#partsFor(role))
  }

  /** The whole view to one person at once, on connecting. */
  send(connection: Connection): void {
    const me = ownViewFor(this.#state, this.#rows, connection.participantId)
    if (!me) return
    const json = JSON.stringify(me)
    this.#own.set(connection, { role: me.role, json })
    const parts = this.#partsFor(me.role)
    this.#served.set(connection, parts)
    this.#write(connection, parts, json, true)
  }

  /** The durable state changed. */
  setState(state: WorkshopState, rows: SealedRows): void {
    if (state === this.#state && rows === this.#rows) return
    this.#state = state
    this.#rows = rows
    this.#current.clear()
    this.#schedule()
  }

  setStoring(storing: boolean): void {
    if (storing === this.#storing) return
    this.#storing = storing
    // Told to everybody, whatever else they have.
    this.#schedule(true)
  }

  /** Somebody came or went: only facilitators are told since when. */
  noteAwayChange(): void {
    this.#current.delete('facilitator')
    this.#schedule()
  }

  close(): void {
    this.#cancel?.()
    this.#cancel = null
  }

  #tellAll = false

  #schedule(tellAll = false): void {
    this.#tellAll ||= tellAll
    const wait = Math.max(0, this.#lastPushAt + SESSION_PUSH_MS - this.#clock.elapsed())
    this.#cancel ??= this.#clock.after(wait, () => {
      this.#cancel = null
      this.#lastPushAt = this.#clock.elapsed()
      this.#push()
    })
  }

  #push(): void {
    const changed = new Map(ROLES.map((role) => [role, this.#changesFor(role)]))
    const served = this.#served
    this.#served = new WeakMap()
    const tellAll = this.#tellAll
    this.#tellAll = false
    for (const connection of this.#receivers()) {
      const me = ownViewFor(this.#state, this.#rows, connection.participantId)
      const had = this.#own.get(connection)
      if (!me || !had) continue
      if (me.role !== had.role) {
        // Another role sees other parts.
        this.send(connection)
        continue
      }
      const json = JSON.stringify(me)
      const own = json === had.json ? null : json
      const atFirst = served.get(connection)
      const shared = atFirst ? changesFrom(atFirst, this.#partsFor(me.role)) : (changed.get(me.role) ?? NO_PARTS)
      if (!tellAll && own === null && shared.size === 0) continue
      this.#own.set(connection, { role: me.role, json })
      this.#write(connection, shared, own)
    }
  }

  /** What the role's view has that it did not have at the last push. */
  #changesFor(role: Role): Parts {
    const before = this.#pushed.get(role)
    const now = this.#partsFor(role)
    this.#pushed.set(role, now)
    return changesFrom(before ?? NO_PARTS, now)
  }

  #partsFor(role: Role): Parts {
    let parts = this.#current.get(role)
    if (!parts) {
      const view: SharedView = sharedViewFor(this.#state, this.#rows, role, this.#awaySince)
      parts = new Map(Object.entries(view).map(([name, value]) => [name, JSON.stringify(value)]))
      this.#current.set(role, parts)
    }
    return parts
  }

  #write(connection: Connection, shared: Parts, own: string | null, whole = false): void {
    const fields = [...shared].map(([name, json]) => `${JSON.stringify(name)}:${json}`).join(',')
    const me = own === null ? '' : `"me":${own},`
    const scope = whole ? '"whole":true,' : ''
    connection.send(
      encodeSession(`{"now":${this.#clock.now()},"storing":${this.#storing},${scope}${me}"shared":{${fields}}}`),
      this.#clock.elapsed(),
    )
  }
}

const NO_PARTS: Parts = new Map()

function changesFrom(before: Parts, now: Parts): Parts {
  return new Map([...now].filter(([name, json]) => before.get(name) !== json))
}
