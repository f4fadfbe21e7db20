import type { Group } from '@remedyboard/shared/workshop/state'

/** How people are put together: two by two, four by four, or at a number of tables. */
export type Grouping = { kind: 'pairs' } | { kind: 'fours' } | { kind: 'tables'; tables: number }

/** Nobody is left alone while there are two people: an odd one makes a pair three, and rests of fours are shared out. */
export function groupCount(grouping: Grouping, people: number): number {
  const wanted = grouping.kind === 'pairs' ? Math.floor(people / 2) : grouping.kind === 'fours' ? Math.round(people / 4) : grouping.tables
  return Math.max(1, Math.min(wanted, people))
}

/** Everybody into groups by chance, as even as it can be. No people = no groups. */
export function makeGroups(
  people: readonly string[],
  grouping: Grouping,
  { random, newId, nameOf }: { random: () => number; newId: () => string; nameOf: (number: number) => string },
): Group[] {
  if (people.length === 0) return []
  const groups = Array.from({ length: groupCount(grouping, people.length) }, (_, at) => ({
    id: newId(),
    name: nameOf(at + 1),
    members: [] as string[],
  }))
  shuffled(people, random).forEach((person, at) => groups[at % groups.length]?.members.push(person))
  return groups
}

/** Two groups become one, as in 1-2-4-All: people stay with whom they have talked to. Of an odd number the last one joins the others. */
export function joinGroups(groups: readonly Group[]): Group[] {
  const joined: { id: string; name: string; members: readonly string[] }[] = []
  groups.forEach((group, at) => {
    const last = joined.at(-1)
    const isRest = at === groups.length - 1 && at % 2 === 0
    if (last && (at % 2 === 1 || isRest)) joined[joined.length - 1] = { ...last, members: [...last.members, ...group.members] }
    else joined.push(group)
  })
  return joined
}

/** Moves somebody to a group, or out of all (`null`). Groups without anybody go. */
export function moveToGroup(groups: readonly Group[], person: string, groupId: string | null): Group[] {
  return groups
    .map((group) => {
      const others = group.members.filter((id) => id !== person)
      return { ...group, members: group.id === groupId ? [...others, person] : others }
    })
    .filter(({ members }) => members.length > 0)
}

/** Fisher–Yates: every order is as likely as any other. */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const left = [...items]
  const drawn: T[] = []
  while (left.length > 0) drawn.push(...left.splice(Math.floor(random() * left.length), 1))
  return drawn
}
