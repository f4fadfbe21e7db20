import * as fc from 'fast-check'
import type { Role } from '../protocol/role.ts'
import type { WorkshopCommand } from './command.ts'
import { decide } from './decide.ts'
import type { Decision, Outcome } from './decision.ts'
import type { WorkshopEvent } from './event.ts'
import { evolve } from './evolve.ts'
import { withSealed, type SealedRows } from './sealed.ts'
import { EMPTY_WORKSHOP, type Phase, type WorkshopState } from './state.ts'
import { ownViewFor, sharedViewFor, type SessionView } from './view.ts'

export const NOW = 1_772_000_000_000

export const phase = (id: string, change: Partial<Phase> = {}): Phase => ({
  id,
  name: { en: id, zh: id },
  instruction: { en: '', zh: '' },
  minutes: 10,
  area: 'local',
  can: ['add'],
  privacy: 'open',
  ...change,
})

/** A workshop in memory with its sealed rows: what the room keeps, without room, document and disk. */
export class TestWorkshop {
  state: WorkshopState
  rows: SealedRows = new Map()
  readonly events: WorkshopEvent[] = []
  readonly outcomes: Outcome[] = []

  constructor(agenda: readonly Phase[], people: Readonly<Record<string, Role>>) {
    const first: WorkshopEvent[] = [
      { type: 'agenda-set', agenda },
      ...Object.entries(people).map(([id, role]): WorkshopEvent => ({ type: 'joined', id, name: `Name of ${id}`, role, at: NOW })),
    ]
    this.state = first.reduce(evolve, EMPTY_WORKSHOP)
  }

  /** Does what the person asks for, with the role that they have now. */
  send(id: string, command: WorkshopCommand): Decision {
    const role = this.state.people[id]?.role ?? 'viewer'
    const decision = decide(this.state, this.rows, command, { id, role }, NOW)
    if ('refused' in decision) return decision
    this.state = decision.events.reduce(evolve, this.state)
    this.rows = withSealed(this.rows, decision.sealed ?? [])
    this.events.push(...decision.events)
    this.outcomes.push(decision)
    return decision
  }

  view(id: string): SessionView {
    const me = ownViewFor(this.state, this.rows, id)
    if (!me) throw new Error(`${id} has not joined`)
    return { ...sharedViewFor(this.state, this.rows, me.role), me }
  }
}

export const AGENDA: readonly Phase[] = [
  phase('open'),
  phase('hidden', { privacy: 'hidden', limits: { notes: 3 }, noteKind: 'dilemma' }),
  phase('named', { privacy: 'hidden', named: true }),
  phase('group', { privacy: 'group', area: 'remedies', noteKind: 'remedy' }),
  phase('vote', { can: ['vote'], privacy: 'secret', limits: { votes: 5, maxPerItem: 2 } }),
]
export const PEOPLE = { f: 'facilitator', g: 'facilitator', a: 'participant', b: 'participant', c: 'participant', v: 'viewer' } as const

const personArb = fc.constantFrom('f', 'g', 'a', 'b', 'c', 'v')
const cardsArb = fc.subarray(['shape:1', 'shape:2', 'shape:3'], { minLength: 1 })
const phaseIdArb = fc.constantFrom('open', 'hidden', 'named', 'group', 'vote')
const roundIdArb = fc.constantFrom('r1', 'r2')
/** Texts that occur nowhere else, so that a leak shows. */
const secretArb = fc.nat({ max: 40 }).map((n) => `SECRET-${n}-`)

/** Two groups, one with somebody in it twice, and none. */
const GROUPINGS: Extract<WorkshopCommand, { type: 'set-groups' }>['groups'][] = [
  [
    { id: 'g1', name: 'One', members: ['a', 'b'] },
    { id: 'g2', name: 'Two', members: ['c'] },
  ],
  [{ id: 'g1', name: 'One', members: ['a', 'a'] }],
  [],
]

/** Commands that mean something, hostile ones among them. */
export const commandArb: fc.Arbitrary<WorkshopCommand> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('set-phase' as const), phaseId: fc.option(phaseIdArb, { nil: null }) }) },
  {
    weight: 8,
    arbitrary: fc.record(
      {
        type: fc.constant('write-draft' as const),
        phaseId: phaseIdArb,
        id: fc.constantFrom('d1', 'd2', 'd3', 'd4'),
        text: fc.oneof({ weight: 5, arbitrary: secretArb }, fc.constant('  ')),
        edit: fc.constantFrom('e1', 'e2', 'e3', 'e4', 'e5'),
      },
      { requiredKeys: ['type', 'phaseId', 'id', 'text'] },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record(
      { type: fc.constant('reveal-notes' as const), phaseId: phaseIdArb, group: fc.constantFrom('g1', 'g2', 'none') },
      { requiredKeys: ['type', 'phaseId'] },
    ),
  },
  fc.record({ type: fc.constant('discard-notes' as const), phaseId: phaseIdArb }),
  fc.record({ type: fc.constant('repeat-phase' as const), run: fc.nat({ max: 6 }) }),
  fc.record({ type: fc.constant('set-timer' as const), remainingMs: fc.nat({ max: 86_400_000 }), running: fc.boolean() }),
  fc.record({ type: fc.constant('set-agenda' as const), agenda: fc.subarray([...AGENDA]).map((phases) => phases.map(mutable)) }),
  fc.record({ type: fc.constant('set-ready' as const), run: fc.nat({ max: 6 }), ready: fc.boolean() }),
  fc.record({ type: fc.constant('set-hand' as const), up: fc.boolean() }),
  fc.record({ type: fc.constant('lower-hand' as const), id: personArb }),
  fc.record({ type: fc.constant('rename-person' as const), id: personArb, name: fc.constantFrom('X', 'Y') }),
  fc.record({ type: fc.constant('set-name' as const), name: fc.constantFrom('X', 'Y') }),
  fc.record({
    type: fc.constant('set-role' as const),
    id: personArb,
    role: fc.constantFrom('facilitator' as const, 'participant' as const, 'viewer' as const),
  }),
  fc.record({ type: fc.constant('remove-person' as const), id: personArb }),
  fc.record({ type: fc.constant('set-entry' as const), open: fc.boolean() }),
  fc.record({
    type: fc.constant('set-groups' as const),
    groups: fc.constantFrom(...GROUPINGS),
  }),
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('open-round' as const),
      id: roundIdArb,
      kind: fc.constantFrom('dots' as const, 'rating' as const, 'stance' as const, 'yes-no' as const),
      title: fc.constant('Which?'),
      cards: cardsArb,
      budget: fc.nat({ max: 5 }),
      cap: fc.nat({ max: 3 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record(
      {
        type: fc.constant('cast-ballot' as const),
        roundId: roundIdArb,
        marks: fc.dictionary(fc.constantFrom('shape:1', 'shape:2', 'shape:3', '__proto__'), fc.nat({ max: 3 }), { maxKeys: 3 }),
        proxy: fc.constantFrom('uncle', 'aunt'),
        edit: fc.constantFrom('e6', 'e7', 'e8', 'e9'),
      },
      { requiredKeys: ['type', 'roundId', 'marks'] },
    ),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('close-round' as const), id: roundIdArb }) },
  fc.record({ type: fc.constant('cancel-round' as const), id: roundIdArb }),
  fc.record({
    type: fc.constant('set-attention' as const),
    attention: fc.constantFrom({ mode: 'free' as const }, { mode: 'area' as const, area: 'local' }, { mode: 'person' as const, id: 'a' }),
  }),
  fc.record({ type: fc.constant('lock-board' as const), locked: fc.boolean() }),
  fc.record({ type: fc.constant('hide-areas' as const), areas: fc.subarray(['local', 'remedies']) }),
)

/** What somebody asks for. */
export const stepArb = fc.record({ id: personArb, command: commandArb })

function mutable({ can, ...rest }: Phase) {
  return { ...rest, can: [...can] }
}
