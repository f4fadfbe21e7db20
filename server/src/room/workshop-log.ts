import { personColor, type PresenceUser } from '@remedyboard/shared/protocol/presence'
import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import { decide, type Refusal } from '@remedyboard/shared/workshop/decide'
import type { WorkshopEvent } from '@remedyboard/shared/workshop/event'
import { evolve } from '@remedyboard/shared/workshop/evolve'
import type { Person, Phase, WorkshopState } from '@remedyboard/shared/workshop/state'
import { editRights, eitherRights, type EditRights } from '@remedyboard/shared/board/permission'
import type { Clock } from './clock.ts'
import type { StoreError } from '../storage/store-error.ts'

/** The part of the room's commit queue that the workshop needs. */
interface EventCommits {
  add(change: { events: readonly WorkshopEvent[]; author: null }): void
  whenDurable(run: () => void): void
}

/** What was on its way when the phase changed still counts. */
const PHASE_GRACE_MS = 2_000

/** The workshop of a room: decided in memory, told to people only when it is durable. */
export class WorkshopLog {
  readonly #commits: EventCommits
  readonly #waiting = new Set<(error: StoreError) => void>()
  #decided: WorkshopState
  #stored: WorkshopState
  readonly #clock: Clock
  #formerPhase: { phase: Phase | null; until: number } = { phase: null, until: 0 }

  constructor(state: WorkshopState, commits: EventCommits, clock: Clock) {
    this.#clock = clock
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

  /** What somebody may do to the board now; null for those who may do nothing. */
  editRightsOf({ role }: Person): EditRights | null {
    if (role === 'viewer') return null
    const rights = editRights(role, phaseOf(this.#decided)?.can ?? null)
    const { phase, until } = this.#formerPhase
    return this.#clock.now() < until ? eitherRights(rights, editRights(role, phase?.can ?? null)) : rights
  }

  /** Decides a command in the name of a person; their role is read now. */
  async command(actorId: string, command: WorkshopCommand): Promise<{ version: number } | { refused: Refusal }> {
    const person = this.personOf(actorId)
    if (!person) return { refused: { code: 'not-allowed', message: 'Join the board first.' } }
    const decision = decide(this.#decided, command, person, this.#clock.now())
    return 'refused' in decision ? decision : { version: await this.record(decision.events) }
  }

  /** Resolves with the version after the durable commit. */
  async record(events: readonly WorkshopEvent[]): Promise<number> {
    if (events.length > 0) {
      const before = this.#decided
      this.#decided = events.reduce(evolve, before)
      if (before.phaseId !== this.#decided.phaseId) this.#notePhaseChange(phaseOf(before))
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

  #notePhaseChange(phase: Phase | null): void {
    const { privacy = 'open' } = phaseOf(this.#decided) ?? {}
    // Voting and hidden writing begin at once: what comes late would give people away.
    const grace = privacy === 'hidden' || privacy === 'secret' ? 0 : PHASE_GRACE_MS
    this.#formerPhase = { phase, until: this.#clock.now() + grace }
  }
}

function phaseOf({ agenda, phaseId }: WorkshopState): Phase | null {
  return agenda.find(({ id }) => id === phaseId) ?? null
}
