import type { PresenceState } from '@remedyboard/shared/protocol/presence'
import { personColor } from '@remedyboard/shared/protocol/presence'
import type { OwnView } from '@remedyboard/shared/workshop/view'
import type { PresentPerson } from './board-session.ts'

/** Who is here, me first, then by name. States without an identity (not yet stamped by the server) are left out. */
export function presentPeople(states: ReadonlyMap<number, PresenceState>, ownClientId: number, me: OwnView): PresentPerson[] {
  const people: PresentPerson[] = [
    { ...me, color: personColor(me.id), clientId: ownClientId, isMe: true, presence: states.get(ownClientId) ?? {} },
  ]
  for (const [clientId, presence] of states) {
    if (clientId === ownClientId || !presence.user) continue
    people.push({ ...presence.user, clientId, isMe: false, presence })
  }
  return people.sort((a, b) => Number(b.isMe) - Number(a.isMe) || a.name.localeCompare(b.name) || a.clientId - b.clientId)
}
