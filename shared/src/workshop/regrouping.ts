import { draftsOf, type SealedRows } from './sealed.ts'
import type { Group, WorkshopState } from './state.ts'

/**
 * True when other groups would break what was said to those who have hidden notes in a phase for groups: only their group reads them,
 * until it posts them or joins another as a whole, as in 1-2-4-All. So no group with notes loses anybody or takes in one person out of
 * another group. Whoever has no group may come in, with notes of their own or without; a facilitator does not, because she makes the
 * groups.
 */
export function breaksGroups(state: WorkshopState, sealed: SealedRows, groups: readonly Group[]): boolean {
  const authors = new Set(
    state.agenda.filter(({ privacy }) => privacy === 'group').flatMap(({ id }) => draftsOf(sealed, id).map(({ author }) => author)),
  )
  if (authors.size === 0) return false
  const hasNotes = ({ members }: Group) => members.some((id) => authors.has(id))
  const grouped = new Set(state.groups.flatMap(({ members }) => members))
  const isLost = state.groups.some((was) => hasNotes(was) && !groups.some((group) => isWithin(was, group)))
  const isMixed = groups.some(
    (group) => hasNotes(group) && state.groups.some((was) => was.members.some((id) => group.members.includes(id)) && !isWithin(was, group)),
  )
  const joining = groups.flatMap(({ members }) => members).filter((id) => !grouped.has(id))
  return isLost || isMixed || joining.some((id) => state.people[id]?.role === 'facilitator')
}

function isWithin({ members }: Group, group: Group): boolean {
  return members.every((id) => group.members.includes(id))
}
