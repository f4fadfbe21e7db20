import { describe, expect, it } from 'vitest'
import type { WorkshopCommand } from './command.ts'
import { phase, TestWorkshop } from './workshop-fixture.ts'

type NewAgenda = Extract<WorkshopCommand, { type: 'set-agenda' }>['agenda']

const agendaOf = (...phases: ReturnType<typeof phase>[]): NewAgenda => phases.map(({ can, ...rest }) => ({ ...rest, can: [...can] }))
const HIDDEN = phase('hidden', { privacy: 'hidden' })
const PEOPLE = { f: 'facilitator', g: 'facilitator', a: 'participant' } as const
const workshop = () => new TestWorkshop([HIDDEN, phase('open')], PEOPLE)
const withNote = () => {
  const test = workshop()
  test.send('f', { type: 'set-phase', phaseId: 'hidden' })
  test.send('a', { type: 'write-draft', phaseId: 'hidden', id: 'd1', text: 'as announced' })
  return test
}

describe('a new agenda', () => {
  it('does not overwrite what another facilitator changed meanwhile: it says conflict, and a retry of what was done is none', () => {
    const test = workshop()
    const over = test.view('f').agendaVersion
    const first = { type: 'set-agenda', over, agenda: agendaOf(HIDDEN, phase('open'), phase('of-f')) } as const
    test.send('f', first)
    expect(test.view('g').agendaVersion).toBe(over + 1)
    const second = { type: 'set-agenda', over, agenda: agendaOf(HIDDEN, phase('open'), phase('of-g')) } as const
    expect(test.send('g', second)).toMatchObject({ refused: { code: 'conflict' } })
    expect(test.view('g').agenda.map(({ id }) => id)).toEqual(['hidden', 'open', 'of-f'])
    expect(test.send('f', first)).toEqual({ events: [] })
  })

  it('keeps what was announced to those who wrote hidden notes: no names, no readers in a group, no phase that is gone', () => {
    const test = withNote()
    for (const agenda of [
      agendaOf({ ...HIDDEN, named: true }, phase('open')),
      agendaOf({ ...HIDDEN, privacy: 'group' }, phase('open')),
      agendaOf({ ...HIDDEN, privacy: 'open' }, phase('open')),
      agendaOf({ ...HIDDEN, privacy: 'secret' }, phase('open')),
      agendaOf(phase('open')),
    ])
      expect(test.send('f', { type: 'set-agenda', agenda })).toMatchObject({ refused: { code: 'unprocessable' } })
    // Anything else may change, also how the phase goes on.
    const change = { ...HIDDEN, minutes: 3, name: { en: 'New', zh: '新' } }
    expect(test.send('f', { type: 'set-agenda', agenda: agendaOf(change, phase('open')) })).toMatchObject({
      events: [{ type: 'agenda-set' }],
    })
    test.send('f', { type: 'discard-notes', phaseId: 'hidden' })
    expect(test.send('f', { type: 'set-agenda', agenda: agendaOf(phase('open')) })).toMatchObject({ events: [{ type: 'agenda-set' }] })
  })
})

describe('a phase in an area that is not drawn yet', () => {
  it('shows it, and leaves the others as they are', () => {
    const test = new TestWorkshop([phase('first', { area: 'plan', noteArea: 'local' })], PEOPLE)
    test.send('f', { type: 'hide-areas', areas: ['local', 'plan', 'report'] })
    test.send('f', { type: 'set-phase', phaseId: 'first' })
    expect(test.view('a').hiddenAreas).toEqual(['report'])
  })

  it('is shown when the running step is sent there, or begins again, after its area was hidden', () => {
    const test = new TestWorkshop([phase('first', { area: 'local' })], PEOPLE)
    test.send('f', { type: 'set-phase', phaseId: 'first' })
    test.send('f', { type: 'hide-areas', areas: ['local', 'plan'] })
    test.send('f', { type: 'set-agenda', agenda: agendaOf(phase('first', { area: 'plan' })) })
    expect(test.view('a').hiddenAreas).toEqual(['local'])
    test.send('f', { type: 'hide-areas', areas: ['local', 'plan'] })
    test.send('f', { type: 'repeat-phase', run: test.view('f').phaseRun })
    expect(test.view('a').hiddenAreas).toEqual(['local'])
  })
})
