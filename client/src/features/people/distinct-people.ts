import type { PresentPerson } from '../../session/board-session.ts'

/** One entry per person, me first: somebody with two open tabs is one person. */
export function distinctPeople(people: readonly PresentPerson[]): PresentPerson[] {
  const byId = new Map<string, PresentPerson>()
  for (const person of people) {
    const known = byId.get(person.id)
    if (!known || (person.isMe && !known.isMe)) byId.set(person.id, person)
  }
  return [...byId.values()].sort((a, b) => Number(b.isMe) - Number(a.isMe))
}
