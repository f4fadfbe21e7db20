import type { Role } from '../protocol/role.ts'
import type { Phase, Timer } from './state.ts'

/** What happened. Events are stored for ever: add new types, never change the meaning of an old one. */
export type WorkshopEvent =
  | { type: 'agenda-set'; agenda: readonly Phase[] }
  | { type: 'joined'; id: string; name: string; role: Role; at: number }
  | { type: 'renamed'; id: string; name: string }
  | { type: 'role-set'; id: string; role: Role }
  /** put out: their token opens nothing until they join through a current link */
  | { type: 'removed'; id: string }
  | { type: 'phase-set'; phaseId: string | null }
  | { type: 'timer-set'; timer: Timer }
