import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ROLES } from '../protocol/role.ts'
import { admit, type Arrival } from './admit.ts'
import { cameBy } from './came-by.ts'
import type { WorkshopCommand } from './command.ts'
import { decide } from './decide.ts'
import type { Actor } from './decision.ts'
import type { WorkshopEvent } from './event.ts'
import { evolve } from './evolve.ts'
import type { SealedRows } from './sealed.ts'
import { EMPTY_WORKSHOP, type Phase, type Timer, type WorkshopState } from './state.ts'

const SEED = { seed: 20260302 }
const NOW = 1_772_000_000_000
const NO_ROWS: SealedRows = new Map()

const phase = (id: string, minutes = 10): Phase => ({
  id,
  name: { en: id, zh: id },
  instruction: { en: '', zh: '' },
  minutes,
  area: 'local',
  can: ['add'],
  privacy: 'open',
})
const AGENDA = [phase('welcome', 5), phase('local'), phase('close', 0)]
const STARTED = [
  { type: 'agenda-set', agenda: AGENDA },
  { type: 'joined', id: 'f', name: '王芳', role: 'facilitator', at: NOW },
  { type: 'joined', id: 'p', name: 'Lin', role: 'participant', at: NOW + 1 },
] satisfies WorkshopEvent[]
const started = STARTED.reduce(evolve, EMPTY_WORKSHOP)
const facilitator: Actor = { id: 'f', role: 'facilitator' }

// Few ids, and some that every object inherits: collisions are where the bugs are.
const idArb = fc.constantFrom('f', 'p', 'v', 'constructor', '__proto__')
const phaseIdArb = fc.option(fc.constantFrom('welcome', 'local', 'close', 'unknown', 'toString'), { nil: null })
const roleArb = fc.constantFrom(...ROLES)
const msArb = fc.nat({ max: 86_400_000 })
const nameArb = fc.string({ minLength: 1, maxLength: 40 })
const timerArb: fc.Arbitrary<Timer> = fc.oneof(
  fc.constant<Timer>({ state: 'idle' }),
  fc.record({ state: fc.constant('running' as const), endsAt: msArb, durationMs: msArb }),
  fc.record({ state: fc.constant('paused' as const), remainingMs: msArb, durationMs: msArb }),
)
const eventArb: fc.Arbitrary<WorkshopEvent> = fc.oneof(
  fc.record({ type: fc.constant('agenda-set' as const), agenda: fc.subarray(AGENDA) }),
  fc.record({ type: fc.constant('joined' as const), id: idArb, name: nameArb, role: roleArb, at: msArb }),
  fc.record({ type: fc.constant('renamed' as const), id: idArb, name: nameArb }),
  fc.record({ type: fc.constant('role-set' as const), id: idArb, role: roleArb }),
  fc.record({ type: fc.constant('role-set' as const), id: idArb, role: roleArb, by: idArb }),
  fc.record({ type: fc.constant('entry-set' as const), open: fc.boolean() }),
  fc.record({ type: fc.constant('link-replaced' as const), role: roleArb }),
  fc.record({ type: fc.constant('removed' as const), id: idArb }),
  fc.record({ type: fc.constant('phase-set' as const), phaseId: phaseIdArb }),
  fc.record({ type: fc.constant('timer-set' as const), timer: timerArb }),
)
const stateArb = fc.array(eventArb, { maxLength: 12 }).map((events) => events.reduce(evolve, started))
const commandArb: fc.Arbitrary<WorkshopCommand> = fc.oneof(
  fc.record({ type: fc.constant('set-phase' as const), phaseId: phaseIdArb }),
  fc.record({ type: fc.constant('set-timer' as const), remainingMs: msArb, running: fc.boolean() }),
  fc.record({ type: fc.constant('set-name' as const), name: nameArb }),
  fc.record({ type: fc.constant('set-role' as const), id: idArb, role: roleArb }),
  fc.record({ type: fc.constant('remove-person' as const), id: idArb }),
  fc.record({ type: fc.constant('set-entry' as const), open: fc.boolean() }),
)

function apply(state: WorkshopState, command: WorkshopCommand, actor: Actor, now: number): WorkshopState {
  const decision = decide(state, NO_ROWS, command, actor, now)
  return 'events' in decision ? decision.events.reduce(evolve, state) : state
}

function arrive(state: WorkshopState, arrival: Arrival, now = NOW): WorkshopState {
  const decision = admit(state, arrival, now)
  return 'events' in decision ? decision.events.reduce(evolve, state) : state
}

describe('evolve', () => {
  it('is total: any log loads, one version per event, and the phase is always one of the agenda', () => {
    fc.assert(
      fc.property(fc.array(eventArb, { maxLength: 30 }), (events) => {
        const state = events.reduce(evolve, EMPTY_WORKSHOP)
        expect(state.version).toBe(events.length)
        expect(state.phaseId === null || state.agenda.some(({ id }) => id === state.phaseId)).toBe(true)
        expect(Object.entries(state.people).every(([id, person]) => id === person.id)).toBe(true)
      }),
      SEED,
    )
  })

  it('leaves the state it was given as it was', () => {
    fc.assert(
      fc.property(stateArb, eventArb, (state, event) => {
        const before = JSON.stringify(state)
        evolve(state, event)
        expect(JSON.stringify(state)).toBe(before)
      }),
      SEED,
    )
  })

  it('keeps the last names of changes that were turned over, not all of them for ever', () => {
    const many = (batch: number) => Array.from({ length: 8_000 }, (_, n) => `e${batch}-${n}`)
    const state = [0, 1]
      .map((batch): WorkshopEvent => ({ type: 'notes-revealed', phaseId: 'local', count: 1, edits: many(batch) }))
      .reduce(evolve, started)
    expect(state.spentEdits).toHaveLength(10_000)
    expect(state.spentEdits.at(-1)).toBe('e1-7999')
  })

  it('ends phase and timer when the agenda no longer has the running phase', () => {
    const running = apply(started, { type: 'set-phase', phaseId: 'local' }, facilitator, NOW)
    const without = evolve(running, { type: 'agenda-set', agenda: [phase('welcome')] })
    expect(without).toMatchObject({ phaseId: null, timer: { state: 'idle' } })
  })
})

describe('decide', () => {
  it('is idempotent: the same command again changes nothing but the version', () => {
    fc.assert(
      fc.property(stateArb, commandArb, idArb, roleArb, msArb, (state, command, id, role, now) => {
        const once = apply(state, command, { id, role }, now)
        const twice = apply(once, command, { id, role }, now)
        expect({ ...twice, version: 0 }).toEqual({ ...once, version: 0 })
      }),
      SEED,
    )
  })

  it('lets participants and viewers change nothing but their own name', () => {
    fc.assert(
      fc.property(
        stateArb,
        commandArb,
        idArb,
        fc.constantFrom('participant' as const, 'viewer' as const),
        msArb,
        (state, command, id, role, now) => {
          const after = apply(state, command, { id, role }, now)
          const { agenda, phaseId, timer, entryOpen } = state
          expect(after).toMatchObject({ agenda, phaseId, timer, entryOpen })
          const renamed = Object.values(after.people).filter((person) => person !== state.people[person.id])
          expect(renamed.every((person) => person.id === id)).toBe(true)
          expect(Object.values(after.people).map((person) => person.role)).toEqual(Object.values(state.people).map((person) => person.role))
        },
      ),
      SEED,
    )
  })

  it('starts the timer of a phase with its minutes', () => {
    const state = apply(started, { type: 'set-phase', phaseId: 'welcome' }, facilitator, NOW)
    expect(state).toMatchObject({ phaseId: 'welcome', timer: { state: 'running', endsAt: NOW + 300_000, durationMs: 300_000 } })
  })

  it('does not restart the timer when a client repeats the start of a phase later', () => {
    const state = apply(started, { type: 'set-phase', phaseId: 'welcome' }, facilitator, NOW)
    expect(apply(state, { type: 'set-phase', phaseId: 'welcome' }, facilitator, NOW + 60_000)).toEqual(state)
  })

  it('stops the timer with a phase without minutes, and at the end of the agenda', () => {
    const running = apply(started, { type: 'set-phase', phaseId: 'local' }, facilitator, NOW)
    expect(apply(running, { type: 'set-phase', phaseId: 'close' }, facilitator, NOW).timer).toEqual({ state: 'idle' })
    expect(apply(running, { type: 'set-phase', phaseId: null }, facilitator, NOW)).toMatchObject({
      phaseId: null,
      timer: { state: 'idle' },
    })
  })

  it('refuses a phase that is not in the agenda', () => {
    expect(decide(started, NO_ROWS, { type: 'set-phase', phaseId: 'lunch' }, facilitator, NOW)).toMatchObject({
      refused: { code: 'unprocessable' },
    })
  })

  it('pauses, resumes and lengthens the timer, and keeps its whole length for the progress bar', () => {
    const running = apply(started, { type: 'set-phase', phaseId: 'local' }, facilitator, NOW)
    const paused = apply(running, { type: 'set-timer', remainingMs: 400_000, running: false }, facilitator, NOW + 200_000)
    expect(paused.timer).toEqual({ state: 'paused', remainingMs: 400_000, durationMs: 600_000 })
    const longer = apply(paused, { type: 'set-timer', remainingMs: 660_000, running: true }, facilitator, NOW + 300_000)
    expect(longer.timer).toEqual({ state: 'running', endsAt: NOW + 960_000, durationMs: 660_000 })
    expect(apply(longer, { type: 'set-timer', remainingMs: 0, running: false }, facilitator, NOW).timer).toEqual({ state: 'idle' })
  })

  it('renames oneself, and refuses somebody who never joined', () => {
    expect(apply(started, { type: 'set-name', name: 'Lin Na' }, { id: 'p', role: 'participant' }, NOW).people['p']?.name).toBe('Lin Na')
    expect(decide(started, NO_ROWS, { type: 'set-name', name: 'X' }, { id: 'constructor', role: 'viewer' }, NOW)).toMatchObject({
      refused: { code: 'not-found' },
    })
  })
})

describe('roles', () => {
  const second = evolve(started, { type: 'joined', id: 'g', name: 'Guo', role: 'facilitator', at: NOW })
  const facilitators = (state: WorkshopState) => Object.values(state.people).filter(({ role }) => role === 'facilitator')

  it('never leave a workshop without a facilitator that had one', () => {
    fc.assert(
      fc.property(stateArb, commandArb, idArb, roleArb, msArb, (state, command, id, role, now) => {
        const after = apply(state, command, { id, role }, now)
        if (facilitators(state).length > 0) expect(facilitators(after).length).toBeGreaterThan(0)
      }),
      SEED,
    )
  })

  it('are changed by facilitators, and only of people who are on the board', () => {
    expect(apply(started, { type: 'set-role', id: 'p', role: 'viewer' }, facilitator, NOW).people['p']?.role).toBe('viewer')
    expect(decide(started, NO_ROWS, { type: 'set-role', id: 'constructor', role: 'viewer' }, facilitator, NOW)).toMatchObject({
      refused: { code: 'not-found' },
    })
    expect(
      decide(started, NO_ROWS, { type: 'set-role', id: 'p', role: 'facilitator' }, { id: 'p', role: 'participant' }, NOW),
    ).toMatchObject({
      refused: { code: 'not-allowed' },
    })
  })

  it('of the last facilitator cannot be taken, not even by themselves; with a second one it can', () => {
    for (const command of [
      { type: 'set-role', id: 'f', role: 'viewer' },
      { type: 'remove-person', id: 'f' },
    ] satisfies WorkshopCommand[]) {
      expect(decide(started, NO_ROWS, command, facilitator, NOW)).toMatchObject({ refused: { code: 'unprocessable' } })
      expect(facilitators(apply(second, command, facilitator, NOW)).map(({ id }) => id)).toEqual(['g'])
    }
  })

  it('stand until a facilitator changes them: the old link does not bring them back, the facilitators’ link does', () => {
    const viewer = apply(started, { type: 'set-role', id: 'p', role: 'viewer' }, facilitator, NOW)
    expect(admit(viewer, { id: 'p', role: 'participant' }, NOW)).toEqual({ events: [] })
    const demoted = apply(second, { type: 'set-role', id: 'f', role: 'participant' }, { id: 'g', role: 'facilitator' }, NOW)
    expect(arrive(demoted, { id: 'f', role: 'facilitator' }).people['f']).toMatchObject({ role: 'facilitator', appointed: false })
  })
})

describe('the entry', () => {
  const closed = apply(started, { type: 'set-entry', open: false }, facilitator, NOW)

  it('when closed keeps newcomers out, and nobody who is in', () => {
    for (const role of ['participant', 'viewer'] as const) {
      expect(admit(closed, { id: 'new', role, name: 'New' }, NOW)).toMatchObject({ refused: { code: 'entry-closed' } })
    }
    expect(admit(closed, { id: 'p', role: 'participant' }, NOW)).toEqual({ events: [] })
  })

  it('always lets in through the facilitators’ link, or nobody could open it again', () => {
    expect(arrive(closed, { id: 'new', role: 'facilitator', name: 'New' }).people['new']?.role).toBe('facilitator')
  })

  it('opens again', () => {
    const open = apply(closed, { type: 'set-entry', open: true }, facilitator, NOW)
    expect(arrive(open, { id: 'new', role: 'viewer', name: 'New' }).people['new']?.role).toBe('viewer')
  })
})

describe('cameBy', () => {
  it('names who came by a link, whatever they may do now, but not whom a facilitator has made a facilitator', () => {
    const state = (
      [
        { type: 'joined', id: 'trusted', name: 'T', role: 'participant', at: NOW },
        { type: 'role-set', id: 'trusted', role: 'facilitator', by: 'f' },
        { type: 'joined', id: 'muted', name: 'M', role: 'participant', at: NOW },
        { type: 'role-set', id: 'muted', role: 'viewer', by: 'f' },
        { type: 'joined', id: 'v', name: 'V', role: 'viewer', at: NOW },
        { type: 'joined', id: 'stronger', name: 'S', role: 'viewer', at: NOW },
        { type: 'role-set', id: 'stronger', role: 'participant' },
      ] satisfies WorkshopEvent[]
    ).reduce(evolve, started)
    const ids = (link: (typeof ROLES)[number]) => cameBy(state, link).map(({ id }) => id)
    expect(ids('participant')).toEqual(['p', 'muted', 'stronger'])
    expect(ids('viewer')).toEqual(['v'])
    expect(ids('facilitator')).toEqual(['f'])
  })
})

describe('removed', () => {
  it('takes somebody out of the roster; a later join makes them a newcomer with the role of that link', () => {
    const without = evolve(started, { type: 'removed', id: 'f' })
    expect(Object.keys(without.people)).toEqual(['p'])
    expect(admit(without, { id: 'f', role: 'viewer', name: 'Fang' }, NOW)).toEqual({
      events: [{ type: 'joined', id: 'f', name: 'Fang', role: 'viewer', at: NOW }],
    })
  })
})

describe('admit', () => {
  it('never demotes, and the same arrival again adds nothing', () => {
    fc.assert(
      fc.property(stateArb, idArb, roleArb, fc.option(nameArb, { nil: undefined }), msArb, (state, id, role, name, now) => {
        const after = arrive(state, { id, role, name }, now)
        const before = Object.hasOwn(state.people, id) ? state.people[id] : undefined
        const person = Object.hasOwn(after.people, id) ? after.people[id] : undefined
        expect(ROLES.indexOf(person?.role ?? 'viewer')).toBeLessThanOrEqual(ROLES.indexOf(before?.role ?? 'viewer'))
        if (person && (!person.appointed || role === 'facilitator'))
          expect(ROLES.indexOf(person.role)).toBeLessThanOrEqual(ROLES.indexOf(role))
        if (person) expect(admit(after, { id, role, name }, now)).toEqual({ events: [] })
      }),
      SEED,
    )
  })

  it('promotes somebody who comes back through a stronger link, under the same name', () => {
    expect(admit(started, { id: 'p', role: 'facilitator' }, NOW)).toEqual({
      events: [{ type: 'role-set', id: 'p', role: 'facilitator' }],
    })
  })
})
