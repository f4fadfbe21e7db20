import { personColor } from '@remedyboard/shared/protocol/presence'
import type { RosterEntry } from '@remedyboard/shared/workshop/view'
import type { ListedPerson } from './listed-person.ts'

/** The roster without those who are here; who left last comes first, then those of whom it is not known. */
export function awayPeople(roster: readonly RosterEntry[], present: readonly { id: string }[]): ListedPerson[] {
  const here = new Set(present.map(({ id }) => id))
  return roster
    .filter(({ id }) => !here.has(id))
    .sort((a, b) => (b.awaySince ?? 0) - (a.awaySince ?? 0) || a.name.localeCompare(b.name))
    .map(({ id, name, role, awaySince }) => ({ id, name, role, awaySince, color: personColor(id), isMe: false }))
}
