import { personColor, type PresenceUser } from '@remedyboard/shared/protocol/presence'
import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import { decide } from '@remedyboard/shared/workshop/decide'
import type { Outcome, Refusal } from '@remedyboard/shared/workshop/decision'
import type { WorkshopEvent } from '@remedyboard/shared/workshop/event'
import { evolve } from '@remedyboard/shared/workshop/evolve'
import type { RevealedNotes } from '@remedyboard/shared/workshop/revealed-notes'
import { withSealed, type SealedOp, type SealedRows } from '@remedyboard/shared/workshop/sealed'
import type { Person, Phase, WorkshopState } from '@remedyboard/shared/workshop/state'
import { eitherRights, type EditRights } from '@remedyboard/shared/board/permission'
import { phaseRights } from '@remedyboard/shared/workshop/phase-rights'
import type { Clock } from './clock.ts'
import type { Editor } from './guard/guard.ts'
import type { StoreError } from '../storage/store-error.ts'

/** The part of the room's commit queue that the workshop needs. */
interface EventCommits {
  add(change: { events: readonly WorkshopEvent[]; sealed?: readonly SealedOp[]; update?: Uint8Array; author: null }): void
  whenDurable(run: () => void): void
}

/** What was on its way when the phase changed still counts. */
const PHASE_GRACE_MS = 2_000

export interface WorkshopLogOptions {
  state: WorkshopState
  sealed: SealedRows
  commits: EventCommits
  clock: Clock
  /** Puts hidden notes on the board in memory; returns the update that does it. */
  reveal(notes: RevealedNotes): Uint8Array
}

/** The workshop of a room: decided in memory, told to people only when it is durable. */
export class WorkshopLog {
  readonly #commits: EventCommits
  readonly #clock: Clock
  readonly #reveal: (notes: RevealedNotes) => Uint8Array
  readonly #waiting = new Set<(error: StoreError) => void>()
  #decided: WorkshopState
  #decidedRows: SealedRows
  #stored: WorkshopState
  #storedRows: SealedRows
  #formerPhase: { phase: Phase | null; until: number } = { phase: null, until: -Infinity }

  constructor(options: WorkshopLogOptions) {
    const { state, sealed, commits, clock } = options
    this.#commits = commits
    this.#clock = clock
    this.#reveal = (notes) => options.reveal(notes)
    this.#decided = state
    this.#decidedRows = sealed
    this.#stored = state
    this.#storedRows = sealed
  }

  /** With everything decided, perhaps not yet durable: what the next decision starts from. */
  get decided(): WorkshopState {
    return this.#decided
  }

  /** As far as it is durable: what people may be told. */
  get stored(): WorkshopState {
    return this.#stored
  }

  /** Hidden notes and ballots, perhaps not yet durable. */
  get decidedRows(): SealedRows {
    return this.#decidedRows
  }

  /** Hidden notes and ballots, as far as they are durable. */
  get storedRows(): SealedRows {
    return this.#storedRows
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
  editorOf(id: string): Editor | null {
    const person = this.personOf(id)
    const rights = person && this.#editRightsOf(person)
    return rights ? { id, name: person.name, rights } : null
  }

  #editRightsOf({ role }: Person): EditRights | null {
    if (role === 'viewer') return null
    const { boardLocked } = this.#decided
    const rights = phaseRights(role, phaseOf(this.#decided), boardLocked)
    const { phase, until } = this.#formerPhase
    return this.#clock.elapsed() < until ? eitherRights(rights, phaseRights(role, phase, boardLocked)) : rights
  }

  /** Decides a command in the name of a person; their role is read now. */
  async command(actorId: string, command: WorkshopCommand): Promise<{ version: number } | { refused: Refusal }> {
    const person = this.personOf(actorId)
    if (!person) return { refused: { code: 'not-allowed', message: 'Join the board first.' } }
    const decision = decide(this.#decided, this.#decidedRows, command, person, this.#clock.now())
    return 'refused' in decision ? decision : { version: await this.record(decision) }
  }

  /** Resolves with the version after the durable commit. */
  async record({ events, sealed = [], reveal }: Outcome): Promise<number> {
    if (events.length > 0 || sealed.length > 0) {
      // One log entry: what is erased here is on the board there, after a crash too. First, because nothing is decided when it throws.
      const update = reveal && this.#reveal(reveal)
      const before = this.#decided
      this.#decided = events.reduce(evolve, before)
      this.#decidedRows = withSealed(this.#decidedRows, sealed)
      if (before.phaseId !== this.#decided.phaseId) this.#notePhaseChange(phaseOf(before))
      this.#commits.add({ events, sealed, ...(update ? { update } : {}), author: null })
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

  noteStored(events: readonly WorkshopEvent[], sealed: readonly SealedOp[]): void {
    this.#stored = events.reduce(evolve, this.#stored)
    if (sealed.length > 0) this.#storedRows = withSealed(this.#storedRows, sealed)
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
    this.#formerPhase = { phase, until: this.#clock.elapsed() + grace }
  }
}

function phaseOf({ agenda, phaseId }: WorkshopState): Phase | null {
  return agenda.find(({ id }) => id === phaseId) ?? null
}
