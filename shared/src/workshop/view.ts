import type { Role } from '../protocol/role.ts'
import type { Person, Phase, Timer, WorkshopState } from './state.ts'

/** What everybody of one role sees. */
export interface SharedView {
  version: number
  agenda: readonly Phase[]
  phaseId: string | null
  timer: Timer
  /** false: nobody new gets in, except through the facilitators' link */
  entryOpen: boolean
  /** grows when a link or the join code was replaced */
  linksVersion: number
  /** everyone who ever joined; facilitators only (others learn who is here from awareness) */
  roster?: readonly RosterEntry[]
}

/** Somebody who joined at some time. */
export interface RosterEntry extends Person {
  /** server ms since when no device of theirs is connected; absent while they are here, and when it is not known */
  awaySince?: number
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

/** @param awaySince server ms by participantId, for the facilitators' roster */
export function sharedViewFor(state: WorkshopState, role: Role, awaySince: ReadonlyMap<string, number> = new Map()): SharedView {
  const { version, agenda, phaseId, timer, entryOpen, linksVersion } = state
  const view: SharedView = { version, agenda, phaseId, timer, entryOpen, linksVersion }
  if (role !== 'facilitator') return view
  return { ...view, roster: Object.values(state.people).map((person) => ({ ...person, awaySince: awaySince.get(person.id) })) }
}

/** The person's own part; undefined when they never joined. */
export function ownViewFor(state: WorkshopState, participantId: string): OwnView | undefined {
  const person = state.people[participantId]
  return person && { id: person.id, name: person.name, role: person.role }
}
