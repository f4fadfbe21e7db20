import type { Role } from '../protocol/role.ts'
import type { WorkshopCommand } from './command.ts'
import { FACILITATORS_ONLY, NOTHING, notFound, personIn, unprocessable, type Actor, type Decision } from './decision.ts'
import { eraseOf, type SealedRows } from './sealed.ts'
import type { Group, Person, WorkshopState } from './state.ts'

type PeopleCommand = Extract<
  WorkshopCommand,
  {
    type: 'set-name' | 'rename-person' | 'set-role' | 'remove-person' | 'set-entry' | 'set-ready' | 'set-hand' | 'lower-hand' | 'set-groups'
  }
>

/** Who is here, what they may do, who works with whom, and the signs that people give. */
export function decidePeople(state: WorkshopState, sealed: SealedRows, command: PeopleCommand, actor: Actor): Decision {
  switch (command.type) {
    case 'set-name':
      return decideName(state, actor.id, command.name)
    case 'set-ready':
      return decideReady(state, actor, command.run, command.ready)
    case 'set-hand':
      return decideHand(state, actor.id, command.up)
    default:
  }
  if (actor.role !== 'facilitator') return FACILITATORS_ONLY
  switch (command.type) {
    case 'rename-person':
      return decideName(state, command.id, command.name)
    case 'set-role':
      return decideRole(state, command.id, command.role, actor.id)
    case 'remove-person':
      return decideRemoval(state, sealed, command.id)
    case 'set-entry':
      return command.open === state.entryOpen ? NOTHING : { events: [{ type: 'entry-set', open: command.open }] }
    case 'lower-hand':
      return decideHand(state, command.id, false)
    case 'set-groups':
      return decideGroups(state, command.groups)
    default:
      return command satisfies never
  }
}

const NOT_ON_BOARD = 'Nobody with this id is on the board: read the list of people again.'
const LAST_FACILITATOR = unprocessable('This is the last facilitator: make somebody else a facilitator first.')

function decideName(state: WorkshopState, id: string, name: string): Decision {
  const person = personIn(state, id)
  if (!person) return notFound('Nobody with this id has joined the board: join through a link first.')
  return person.name === name ? NOTHING : { events: [{ type: 'renamed', id, name }] }
}

/** Viewers are asked for nothing, so they cannot be ready. A click that was meant for an earlier run of the phase says nothing. */
function decideReady(state: WorkshopState, { id, role }: Actor, run: number, ready: boolean): Decision {
  if (role === 'viewer' || !personIn(state, id))
    return { refused: { code: 'not-allowed', message: 'Only those who take part can be ready.' } }
  if (run !== state.phaseRun || state.phaseId === null || state.ready.includes(id) === ready) return NOTHING
  return { events: [{ type: 'ready-set', id, ready }] }
}

function decideHand(state: WorkshopState, id: string, up: boolean): Decision {
  if (!personIn(state, id)) return notFound(NOT_ON_BOARD)
  return state.hands.includes(id) === up ? NOTHING : { events: [{ type: 'hand-set', id, up }] }
}

function decideRole(state: WorkshopState, id: string, role: Role, by: string): Decision {
  const person = personIn(state, id)
  if (!person) return notFound(NOT_ON_BOARD)
  if (person.role === role) return NOTHING
  return isLastFacilitator(state, person) ? LAST_FACILITATOR : { events: [{ type: 'role-set', id, role, by }] }
}

/** What somebody has hidden or voted goes with them: nobody else may decide about it. */
function decideRemoval(state: WorkshopState, sealed: SealedRows, id: string): Decision {
  const person = personIn(state, id)
  if (!person) return NOTHING
  return isLastFacilitator(state, person) ? LAST_FACILITATOR : { events: [{ type: 'removed', id }], sealed: eraseOf(sealed, id) }
}

function decideGroups(state: WorkshopState, groups: readonly Group[]): Decision {
  const members = groups.flatMap((group) => group.members)
  if (new Set(members).size < members.length) return unprocessable('Somebody is in two groups: everybody is in one at most.')
  if (new Set(groups.map(({ id }) => id)).size < groups.length) return unprocessable('Each group needs an id of its own.')
  const stranger = members.find((id) => !personIn(state, id))
  if (stranger !== undefined) return notFound(NOT_ON_BOARD)
  return JSON.stringify(groups) === JSON.stringify(state.groups) ? NOTHING : { events: [{ type: 'groups-set', groups }] }
}

/** Without them nobody could run the workshop or make somebody else a facilitator. */
function isLastFacilitator({ people }: WorkshopState, person: Person): boolean {
  return person.role === 'facilitator' && Object.values(people).every(({ id, role }) => id === person.id || role !== 'facilitator')
}
