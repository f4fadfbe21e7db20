import type { Role } from '../protocol/role.ts'
import type { WorkshopCommand } from './command.ts'
import type { WorkshopEvent } from './event.ts'
import type { Person, Phase, Timer, WorkshopState } from './state.ts'

/** Who sends a command: the id that their token proves and the role that the roster gives them now. */
export interface Actor {
  id: string
  role: Role
}

/** Why a command was refused. The codes are `ApiErrorCode`s, so that the HTTP edge can pass them on as they are. */
export interface Refusal {
  code: 'not-allowed' | 'not-found' | 'unprocessable' | 'entry-closed'
  /** English, for logs and developers; says what to do */
  message: string
}

/** What a command leads to: events to store (none when it would change nothing), or a refusal. */
export type Decision = { events: WorkshopEvent[] } | { refused: Refusal }

const MS_PER_MINUTE = 60_000

/**
 * Decides what a command does. Pure: the room stores the events and applies them with `evolve`.
 *
 * Invariant: idempotent. The same command again at the same time yields a state that differs in nothing but its version;
 * starting the phase that already runs changes nothing at any time, so that a retry never restarts its timer.
 *
 * @param now server time in ms since the epoch
 */
export function decide(state: WorkshopState, command: WorkshopCommand, actor: Actor, now: number): Decision {
  switch (command.type) {
    case 'set-phase':
      return actor.role === 'facilitator' ? decidePhase(state, command.phaseId, now) : FACILITATORS_ONLY
    case 'set-timer':
      return actor.role === 'facilitator' ? decideTimer(state, command.remainingMs, command.running, now) : FACILITATORS_ONLY
    case 'set-name':
      return decideName(state, command.name, actor.id)
    case 'set-role':
      return actor.role === 'facilitator' ? decideRole(state, command.id, command.role, actor.id) : FACILITATORS_ONLY
    case 'remove-person':
      return actor.role === 'facilitator' ? decideRemoval(state, command.id) : FACILITATORS_ONLY
    case 'set-entry':
      if (actor.role !== 'facilitator') return FACILITATORS_ONLY
      return command.open === state.entryOpen ? NOTHING : { events: [{ type: 'entry-set', open: command.open }] }
    default:
      return command satisfies never
  }
}

const FACILITATORS_ONLY: Decision = {
  refused: {
    code: 'not-allowed',
    message: 'Only facilitators run the workshop: ask one, or join through the facilitator link.',
  },
}
const LAST_FACILITATOR: Decision = {
  refused: { code: 'unprocessable', message: 'This is the last facilitator: make somebody else a facilitator first.' },
}
const NOTHING: Decision = { events: [] }

function decidePhase(state: WorkshopState, phaseId: string | null, now: number): Decision {
  if (phaseId === state.phaseId) return NOTHING
  if (phaseId === null) {
    return { events: [{ type: 'phase-set', phaseId }, ...timerEvents(state.timer, { state: 'idle' })] }
  }
  const phase = state.agenda.find((candidate) => candidate.id === phaseId)
  if (!phase) return { refused: { code: 'unprocessable', message: 'This phase is not in the agenda of the board: read the agenda again.' } }
  return { events: [{ type: 'phase-set', phaseId }, ...timerEvents(state.timer, phaseTimer(phase, now))] }
}

function phaseTimer(phase: Phase, now: number): Timer {
  const durationMs = phase.minutes * MS_PER_MINUTE
  return durationMs > 0 ? { state: 'running', endsAt: now + durationMs, durationMs } : { state: 'idle' }
}

function decideTimer(state: WorkshopState, remainingMs: number, running: boolean, now: number): Decision {
  // A stopped timer with nothing left is no timer at all.
  if (!running && remainingMs === 0) return { events: timerEvents(state.timer, { state: 'idle' }) }
  const phase = state.agenda.find((candidate) => candidate.id === state.phaseId)
  const plannedMs = state.timer.state === 'idle' ? (phase?.minutes ?? 0) * MS_PER_MINUTE : state.timer.durationMs
  // The whole length, for progress bars: an added minute makes it longer, a pause leaves it.
  const durationMs = Math.max(plannedMs, remainingMs)
  const timer: Timer = running ? { state: 'running', endsAt: now + remainingMs, durationMs } : { state: 'paused', remainingMs, durationMs }
  return { events: timerEvents(state.timer, timer) }
}

function decideName(state: WorkshopState, name: string, id: string): Decision {
  const person = personIn(state, id)
  if (!person) return { refused: { code: 'not-found', message: 'Nobody with this id has joined the board: join through a link first.' } }
  return person.name === name ? NOTHING : { events: [{ type: 'renamed', id, name }] }
}

function decideRole(state: WorkshopState, id: string, role: Role, by: string): Decision {
  const person = personIn(state, id)
  if (!person) return { refused: { code: 'not-found', message: 'Nobody with this id is on the board: read the list of people again.' } }
  if (person.role === role) return NOTHING
  return isLastFacilitator(state, person) ? LAST_FACILITATOR : { events: [{ type: 'role-set', id, role, by }] }
}

function decideRemoval(state: WorkshopState, id: string): Decision {
  const person = personIn(state, id)
  if (!person) return NOTHING
  return isLastFacilitator(state, person) ? LAST_FACILITATOR : { events: [{ type: 'removed', id }] }
}

/** Without them nobody could run the workshop or make somebody else a facilitator. */
function isLastFacilitator({ people }: WorkshopState, person: Person): boolean {
  return person.role === 'facilitator' && Object.values(people).every(({ id, role }) => id === person.id || role !== 'facilitator')
}

function personIn(state: WorkshopState, id: string): Person | undefined {
  return Object.hasOwn(state.people, id) ? state.people[id] : undefined
}

function timerEvents(from: Timer, to: Timer): WorkshopEvent[] {
  return sameTimer(from, to) ? [] : [{ type: 'timer-set', timer: to }]
}

function sameTimer(a: Timer, b: Timer): boolean {
  if (a.state === 'running' && b.state === 'running') return a.endsAt === b.endsAt && a.durationMs === b.durationMs
  if (a.state === 'paused' && b.state === 'paused') return a.remainingMs === b.remainingMs && a.durationMs === b.durationMs
  return a.state === 'idle' && b.state === 'idle'
}
