import type { Role } from '../protocol/role.ts'
import type { Person, WorkshopState } from './state.ts'

/**
 * Who came by a link, for putting them out when it was leaked. Those whom a facilitator has since made a facilitator are left
 * out: somebody decided to trust them.
 */
export function cameBy({ people }: WorkshopState, link: Role): Person[] {
  return Object.values(people).filter(({ role, via = role }) => via === link && (role !== 'facilitator' || link === 'facilitator'))
}
