import type { PresentPerson } from '../session/board-session.ts'

/** People in the room who take part, each once. The session's own number counts everybody who ever joined. */
export function peopleHere(people: readonly Pick<PresentPerson, 'id' | 'role'>[]): number {
  return new Set(people.filter(({ role }) => role !== 'viewer').map(({ id }) => id)).size
}
