import type { Clock } from './clock.ts'
import type { Connection } from './connection.ts'

/** Since when people have been gone, as far as this room has seen it: not stored, because who was where when is nobody's business later. */
export class AwaySince {
  readonly #clock: Clock
  readonly #connections: () => Iterable<Connection>
  readonly #onChange: () => void
  readonly #times = new Map<string, number>()

  constructor(options: { clock: Clock; connections: () => Iterable<Connection>; onChange: () => void }) {
    this.#clock = options.clock
    this.#connections = options.connections
    this.#onChange = options.onChange
  }

  /** participantId → server ms since when none of their devices is connected */
  get times(): ReadonlyMap<string, number> {
    return this.#times
  }

  /** A device of theirs connected. */
  came(participantId: string): void {
    if (this.#times.delete(participantId)) this.#onChange()
  }

  /** A device of theirs is gone, and not counted any more. */
  went(participantId: string): void {
    for (const connection of this.#connections()) if (connection.participantId === participantId) return
    this.#times.set(participantId, this.#clock.now())
    this.#onChange()
  }

  /** They were removed. */
  forget(participantId: string): void {
    this.#times.delete(participantId)
  }
}
