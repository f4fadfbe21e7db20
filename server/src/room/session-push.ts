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
  readonly #awaySince: ReadonlyMap<string, number>
  #state: WorkshopState
  #storing = true
  #shared: Partial<Record<Role, string>> = {}
  #lastPushAt = 0
  #cancel: (() => void) | null = null
  /** who the next push is for */
  #scope: 'nobody' | 'facilitators' | 'everybody' = 'nobody'

  constructor(options: {
    clock: Clock
    receivers: () => Iterable<Connection>
    state: WorkshopState
    awaySince: ReadonlyMap<string, number>
  }) {
    this.#clock = options.clock
    this.#receivers = options.receivers
    this.#state = options.state
    this.#awaySince = options.awaySince
  }

  /** To one person at once, on connecting. */
  send(connection: Connection): void {
    const me = ownViewFor(this.#state, connection.participantId)
    if (!me) return
    const now = this.#clock.now()
    const shared = (this.#shared[me.role] ??= JSON.stringify(sharedViewFor(this.#state, me.role, this.#awaySince)))
    connection.send(encodeSession(`{"now":${now},"storing":${this.#storing},"me":${JSON.stringify(me)},"shared":${shared}}`), now)
  }

  /** The durable state changed. */
  setState(state: WorkshopState): void {
    if (state === this.#state) return
    this.#state = state
    for (const role of ROLES) delete this.#shared[role]
    this.#schedule('everybody')
  }

  setStoring(storing: boolean): void {
    if (storing === this.#storing) return
    this.#storing = storing
    this.#schedule('everybody')
  }

  /** Somebody came or went: only facilitators are told since when. */
  noteAwayChange(): void {
    delete this.#shared.facilitator
    this.#schedule('facilitators')
  }

  close(): void {
    this.#cancel?.()
    this.#cancel = null
  }

  #schedule(scope: 'facilitators' | 'everybody'): void {
    if (this.#scope !== 'everybody') this.#scope = scope
    const wait = Math.max(0, this.#lastPushAt + SESSION_PUSH_MS - this.#clock.now())
    this.#cancel ??= this.#clock.after(wait, () => {
      this.#cancel = null
      this.#lastPushAt = this.#clock.now()
      const toEverybody = this.#scope === 'everybody'
      this.#scope = 'nobody'
      for (const receiver of this.#receivers()) if (toEverybody || this.#isFacilitator(receiver)) this.send(receiver)
    })
  }

  #isFacilitator({ participantId }: Connection): boolean {
    return ownViewFor(this.#state, participantId)?.role === 'facilitator'
  }
}
