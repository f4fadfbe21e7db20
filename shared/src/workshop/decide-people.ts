import type { Role } from '../protocol/role.ts'
import type { WorkshopCommand } from './command.ts'
import { FACILITATORS_ONLY, NOTHING, notFound, personIn, unprocessable, type Actor, type Decision } from './decision.ts'
import { forgetOvertaken } from './overtaken-edits.ts'
import { breaksGroups } from './regrouping.ts'
import { ballotKey, eraseOf, type SealedOp, type SealedRows } from './sealed.ts'
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
      return decideRole(state, sealed, command.id, command.role, actor.id)
    case 'remove-person':
      return decideRemoval(state, sealed, command.id)
    case 'set-entry':
      return command.open === state.entryOpen ? NOTHING : { events: [{ type: 'entry-set', open: command.open }] }
    case 'lower-hand':
      return decideHand(state, command.id, false)
    case 'set-groups':
      return decideGroups(state, sealed, command.groups)
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

/** A viewer does not vote: what they have cast in the open round goes. What they have written stays: it was written for the room. */
function decideRole(state: WorkshopState, sealed: SealedRows, id: string, role: Role, by: string): Decision {
  const person = personIn(state, id)
  if (!person) return notFound(NOT_ON_BOARD)
  if (person.role === role) return NOTHING
  if (isLastFacilitator(state, person)) return LAST_FACILITATOR
  const ballot = role === 'viewer' && state.round ? eraseBallot(sealed, state.round.id, id) : []
  return { events: [{ type: 'role-set', id, role, by }], ...(ballot.length > 0 ? { sealed: ballot } : {}) }
}

/** What somebody has hidden or voted goes with them: nobody else may decide about it. */
function decideRemoval(state: WorkshopState, sealed: SealedRows, id: string): Decision {
  const person = personIn(state, id)
  if (!person) return NOTHING
  return isLastFacilitator(state, person) ? LAST_FACILITATOR : { events: [{ type: 'removed', id }], sealed: eraseOf(sealed, id) }
}

function decideGroups(state: WorkshopState, sealed: SealedRows, wanted: readonly Group[]): Decision {
  // Somebody may have become a viewer while the groups were made: the others keep theirs.
  const groups = wanted.map((group) => ({ ...group, members: group.members.filter((id) => personIn(state, id)?.role !== 'viewer') }))
  const members = groups.flatMap((group) => group.members)
  if (new Set(members).size < members.length) return unprocessable('Somebody is in two groups: everybody is in one at most.')
  if (new Set(groups.map(({ id }) => id)).size < groups.length) return unprocessable('Each group needs an id of its own.')
  const stranger = members.find((id) => !personIn(state, id))
  if (stranger !== undefined) return notFound(NOT_ON_BOARD)
  if (JSON.stringify(groups) === JSON.stringify(state.groups)) return NOTHING
  if (breaksGroups(state, sealed, groups)) {
    return unprocessable(
      'Groups have hidden notes that only they read: let them post the notes, reveal or discard them first, or join whole groups.',
    )
  }
  return { events: [{ type: 'groups-set', groups }] }
}

/** Without them nobody could run the workshop or make somebody else a facilitator. */
function isLastFacilitator({ people }: WorkshopState, person: Person): boolean {
  return person.role === 'facilitator' && Object.values(people).every(({ id, role }) => id === person.id || role !== 'facilitator')
}

function eraseBallot(sealed: SealedRows, roundId: string, id: string): SealedOp[] {
  const key = ballotKey(roundId, id)
  return [...(sealed.has(key) ? [{ op: 'erase', prefix: key } as const] : []), ...forgetOvertaken(sealed, 'ballot', roundId, id)]
}
