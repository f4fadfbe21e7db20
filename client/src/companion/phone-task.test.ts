import { agendaOf, type FlowId } from '@remedyboard/shared/templates/agenda'
import { phaseRights } from '@remedyboard/shared/workshop/phase-rights'
import type { Round, RoundResult } from '@remedyboard/shared/workshop/round'
import type { Role } from '@remedyboard/shared/protocol/role'
import { describe, expect, it } from 'vitest'
import { taskOf, tasksOf, type PhoneTask } from './phone-task.ts'

const ROUND: Round = { id: 'r', kind: 'dots', title: '', cards: ['shape:a'], budget: 5, cap: 2, openedAt: 0 }
const RESULT: RoundResult = { ...ROUND, closedAt: 1, ballots: 0, proxies: 0, people: 1, items: [] }

interface Now {
  role?: Role
  round?: Round | null
  results?: readonly RoundResult[]
  boardLocked?: boolean
  phaseRun?: number
}

function tasks(flow: FlowId, phaseId: string | null, now: Now = {}) {
  const { role = 'participant', round = null, results = [], boardLocked = false, phaseRun = phaseId === null ? 0 : 1 } = now
  const agenda = agendaOf(flow)
  const phase = agenda.find(({ id }) => id === phaseId) ?? null
  return tasksOf({ agenda, phaseId, phaseRun, round, results, me: { role } }, phaseRights(role, phase, boardLocked))
}

describe('tasksOf', () => {
  it.each<[FlowId, string, PhoneTask[]]>([
    ['A', 'A1', ['add']],
    ['A', 'A2', ['watch', 'read']],
    ['A', 'A3', ['write']],
    ['A', 'A4', ['read']],
    ['A', 'A5', ['group']],
    ['A', 'A6', ['wait']],
    ['A', 'A7', ['watch']],
    ['A', 'A8', ['write']],
    ['A', 'A9', ['link', 'read']],
    ['A', 'A10', ['plan']],
    ['A', 'A11', ['watch', 'read']],
    ['B', 'B1', ['add']],
    ['B', 'B2', ['write']],
    ['B', 'B3', ['watch', 'read']],
    ['B', 'B4', ['link']],
    ['B', 'B5', ['wait']],
    ['B', 'B6', ['plan']],
    ['B', 'B7', ['add', 'link']],
    ['B', 'B8', ['watch']],
    ['C', 'C1', ['watch']],
    ['C', 'C2', ['add']],
    ['C', 'C3', ['write']],
    ['C', 'C4', ['group']],
    ['C', 'C5', ['wait']],
    ['C', 'C6', ['add', 'link']],
    ['C', 'C7', ['plan']],
    ['C', 'C8', ['watch']],
  ])('flow %s, phase %s', (flow, phaseId, expected) => {
    expect(tasks(flow, phaseId)).toEqual(expected)
  })

  it('covers every phase of the flows', () => {
    for (const flow of ['A', 'B', 'C'] as const) {
      for (const { id } of agendaOf(flow)) {
        for (const role of ['facilitator', 'participant', 'viewer'] as const)
          expect(tasks(flow, id, { role }).length, id).toBeGreaterThan(0)
      }
    }
  })

  it('an open round comes first, in whatever phase; viewers have none', () => {
    expect(tasks('A', 'A6', { round: ROUND })).toEqual(['vote'])
    expect(tasks('A', 'A9', { round: ROUND })).toEqual(['vote', 'link', 'read'])
    expect(tasks('A', null, { round: ROUND })[0]).toBe('vote')
    expect(tasks('A', 'A6', { round: ROUND, role: 'viewer' })).toEqual(['watch'])
  })

  it('the results come up when the round has closed, and in the phase behind it', () => {
    expect(tasks('A', 'A6', { results: [RESULT] })).toEqual(['results'])
    expect(tasks('A', 'A7', { results: [RESULT] })).toEqual(['results'])
    expect(tasks('A', 'A11', { results: [RESULT] })).toEqual(['watch', 'read'])
  })

  it('on a locked board people still write hidden notes, and nothing else', () => {
    expect(tasks('A', 'A3', { boardLocked: true })).toEqual(['write'])
    expect(tasks('A', 'A1', { boardLocked: true })).toEqual(['watch'])
  })

  it('after the last step it is over, and the results are there', () => {
    expect(tasks('A', null, { phaseRun: 11, results: [RESULT] })).toEqual(['over', 'results', 'add', 'read'])
    expect(tasks('A', null, { phaseRun: 11, role: 'viewer' })).toEqual(['over', 'read'])
  })

  it('before the first phase people wait, and may use the board', () => {
    expect(tasks('A', null)).toEqual(['wait', 'add', 'read'])
    expect(tasks('A', null, { role: 'viewer' })).toEqual(['wait', 'read'])
    expect(
      taskOf(
        { agenda: [], phaseId: null, phaseRun: 3, round: null, results: [], me: { role: 'participant' } },
        phaseRights('participant', null, false),
      ),
    ).toBe('wait')
  })
})
