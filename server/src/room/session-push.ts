import { ROLES, type Role } from '@remedyboard/shared/protocol/role'
import type { WorkshopState } from '@remedyboard/shared/workshop/state'
import { ownViewFor, sharedViewFor } from '@remedyboard/shared/workshop/view'
import type { Clock } from './clock.ts'
import type { Connection } from './connection.ts'
import { encodeSession } from './frame.ts'

/** At most four per second: a join of fifty people is a dozen messages, not fifty. */
const SESSION_PUSH_MS = 250

/** Sends everybody their view of the session (message 103), the shared part written once per role. */
export class SessionPush {
  readonly #clock: Clock
  readonly #receivers: () => Iterable<Connection>
  #state: WorkshopState
  #storing = true
  #shared: Partial<Record<Role, string>> = {}
  #lastPushAt = 0
  #cancel: (() => void) | null = null

  constructor(options: { clock: Clock; receivers: () => Iterable<Connection>; state: WorkshopState }) {
    this.#clock = options.clock
    this.#receivers = options.receivers
    this.#state = options.state
  }

  /** To one person at once, on connecting. */
  send(connection: Connection): void {
    const me = ownViewFor(this.#state, connection.participantId)
    if (!me) return
    const now = this.#clock.now()
    const shared = (this.#shared[me.role] ??= JSON.stringify(sharedViewFor(this.#state, me.role)))
    connection.send(encodeSession(`{"now":${now},"storing":${this.#storing},"me":${JSON.stringify(me)},"shared":${shared}}`), now)
  }

  /** The durable state changed. */
  setState(state: WorkshopState): void {
    if (state === this.#state) return
    this.#state = state
    for (const role of ROLES) delete this.#shared[role]
    this.#schedule()
  }

  setStoring(storing: boolean): void {
    if (storing === this.#storing) return
    this.#storing = storing
    this.#schedule()
  }

  close(): void {
    this.#cancel?.()
    this.#cancel = null
  }

  #schedule(): void {
    const wait = Math.max(0, this.#lastPushAt + SESSION_PUSH_MS - this.#clock.now())
    this.#cancel ??= this.#clock.after(wait, () => {
      this.#cancel = null
      this.#lastPushAt = this.#clock.now()
      for (const receiver of this.#receivers()) this.send(receiver)
    })
  }
}
