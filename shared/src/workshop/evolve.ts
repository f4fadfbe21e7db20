import type { WorkshopEvent } from './event.ts'
import type { Person, WorkshopState } from './state.ts'

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
    case 'agenda-set':
      return event.agenda.some((phase) => phase.id === state.phaseId)
        ? { agenda: event.agenda }
        : { agenda: event.agenda, phaseId: null, timer: { state: 'idle' } }
    case 'joined': {
      const { id, name, role, at } = event
      return withPerson(state, { id, name, role, joinedAt: personOf(state, id)?.joinedAt ?? at, via: role })
    }
    case 'renamed':
      return changePerson(state, event.id, { name: event.name })
    case 'role-set':
      return changePerson(state, event.id, {
        role: event.role,
        ...(event.by === undefined ? { via: event.role, appointed: false } : { appointed: true }),
      })
    case 'removed':
      return { people: Object.fromEntries(Object.entries(state.people).filter(([id]) => id !== event.id)) }
    case 'phase-set':
      return { phaseId: state.agenda.some((phase) => phase.id === event.phaseId) ? event.phaseId : null }
    case 'timer-set':
      return { timer: event.timer }
    case 'entry-set':
      return { entryOpen: event.open }
    case 'link-replaced':
      return { linksVersion: state.linksVersion + 1 }
    default:
      event satisfies never
      return {}
  }
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
