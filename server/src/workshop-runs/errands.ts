import type { Role } from '@remedyboard/shared/protocol/role'
import type { Step } from './phase-steps.ts'
import type { Promised } from './promised.ts'
import type { ScriptedPerson } from './scripted-person.ts'
import { below, oneOf } from './seeded-random.ts'

/** What a facilitator does beside the others' work: names, helpers, the clock, a glance at an area, the agenda of later. */
export function errandsOf(leader: ScriptedPerson, others: readonly ScriptedPerson[], lastMinutes: Promised<number>): Step[] {
  const { random } = leader
  const somebody = (act: (person: ScriptedPerson) => Promise<unknown>): Step => {
    return async () => {
      const person = oneOf(random, others)
      if (person) await act(person)
    }
  }
  const appoint = (role: Role): Step =>
    somebody((person) => person.role.set(role, () => leader.mustSend({ type: 'set-role', id: person.id, role })))
  return [
    somebody((person) => {
      const name = `第 ${person.number} 位 ${below(random, 1_000)}`
      return person.name.set(name, () => leader.mustSend({ type: 'rename-person', id: person.id, name }))
    }),
    appoint('facilitator'),
    async () => void (await leader.mustSend({ type: 'set-timer', remainingMs: 60_000 * (1 + below(random, 5)), running: random() < 0.5 })),
    async () => void (await leader.mustSend({ type: 'set-attention', attention: { mode: 'area', area: 'welcome' } })),
    async () => {
      const { agenda = [], agendaVersion = 0 } = leader.device.view ?? {}
      const minutes = 1 + below(random, 60)
      const changed = agenda.map((phase) => ({ ...phase, can: [...phase.can], ...(phase === agenda.at(-1) ? { minutes } : {}) }))
      // The view may be a moment behind: then it is a conflict, and nothing changes.
      await lastMinutes.set(minutes, async () => {
        return (await leader.send({ type: 'set-agenda', agenda: changed, over: agendaVersion })) === 200
      })
    },
    async () => {
      // Those who helped are participants again.
      for (const person of others) {
        if (person.role.acknowledged !== 'facilitator') continue
        await person.role.set('participant', () => leader.mustSend({ type: 'set-role', id: person.id, role: 'participant' }))
      }
    },
  ]
}
