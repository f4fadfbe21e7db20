import type { Role } from '../protocol/role.ts'
import { groupOf, isHidden } from './decide-writing.ts'
import { personIn } from './decision.ts'
import type { Marks, Round, RoundResult } from './round.ts'
import { ballotKey, ballotsOf, draftsOf, readBallot, type Draft, type SealedRows } from './sealed.ts'
import type { Attention, Group, Person, Phase, Timer, WorkshopState } from './state.ts'

/** What everybody of one role sees. */
export interface SharedView {
  version: number
  agenda: readonly Phase[]
  /** grows with each change of the agenda: `set-agenda` says which one it replaces */
  agendaVersion: number
  phaseId: string | null
  /** grows each time a phase starts, also the same one again */
  phaseRun: number
  timer: Timer
  /** false: nobody new gets in, except through the facilitators' link */
  entryOpen: boolean
  /** grows when a link or the join code was replaced */
  linksVersion: number
  /** people who said that they are done with this phase */
  ready: number
  /** people on the roster who take part (no viewers) */
  taking: number
  /** raised hands, the first one first */
  hands: readonly { id: string; name: string }[]
  groups: readonly Group[]
  /** hidden notes of the running phase: how many, by how many people; null when it hides nothing */
  writing: { notes: number; people: number } | null
  /** the open round with the number of ballots; never whose */
  round: (Round & { ballots: number }) | null
  results: readonly RoundResult[]
  attention: Attention
  /** only facilitators change the board */
  boardLocked: boolean
  hiddenAreas: readonly string[]
  /** everyone who ever joined; facilitators only (others learn who is here from awareness) */
  roster?: readonly RosterEntry[]
  /** phases with hidden notes that were neither revealed nor discarded; facilitators only */
  unrevealed?: readonly { phaseId: string; notes: number }[]
}

/** Somebody who joined at some time. */
export interface RosterEntry extends Person {
  /** server ms since when no device of theirs is connected; absent while they are here, and when it is not known */
  awaySince?: number
  /** done with this phase */
  ready: boolean
  /** in a phase with hidden notes: how many they wrote; only whether, when the phase is anonymous */
  wrote?: number | boolean
}

/** A hidden note as its author, or their group, sees it. */
export interface OwnDraft {
  id: string
  text: string
}

/** What only this person sees. */
export interface OwnView {
  id: string
  name: string
  role: Role
  ready: boolean
  /** own hidden notes of the running phase */
  drafts: readonly OwnDraft[]
  /** hidden notes of the others in one's group, in a phase for groups */
  groupDrafts: readonly OwnDraft[]
  /** own ballot of the open round; null = not cast */
  ballot: Marks | null
}

export interface SessionView extends SharedView {
  me: OwnView
}

/** Payload of message 103: everything at first and when one's role changed (`whole`), later the parts that changed. `now` is the server's clock in ms at sending: clients correct their own by it. */
export interface SessionMessage {
  now: number
  /** false while the server cannot store: edits are kept by the clients and sent again */
  storing?: boolean
  whole?: boolean
  shared: Partial<SharedView>
  me?: OwnView
}

/** The view after a message. */
export function withMessage(view: SessionView, { whole, shared, me = view.me }: SessionMessage): SessionView {
  // Another role may see less: what it no longer sees must not stay.
  return whole === true ? ({ ...shared, me } as SessionView) : { ...view, ...shared, me }
}

/** @param awaySince server ms by participantId, for the facilitators' roster */
export function sharedViewFor(
  state: WorkshopState,
  sealed: SealedRows,
  role: Role,
  awaySince: ReadonlyMap<string, number> = new Map(),
): SharedView {
  const { version, agenda, agendaVersion, phaseId, phaseRun, timer, entryOpen, linksVersion } = state
  const { groups, results, attention, boardLocked, hiddenAreas } = state
  const people = Object.values(state.people)
  const phase = agenda.find(({ id }) => id === phaseId)
  const drafts = phase && isHidden(phase) ? draftsOf(sealed, phase.id) : null
  const view: SharedView = {
    version,
    agenda,
    agendaVersion,
    phaseId,
    phaseRun,
    timer,
    entryOpen,
    linksVersion,
    ready: state.ready.length,
    taking: people.filter((person) => person.role !== 'viewer').length,
    hands: state.hands.map((id) => ({ id, name: personIn(state, id)?.name ?? '' })),
    groups,
    writing: drafts && { notes: drafts.length, people: new Set(drafts.map(({ author }) => author)).size },
    round: state.round && { ...state.round, ballots: ballotsOf(sealed, state.round.id).size },
    results,
    attention,
    boardLocked,
    hiddenAreas,
  }
  if (role !== 'facilitator') return view
  return {
    ...view,
    roster: people.map((person) => ({
      ...person,
      awaySince: awaySince.get(person.id),
      ready: state.ready.includes(person.id),
      ...(drafts && phase ? { wrote: wroteOf(drafts, phase, person.id) } : {}),
    })),
    unrevealed: agenda.flatMap(({ id }) => {
      const notes = draftsOf(sealed, id).length
      return notes > 0 ? [{ phaseId: id, notes }] : []
    }),
  }
}

/** How much somebody wrote gives them away in a small room when the notes are to be anonymous. */
function wroteOf(drafts: readonly Draft[], { named }: Phase, id: string): number | boolean {
  const notes = drafts.filter(({ author }) => author === id).length
  return named === true ? notes : notes > 0
}

/** The person's own part; undefined when they never joined. */
export function ownViewFor(state: WorkshopState, sealed: SealedRows, participantId: string): OwnView | undefined {
  const person = personIn(state, participantId)
  if (!person) return undefined
  const phase = state.agenda.find(({ id }) => id === state.phaseId)
  const drafts = phase && isHidden(phase) ? draftsOf(sealed, phase.id) : []
  const group = phase?.privacy === 'group' && person.role !== 'viewer' ? groupOf(state, participantId) : undefined
  return {
    id: person.id,
    name: person.name,
    role: person.role,
    ready: state.ready.includes(person.id),
    drafts: drafts.filter(({ author }) => author === participantId).map(asOwn),
    groupDrafts: drafts
      .filter(({ author }) => author !== participantId && group?.members.includes(author) === true)
      .map(asOwn)
      // Not in the order of their authors' ids, which everybody of the group knows.
      .sort(byIdAndText),
    ballot: (state.round && readBallot(sealed.get(ballotKey(state.round.id, participantId)))?.marks) ?? null,
  }
}

function asOwn({ id, text }: Draft): OwnDraft {
  return { id, text }
}

function byIdAndText(a: OwnDraft, b: OwnDraft): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1
  return a.text < b.text ? -1 : a.text > b.text ? 1 : 0
}
