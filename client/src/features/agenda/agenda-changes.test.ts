import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import { EMPTY_WORKSHOP, type Phase } from '@remedyboard/shared/workshop/state'
import { sharedViewFor, type SessionView } from '@remedyboard/shared/workshop/view'
import { describe, expect, it } from 'vitest'
import type { SaveStatus } from '../../session/board-session.ts'
import { ApiFailure } from '../../session/api-client.ts'
import { Cell } from '../../session/readable.ts'
import { AgendaChanges } from './agenda-changes.ts'
import { addPhase, changePhase, movePhase, newPhase, removePhase } from './agenda-edit.ts'

const FIRST = ['a', 'b', 'c'].map((id) => newPhase(id, id, 'local'))
const ids = (phases: readonly Phase[]) => phases.map(({ id }) => id).join('')

/** A server that keeps an agenda, and tells of it when the test says so. */
function room() {
  const view = new Cell<SessionView>({
    ...sharedViewFor(EMPTY_WORKSHOP, new Map(), 'facilitator'),
    agenda: FIRST,
    me: { id: 'f', name: 'F', role: 'facilitator', ready: false, drafts: [], groupDrafts: [], ballot: null },
  })
  const status = new Cell<SaveStatus>({ state: 'saved' })
  const server = { agenda: FIRST as readonly Phase[], version: 0 }
  const tell = () => view.set({ ...view.get(), agenda: server.agenda, agendaVersion: server.version })
  const take = (agenda: readonly Phase[]) => {
    server.agenda = agenda
    server.version++
  }
  let refuse: ApiFailure | null = null
  let losesAnswers = false
  const changes = new AgendaChanges({
    view,
    status,
    send: async (command: WorkshopCommand) => {
      await Promise.resolve()
      if (refuse) throw refuse
      if (command.type !== 'set-agenda') throw new Error('not about the agenda')
      if (JSON.stringify(command.agenda) === JSON.stringify(server.agenda)) return
      if (command.over !== server.version) {
        // the news is on its way
        queueMicrotask(tell)
        throw new ApiFailure(409, 'conflict', '')
      }
      take(command.agenda)
      if (losesAnswers) throw new ApiFailure(0, 'offline', '')
    },
  })
  const network = (state: 'up' | 'down' | 'loses answers') => {
    refuse = state === 'down' ? new ApiFailure(0, 'offline', '') : null
    losesAnswers = state === 'loses answers'
    status.set(state === 'up' ? { state: 'saved' } : { state: 'offline', unsaved: true, kept: true })
  }
  return { changes, server, tell, take, network, refuseWith: (failure: ApiFailure) => (refuse = failure) }
}

describe('AgendaChanges', () => {
  it('shows changes at once, and sends several before the view has caught up', async () => {
    const { changes, server, tell } = room()
    const all = [changes.edit(movePhase('c', -1)), changes.edit(movePhase('c', -1)), changes.edit(removePhase('b'))]
    expect(ids(changes.shown.get())).toBe('ca')
    await Promise.all(all)
    expect([ids(server.agenda), server.version, ids(changes.shown.get())]).toEqual(['ca', 3, 'ca'])
    tell()
    expect(ids(changes.shown.get())).toBe('ca')
    expect(changes.news.get()).toEqual({ failure: null, isKept: false, others: false })
  })

  it('makes a change again on top of what another facilitator changed meanwhile, and says so', async () => {
    const { changes, server, take } = room()
    take(addPhase(newPhase('theirs', 'theirs', 'plan'), 'a')(server.agenda))
    await changes.edit(changePhase('b', (phase) => ({ ...phase, minutes: 33 })))
    expect(ids(server.agenda)).toBe('atheirsbc')
    expect(server.agenda.find(({ id }) => id === 'b')?.minutes).toBe(33)
    expect(changes.news.get()).toEqual({ failure: null, isKept: false, others: true })
  })

  it('goes back to what the server has when it refuses', async () => {
    const { changes, refuseWith } = room()
    refuseWith(new ApiFailure(422, 'unprocessable', ''))
    await changes.edit(removePhase('a'))
    expect(ids(changes.shown.get())).toBe('abc')
    expect(changes.news.get().failure).toBe('unprocessable')
  })

  const typed = changePhase('b', (phase) => ({ ...phase, instruction: { en: 'Typed long', zh: 'Typed long' } }))
  const settled = async () => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
  }

  it('keeps an instruction that was typed while the network blinked, and sends it when the connection is back', async () => {
    const { changes, server, network } = room()
    network('down')
    await changes.edit(typed)
    await changes.edit(removePhase('a'))
    expect(changes.news.get()).toEqual({ failure: 'offline', isKept: true, others: false })
    expect(changes.shown.get().map(({ instruction }) => instruction.en)).toEqual(['Typed long', ''])
    expect(ids(server.agenda)).toBe('abc')
    network('up')
    await settled()
    expect(server.agenda.map(({ instruction }) => instruction.en)).toEqual(['Typed long', ''])
    expect(changes.news.get().failure).toBeNull()
  })

  it('sends what was kept when somebody asks for it', async () => {
    const { changes, server, refuseWith, network } = room()
    refuseWith(new ApiFailure(503, 'store-unavailable', ''))
    await changes.edit(typed)
    expect(changes.news.get().isKept).toBe(true)
    network('up')
    await changes.retry()
    expect(server.agenda.find(({ id }) => id === 'b')?.instruction.en).toBe('Typed long')
  })

  it('moves a step once, although the answer was lost and it is sent again', async () => {
    const { changes, server, network, tell } = room()
    network('loses answers')
    await changes.edit(movePhase('c', -1))
    expect(ids(server.agenda)).toBe('acb')
    tell()
    network('up')
    await settled()
    expect([ids(server.agenda), server.version]).toEqual(['acb', 1])
    expect(changes.news.get().failure).toBeNull()
  })
})
