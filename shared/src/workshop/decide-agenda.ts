import { FACILITATORS_ONLY, NOTHING, unprocessable, type Actor, type Decision } from './decision.ts'
import { draftsOf, type SealedRows } from './sealed.ts'
import type { WorkshopCommand } from './command.ts'
import type { WorkshopEvent } from './event.ts'
import type { Phase, Timer, WorkshopState } from './state.ts'

const MS_PER_MINUTE = 60_000

type AgendaCommand = Extract<WorkshopCommand, { type: 'set-phase' | 'repeat-phase' | 'set-timer' | 'set-agenda' }>

/** Where the workshop stands: phases, their timer, and the agenda itself. Facilitators only. */
export function decideAgenda(state: WorkshopState, sealed: SealedRows, command: AgendaCommand, actor: Actor, now: number): Decision {
  if (actor.role !== 'facilitator') return FACILITATORS_ONLY
  switch (command.type) {
    case 'set-phase':
      return decidePhase(state, command.phaseId, now)
    case 'repeat-phase':
      return decideRepeat(state, command.run, now)
    case 'set-timer':
      return decideTimer(state, command.remainingMs, command.running, now)
    case 'set-agenda':
      return decideNewAgenda(state, sealed, command.agenda, command.over)
    default:
      return command satisfies never
  }
}

function decideNewAgenda(state: WorkshopState, sealed: SealedRows, agenda: readonly Phase[], over: number | undefined): Decision {
  if (new Set(agenda.map(({ id }) => id)).size < agenda.length) return unprocessable('Each phase needs an id of its own.')
  // First, so that a retry of what was done is no conflict with itself.
  if (JSON.stringify(agenda) === JSON.stringify(state.agenda)) return NOTHING
  if (over !== undefined && over !== state.agendaVersion) {
    return { refused: { code: 'conflict', message: 'Somebody else has changed the agenda meanwhile: read it again.' } }
  }
  const broken = state.agenda.find((was) => {
    const now = agenda.find(({ id }) => id === was.id)
    return (!now || breaksPromise(was, now)) && draftsOf(sealed, was.id).length > 0
  })
  if (broken) return unprocessable('Hidden notes of a phase were written as it was announced: reveal or discard them first.')
  const running = agenda.find(({ id }) => id === state.phaseId)
  return { events: [{ type: 'agenda-set', agenda }, ...(running ? showAreaOf(state, running) : [])] }
}

/** Whoever wrote a hidden note was told that no name will stand on it, and who reads it before the reveal. */
function breaksPromise(was: Phase, now: Phase): boolean {
  return (now.named === true && was.named !== true) || now.privacy !== was.privacy
}

function decidePhase(state: WorkshopState, phaseId: string | null, now: number): Decision {
  if (phaseId === state.phaseId) return NOTHING
  if (phaseId === null) {
    return { events: [{ type: 'phase-set', phaseId }, ...timerEvents(state.timer, { state: 'idle' })] }
  }
  const phase = state.agenda.find((candidate) => candidate.id === phaseId)
  if (!phase) return unprocessable('This phase is not in the agenda of the board: read the agenda again.')
  return { events: [{ type: 'phase-set', phaseId }, ...timerEvents(state.timer, phaseTimer(phase, now)), ...showAreaOf(state, phase)] }
}

/** Whoever is sent to an area must see it. */
function showAreaOf({ hiddenAreas }: WorkshopState, { area, noteArea }: Phase): WorkshopEvent[] {
  const areas = hiddenAreas.filter((hidden) => hidden !== area && hidden !== noteArea)
  return areas.length < hiddenAreas.length ? [{ type: 'areas-hidden', areas }] : []
}

function decideRepeat(state: WorkshopState, run: number, now: number): Decision {
  const phase = state.agenda.find(({ id }) => id === state.phaseId)
  if (!phase) return unprocessable('No phase runs: start one.')
  if (run !== state.phaseRun) return NOTHING
  return { events: [{ type: 'phase-restarted' }, ...timerEvents(state.timer, phaseTimer(phase, now)), ...showAreaOf(state, phase)] }
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

function timerEvents(from: Timer, to: Timer): WorkshopEvent[] {
  return sameTimer(from, to) ? [] : [{ type: 'timer-set', timer: to }]
}

function sameTimer(a: Timer, b: Timer): boolean {
  if (a.state === 'running' && b.state === 'running') return a.endsAt === b.endsAt && a.durationMs === b.durationMs
  if (a.state === 'paused' && b.state === 'paused') return a.remainingMs === b.remainingMs && a.durationMs === b.durationMs
  return a.state === 'idle' && b.state === 'idle'
}
