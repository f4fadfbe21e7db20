import type { Role } from '../protocol/role.ts'
import type { Phase, Timer } from './state.ts'

/** What happened. Events are stored for ever: add new types, never change the meaning of an old one. */
export type WorkshopEvent =
  | { type: 'agenda-set'; agenda: readonly Phase[] }
  | { type: 'joined'; id: string; name: string; role: Role; at: number }
  | { type: 'renamed'; id: string; name: string }
  /** `by`: the facilitator who chose it; without, a link gave it */
  | { type: 'role-set'; id: string; role: Role; by?: string }
  /** put out: their token opens nothing until they join through a current link */
  | { type: 'removed'; id: string }
  | { type: 'phase-set'; phaseId: string | null }
  | { type: 'timer-set'; timer: Timer }
  | { type: 'entry-set'; open: boolean }
  /** the old link of the role is dead; the new one is in no event, because it is a secret */
  | { type: 'link-replaced'; role: Role }
