import { strongerRole, type Role } from '../protocol/role.ts'
import type { Decision } from './decision.ts'
import type { WorkshopEvent } from './event.ts'
import type { WorkshopState } from './state.ts'

/** Somebody at the door: the role that their key gives, and the name they typed (absent when they come back). */
export interface Arrival {
  id: string
  role: Role
  name?: string | undefined
}

/**
 * What a join adds to the log: `joined` for a newcomer; for somebody known a new name and a stronger role, if any. Refused with
 * `entry-closed` for newcomers while the entry is closed; the facilitators' link always opens, or nobody could open it again.
 *
 * Invariant: a weaker link never demotes, a role that a facilitator chose yields only to the facilitators' link, and the same
 * arrival again adds nothing.
 *
 * @param now server time in ms since the epoch
 */
export function admit(state: WorkshopState, arrival: Arrival, now: number): Decision {
  const { id, role, name } = arrival
  const known = Object.hasOwn(state.people, id) ? state.people[id] : undefined
  if (!known) {
    if (state.entryOpen || role === 'facilitator') return { events: [{ type: 'joined', id, name: name ?? '', role, at: now }] }
    return { refused: { code: 'entry-closed', message: 'Nobody new can join now: ask a facilitator to open the entry.' } }
  }
  const events: WorkshopEvent[] = []
  if (name !== undefined && name !== known.name) events.push({ type: 'renamed', id, name })
  const next = known.appointed && role !== 'facilitator' ? known.role : strongerRole(known.role, role)
  if (next !== known.role) events.push({ type: 'role-set', id, role: next })
  return { events }
}
