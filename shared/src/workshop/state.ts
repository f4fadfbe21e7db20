import type { CardKind } from '../board/card.ts'
import type { Role } from '../protocol/role.ts'
import type { Round, RoundResult } from './round.ts'

/** A text in both languages of the product. */
export interface Bilingual {
  en: string
  zh: string
}

/** What a phase lets participants do (design §3, permission table). */
export const PHASE_PERMISSIONS = ['watch', 'react', 'comment', 'add', 'suggest', 'move', 'edit', 'link', 'rate', 'vote'] as const
export type PhasePermission = (typeof PHASE_PERMISSIONS)[number]

/** How much one person may do in a phase; absent = as much as they like, within the limits of the server. */
export interface PhaseLimits {
  /** hidden notes, or cards of one's own */
  notes?: number
  /** dots of a voting round that is opened in this phase */
  votes?: number
  /** dots of one person on one card */
  maxPerItem?: number
}

export interface Phase {
  id: string
  name: Bilingual
  instruction: Bilingual
  minutes: number
  /** `meta.area` of the frame the phase works in */
  area: string
  can: readonly PhasePermission[]
  /** `hidden`: notes are sealed until they are revealed; `group`: one's own group sees them until it posts them */
  privacy: 'open' | 'hidden' | 'group' | 'secret'
  limits?: PhaseLimits
  /** true: revealed notes carry their authors' names. Announced before anybody writes; absent = anonymous. */
  named?: boolean
  /** what a hidden note becomes on the board; absent = note */
  noteKind?: CardKind
  /** `meta.area` where hidden notes go when it is not the phase's own */
  noteArea?: string
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
  /** how often they came back through a link that a facilitator made for them; absent = never */
  returns?: number
}

/** Some people who work together before everybody sees it (1-2-4-All). */
export interface Group {
  id: string
  name: string
  /** participantIds */
  members: readonly string[]
}

/** Where everybody is asked to look: nowhere in particular, at an area (`meta.area`), or at what a person sees. */
export type Attention = { mode: 'free' } | { mode: 'area'; area: string } | { mode: 'person'; id: string }

/** The workshop session: decided by the server alone, rebuilt from events. */
export interface WorkshopState {
  version: number
  agenda: readonly Phase[]
  /** grows with each change of the agenda, so that an editor can say which one it changed */
  agendaVersion: number
  /** id of the running phase; null before the first and after the last */
  phaseId: string | null
  timer: Timer
  people: Readonly<Record<string, Person>>
  /** false: nobody new gets in, except through the facilitators' link */
  entryOpen: boolean
  /** grows when a link or the join code was replaced, so that whoever shows one fetches it again */
  linksVersion: number
  /** grows each time a phase starts, also the same one again */
  phaseRun: number
  /** participantIds of those who are done with this run of the phase */
  ready: readonly string[]
  /** participantIds of raised hands, the first one first */
  hands: readonly string[]
  groups: readonly Group[]
  /** the open round; its ballots are sealed */
  round: Round | null
  /** closed rounds, oldest first */
  results: readonly RoundResult[]
  attention: Attention
  /** true: only facilitators change the board, whatever the phase allows */
  boardLocked: boolean
  /** `meta.area` of areas that participants' canvases do not draw yet. They are not secret: the document holds them. */
  hiddenAreas: readonly string[]
  /** rounds that ended without a result, the last ones: an answer that was lost must not open one again */
  cancelledRounds: readonly string[]
  /** changes of hidden notes and ballots that have had their effect: what is sent again after it was turned over is not taken again */
  spentEdits: readonly string[]
}

/** Before the first event. What older snapshots lack is as it is here. */
export const EMPTY_WORKSHOP: WorkshopState = {
  version: 0,
  agenda: [],
  agendaVersion: 0,
  phaseId: null,
  timer: { state: 'idle' },
  people: {},
  entryOpen: true,
  linksVersion: 0,
  phaseRun: 0,
  ready: [],
  hands: [],
  groups: [],
  round: null,
  results: [],
  cancelledRounds: [],
  attention: { mode: 'free' },
  boardLocked: false,
  hiddenAreas: [],
  spentEdits: [],
}
