import type { Role } from '../protocol/role.ts'
import { cameBy } from './came-by.ts'
import { personIn, type Decision } from './decision.ts'
import type { WorkshopEvent } from './event.ts'
import { eraseOf, type SealedRows } from './sealed.ts'
import type { WorkshopState } from './state.ts'

/** A link that was replaced. `evict`: put out those who came by the old one, too. */
export interface ReplacedLink {
  role: Role
  /** participantId of the facilitator who replaced it */
  by: string
  evict: boolean
}

/**
 * What is told when a link was replaced, and whom it puts out: with their hidden notes and ballots, as everybody who is put out. Whoever
 * asks stays, so that a facilitator is left; they may have lost their role while the link was made, and then they put out nobody.
 */
export function replaceLink(state: WorkshopState, sealed: SealedRows, { role, by, evict }: ReplacedLink): Decision {
  const isFacilitator = personIn(state, by)?.role === 'facilitator'
  const evicted = evict && isFacilitator ? cameBy(state, role).filter(({ id }) => id !== by) : []
  return {
    events: [{ type: 'link-replaced', role }, ...evicted.map(({ id }): WorkshopEvent => ({ type: 'removed', id }))],
    sealed: evicted.flatMap(({ id }) => eraseOf(sealed, id)),
  }
}
