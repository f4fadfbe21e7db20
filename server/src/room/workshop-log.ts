import { personColor, type PresenceUser } from '@remedyboard/shared/protocol/presence'
import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import { decide, type Refusal } from '@remedyboard/shared/workshop/decide'
import type { WorkshopEvent } from '@remedyboard/shared/workshop/event'
import { evolve } from '@remedyboard/shared/workshop/evolve'
import type { Person, WorkshopState } from '@remedyboard/shared/workshop/state'
import type { StoreError } from '../storage/store-error.ts'

/** The part of the room's commit queue that the workshop needs. */
interface EventCommits {
  add(change: { events: readonly WorkshopEvent[]; author: null }): void
  whenDurable(run: () => void): void
}

/** The workshop of a room: decided in memory, told to people only when it is durable. */
export class WorkshopLog {
  readonly #commits: EventCommits
  readonly #waiting = new Set<(error: StoreError) => void>()
  #decided: WorkshopState
  #stored: WorkshopState

  constructor(state: WorkshopState, commits: EventCommits) {
    this.#decided = state
    this.#stored = state
    this.#commits = commits
  }

  /** With everything decided, perhaps not yet durable: what the next decision starts from. */
  get decided(): WorkshopState {
    return this.#decided
  }

  /** As far as it is durable: what people may be told. */
  get stored(): WorkshopState {
    return this.#stored
  }

  /** Somebody who joined this board at some time. */
  personOf(id: string): Person | undefined {
    return Object.hasOwn(this.#decided.people, id) ? this.#decided.people[id] : undefined
  }

  presenceUserOf(id: string): PresenceUser | undefined {
    const person = this.personOf(id)
    return person && { id, name: person.name, color: personColor(id), role: person.role }
  }

  /** Decides a command in the name of a person; their role is read now. */
  async command(actorId: string, command: WorkshopCommand, now: number): Promise<{ version: number } | { refused: Refusal }> {
    const person = this.personOf(actorId)
    if (!person) return { refused: { code: 'not-allowed', message: 'Join the board first.' } }
    const decision = decide(this.#decided, command, person, now)
    return 'refused' in decision ? decision : { version: await this.record(decision.events) }
  }

  /** Resolves with the version after the durable commit. */
  async record(events: readonly WorkshopEvent[]): Promise<number> {
    if (events.length > 0) {
      this.#decided = events.reduce(evolve, this.#decided)
      this.#commits.add({ events, author: null })
    }
    const { version } = this.#decided
    await new Promise<void>((resolve, reject) => {
      this.#waiting.add(reject)
      this.#commits.whenDurable(() => {
        this.#waiting.delete(reject)
        resolve()
      })
    })
    return version
  }

  noteStored(events: readonly WorkshopEvent[]): void {
    this.#stored = events.reduce(evolve, this.#stored)
  }

  /** Answers everybody who waits. What they asked for may still be stored later: commands set state, so asking again does no harm. */
  rejectWaiting(error: StoreError): void {
    for (const reject of this.#waiting) reject(error)
    this.#waiting.clear()
  }
}
