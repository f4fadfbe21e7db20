import type { Role } from '../protocol/role.ts'

/** A text in both languages of the product. */
export interface Bilingual {
  en: string
  zh: string
}

/** What a phase lets participants do (design §3, permission table). */
export type PhasePermission = 'watch' | 'react' | 'comment' | 'add' | 'suggest' | 'move' | 'edit' | 'link' | 'rate' | 'vote'

export interface Phase {
  id: string
  name: Bilingual
  instruction: Bilingual
  minutes: number
  /** `meta.area` of the frame the phase works in */
  area: string
  can: readonly PhasePermission[]
  privacy: 'open' | 'hidden' | 'group' | 'secret'
}

/** Times are server milliseconds since the epoch. */
export type Timer =
  | { state: 'idle' }
  | { state: 'running'; endsAt: number; durationMs: number }
  | { state: 'paused'; remainingMs: number; durationMs: number }

export interface Person {
  id: string
  name: string
  role: Role
  joinedAt: number
  /** the strongest link they came by; absent in logs from before it was noted, where it is the role */
  via?: Role
  /** a facilitator chose the role: no link but the facilitators' changes it */
  appointed?: boolean
}

/** The workshop session: decided by the server alone, rebuilt from events. */
export interface WorkshopState {
  version: number
  agenda: readonly Phase[]
  /** id of the running phase; null before the first and after the last */
  phaseId: string | null
  timer: Timer
  people: Readonly<Record<string, Person>>
  /** false: nobody new gets in, except through the facilitators' link */
  entryOpen: boolean
  /** grows when a link or the join code was replaced, so that whoever shows one fetches it again */
  linksVersion: number
}

/** Before the first event. What older snapshots lack is as it is here. */
export const EMPTY_WORKSHOP: WorkshopState = {
  version: 0,
  agenda: [],
  phaseId: null,
  timer: { state: 'idle' },
  people: {},
  entryOpen: true,
  linksVersion: 0,
}
