import type { WorkshopEvent } from './event.ts'
import type { Person, WorkshopState } from './state.ts'

/** Three hundred people who write three notes in each of four phases make half of them. */
const MAX_SPENT = 10_000

/** A facilitator's device sends again for minutes, not for days. */
const MAX_CANCELLED = 100

/**
 * Applies one stored event.
 *
 * Invariants: total (no event throws in any state, because a stored log must always load); the version grows by one with
 * each event; `phaseId` always names a phase of the agenda or is null; the given state is not changed.
 */
export function evolve(state: WorkshopState, event: WorkshopEvent): WorkshopState {
  return { ...state, ...changeOf(state, event), version: state.version + 1 }
}

function changeOf(state: WorkshopState, event: WorkshopEvent): Partial<WorkshopState> {
  switch (event.type) {
    case 'agenda-set': {
      const changed = { agenda: event.agenda, agendaVersion: state.agendaVersion + 1 }
      return event.agenda.some((phase) => phase.id === state.phaseId)
        ? changed
        : { ...changed, phaseId: null, timer: { state: 'idle' }, ready: [] }
    }
    case 'joined': {
      const { id, name, role, at } = event
      return withPerson(state, { id, name, role, joinedAt: personOf(state, id)?.joinedAt ?? at, via: role })
    }
    case 'renamed':
      return changePerson(state, event.id, { name: event.name })
    case 'role-set':
      return {
        ...changePerson(state, event.id, {
          role: event.role,
          ...(event.by === undefined ? { via: event.role, appointed: false } : { appointed: true }),
        }),
        ...(event.role === 'viewer' ? withoutPart(state, event.id) : {}),
      }
    case 'returned':
      return changePerson(state, event.id, { returns: (personOf(state, event.id)?.returns ?? 0) + 1 })
    case 'removed':
      return withoutPerson(state, event.id)
    case 'phase-set':
      return {
        phaseId: state.agenda.some((phase) => phase.id === event.phaseId) ? event.phaseId : null,
        ...newRun(state),
      }
    case 'phase-restarted':
      return newRun(state)
    case 'timer-set':
      return { timer: event.timer }
    case 'entry-set':
      return { entryOpen: event.open }
    case 'link-replaced':
      return { linksVersion: state.linksVersion + 1 }
    case 'ready-set':
      return { ready: withMember(state.ready, event.id, event.ready) }
    case 'hand-set':
      return { hands: withMember(state.hands, event.id, event.up) }
    case 'groups-set':
      return { groups: event.groups }
    case 'round-opened':
      return { round: event.round }
    case 'round-closed':
      return {
        round: state.round?.id === event.result.id ? null : state.round,
        results: [...state.results.filter(({ id }) => id !== event.result.id), event.result],
        spentEdits: withSpent(state, event.edits),
      }
    case 'round-cancelled':
      return {
        round: state.round?.id === event.id ? null : state.round,
        cancelledRounds: [...state.cancelledRounds, event.id].slice(-MAX_CANCELLED),
      }
    case 'attention-set':
      return { attention: event.attention }
    case 'board-locked':
      return { boardLocked: event.locked }
    case 'areas-hidden':
      return { hiddenAreas: event.areas }
    case 'notes-revealed':
    case 'notes-discarded':
      // The board has the notes.
      return { spentEdits: withSpent(state, event.edits) }
    default:
      event satisfies never
      return {}
  }
}

function withSpent({ spentEdits }: WorkshopState, edits: readonly string[] = []): readonly string[] {
  return edits.length > 0 ? [...spentEdits, ...edits].slice(-MAX_SPENT) : spentEdits
}

/** A phase begins: nobody is ready yet, and the request to look somewhere is over. */
function newRun({ phaseRun }: WorkshopState): Partial<WorkshopState> {
  return { phaseRun: phaseRun + 1, ready: [], attention: { mode: 'free' } }
}

function withoutPerson(state: WorkshopState, id: string): Partial<WorkshopState> {
  const { people, attention } = state
  return {
    people: Object.fromEntries(Object.entries(people).filter(([known]) => known !== id)),
    ...withoutPart(state, id),
    attention: attention.mode === 'person' && attention.id === id ? { mode: 'free' } : attention,
  }
}

/** Somebody does not take part any more. */
function withoutPart({ ready, hands, groups }: WorkshopState, id: string): Partial<WorkshopState> {
  return {
    ready: withMember(ready, id, false),
    hands: withMember(hands, id, false),
    groups: groups.map((group) => ({ ...group, members: withMember(group.members, id, false) })),
  }
}

/** In order of arrival; whoever is in already keeps their place. */
function withMember(members: readonly string[], id: string, isIn: boolean): readonly string[] {
  if (members.includes(id) === isIn) return members
  return isIn ? [...members, id] : members.filter((member) => member !== id)
}

function changePerson(state: WorkshopState, id: string, change: Partial<Person>): Partial<WorkshopState> {
  const person = personOf(state, id)
  return person ? withPerson(state, { ...person, ...change }) : {}
}

function withPerson(state: WorkshopState, person: Person): Partial<WorkshopState> {
  return { people: { ...state.people, [person.id]: person } }
}

function personOf(state: WorkshopState, id: string): Person | undefined {
  // An id like `constructor` must not find what every object inherits.
  return Object.hasOwn(state.people, id) ? state.people[id] : undefined
}
