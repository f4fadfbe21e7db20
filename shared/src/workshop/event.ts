import type { Role } from '../protocol/role.ts'
import type { Round, RoundResult } from './round.ts'
import type { Attention, Group, Phase, Timer } from './state.ts'

/** What happened. Events are stored for ever: add new types, never change the meaning of an old one. */
export type WorkshopEvent =
  | { type: 'agenda-set'; agenda: readonly Phase[] }
  | { type: 'joined'; id: string; name: string; role: Role; at: number }
  | { type: 'renamed'; id: string; name: string }
  /** `by`: the facilitator who chose it; without, a link gave it */
  | { type: 'role-set'; id: string; role: Role; by?: string }
  /** put out: their token opens nothing until they join through a current link */
  | { type: 'removed'; id: string }
  /** came back on another device, through a link that a facilitator made for them */
  | { type: 'returned'; id: string }
  | { type: 'phase-set'; phaseId: string | null }
  | { type: 'timer-set'; timer: Timer }
  | { type: 'entry-set'; open: boolean }
  /** the old link of the role is dead; the new one is in no event, because it is a secret */
  | { type: 'link-replaced'; role: Role }
  /** the running phase begins again */
  | { type: 'phase-restarted' }
  | { type: 'ready-set'; id: string; ready: boolean }
  | { type: 'hand-set'; id: string; up: boolean }
  | { type: 'groups-set'; groups: readonly Group[] }
  /**
   * the notes themselves are cards of the same log entry; `group` when one group posted its own. `edits`: the random names that their
   * authors' devices gave to the changes that made them (`write-draft`), which say nothing about anybody
   */
  | { type: 'notes-revealed'; phaseId: string; count: number; group?: string; edits?: readonly string[] }
  | { type: 'notes-discarded'; phaseId: string; count: number; edits?: readonly string[] }
  | { type: 'round-opened'; round: Round }
  /** `edits`: as of notes; which marks came with which is gone */
  | { type: 'round-closed'; result: RoundResult; edits?: readonly string[] }
  | { type: 'round-cancelled'; id: string }
  | { type: 'attention-set'; attention: Attention }
  | { type: 'board-locked'; locked: boolean }
  | { type: 'areas-hidden'; areas: readonly string[] }
