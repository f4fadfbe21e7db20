import type { Role } from '../protocol/role.ts'
import type { WorkshopEvent } from './event.ts'
import type { RevealedNotes } from './revealed-notes.ts'
import type { SealedOp } from './sealed.ts'
import type { Person, WorkshopState } from './state.ts'

/** Who sends a command: the id that their token proves and the role that the roster gives them now. */
export interface Actor {
  id: string
  role: Role
}

/** Why a command was refused. The codes are `ApiErrorCode`s, so that the HTTP edge can pass them on as they are. */
export interface Refusal {
  code: 'not-allowed' | 'not-found' | 'unprocessable' | 'conflict' | 'entry-closed'
  /** English, for logs and developers; says what to do */
  message: string
}

/** What a command leads to, all of it one log entry: events, changes of sealed rows, and notes that become cards. */
export interface Outcome {
  events: WorkshopEvent[]
  sealed?: SealedOp[]
  reveal?: RevealedNotes
}

/** An outcome (without anything when the command changes nothing), or a refusal. */
export type Decision = Outcome | { refused: Refusal }

export const NOTHING: Decision = { events: [] }

export const FACILITATORS_ONLY: Decision = {
  refused: {
    code: 'not-allowed',
    message: 'Only facilitators run the workshop: ask one, or join through the facilitator link.',
  },
}

export function unprocessable(message: string): Decision {
  return { refused: { code: 'unprocessable', message } }
}

export function notFound(message: string): Decision {
  return { refused: { code: 'not-found', message } }
}

/** Somebody on the roster. An id like `constructor` must not find what every object inherits. */
export function personIn(state: WorkshopState, id: string): Person | undefined {
  return Object.hasOwn(state.people, id) ? state.people[id] : undefined
}
