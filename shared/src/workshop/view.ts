import type { Role } from '../protocol/role.ts'
import type { Person, Phase, Timer, WorkshopState } from './state.ts'

/** What everybody of one role sees. */
export interface SharedView {
  version: number
  agenda: readonly Phase[]
  phaseId: string | null
  timer: Timer
  /** everyone who ever joined; facilitators only (others learn who is here from awareness) */
  roster?: readonly Person[]
}

/** What only this person sees. */
export interface OwnView {
  id: string
  name: string
  role: Role
}

export interface SessionView extends SharedView {
  me: OwnView
}

/** Payload of message 103. `now` is the server's clock in ms at sending: clients correct their own by it. */
export interface SessionMessage {
  now: number
  /** false while the server cannot store: edits are kept by the clients and sent again */
  storing?: boolean
  shared: SharedView
  me: OwnView
}

export function sharedViewFor(state: WorkshopState, role: Role): SharedView {
  const { version, agenda, phaseId, timer } = state
  const view: SharedView = { version, agenda, phaseId, timer }
  return role === 'facilitator' ? { ...view, roster: Object.values(state.people) } : view
}

/** The person's own part; undefined when they never joined. */
export function ownViewFor(state: WorkshopState, participantId: string): OwnView | undefined {
  const person = state.people[participantId]
  return person && { id: person.id, name: person.name, role: person.role }
}
