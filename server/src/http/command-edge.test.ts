import type { ApiErrorCode } from '@remedyboard/shared/protocol/api'
import { COMMAND_LIMITS as L } from '@remedyboard/shared/workshop/command-limits'
import { commandSchema } from '@remedyboard/shared/workshop/command'
import { decide } from '@remedyboard/shared/workshop/decide'
import { evolve } from '@remedyboard/shared/workshop/evolve'
import { withSealed, type SealedRows } from '@remedyboard/shared/workshop/sealed'
import type { WorkshopState } from '@remedyboard/shared/workshop/state'
import { ownViewFor, sharedViewFor } from '@remedyboard/shared/workshop/view'
import { AGENDA } from '@remedyboard/shared/workshop/workshop-fixture'
import * as fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { loadBoard } from '../room/load-board.ts'
import { ManualClock } from '../room/manual-clock.ts'
import { appFixture, closeApps } from './app-fixture.ts'
import { bodyArb, COMMANDS, written } from './command-edge-fixture.ts'
import { STATUS_OF_CODE } from './http-error.ts'

afterEach(closeApps)

const ROLES = ['facilitator', 'facilitator', 'participant', 'participant', 'participant', 'viewer'] as const
const RUNS = { seed: 20261124, numRuns: Number(process.env['EDGE_RUNS'] ?? 20) }
/** Below what one person may send in ten seconds, whoever of them sends it. */
const STEPS = 90

/** What the server must do, decided beside it by the pure engine. */
class Model {
  state: WorkshopState
  rows: SealedRows

  constructor(state: WorkshopState, rows: SealedRows) {
    this.state = state
    this.rows = rows
  }

  /** The status that the answer must have. */
  expected(id: string, body: string, now: number): number {
    if (body.length > 256 * 1024) return STATUS_OF_CODE['too-large']
    let json: unknown
    try {
      json = JSON.parse(body)
    } catch {
      return 400
    }
    const parsed = commandSchema.safeParse(json)
    if (!parsed.success) return 400
    const person = Object.hasOwn(this.state.people, id) ? this.state.people[id] : undefined
    if (!person) return STATUS_OF_CODE['not-signed-in']
    const decision = decide(this.state, this.rows, parsed.data, person, now)
    if ('refused' in decision) return STATUS_OF_CODE[decision.refused.code]
    this.state = decision.events.reduce(evolve, this.state)
    this.rows = withSealed(this.rows, decision.sealed ?? [])
    return 200
  }

  view(id: string): unknown {
    const me = ownViewFor(this.state, this.rows, id)
    return me && plain({ ...sharedViewFor(this.state, this.rows, me.role), me })
  }
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** A board with two facilitators, three participants and a viewer, and the model of its workshop. */
async function workshop() {
  const clock = new ManualClock()
  const fixture = await appFixture({}, [], { clock })
  const made = await fixture.board()
  const people: { id: string; token: string }[] = []
  for (const role of ROLES) {
    const { participantId, token } = await fixture.join(made, role, 'Name')
    people.push({ id: participantId, token })
  }
  const stored = await fixture.store.load(made.id)
  if (!stored) throw new Error('no board')
  const { workshop: state, sealed } = loadBoard(stored)
  const model = new Model(state, sealed)
  const send = async (number: number, body: string) => {
    const { id = '', token = '' } = people[number] ?? {}
    const expected = model.expected(id, body, clock.now())
    const { status, json } = await fixture.ask(`/api/boards/${made.id}/commands`, {
      method: 'POST',
      body,
      token,
      headers: { 'content-type': 'application/json' },
    })
    return { expected, status, json }
  }
  return { ...fixture, clock, made, people, model, send, ids: people.map(({ id }) => id) }
}

it('[R18] answers every command of every role in every phase as the pure engine decides, and never fails', async () => {
  const stepArb = fc.record({ who: fc.nat({ max: ROLES.length - 1 }), body: bodyArb, waitMs: fc.constantFrom(0, 0, 0, 1_000, 90_000) })
  const seen = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...AGENDA), fc.array(stepArb, { minLength: 30, maxLength: STEPS }), async (phase, steps) => {
      const { ask, send, clock, made, people, model, ids, app } = await workshop()
      for (const command of [
        { type: 'set-agenda', agenda: AGENDA },
        { type: 'set-phase', phaseId: phase.id },
      ]) {
        expect((await send(0, JSON.stringify(command))).status).toBe(200)
      }
      for (const { who, body, waitMs } of steps) {
        clock.advance(waitMs)
        const sent = written(body, ids)
        const { expected, status, json } = await send(who, sent)
        expect(status, `${ROLES[who]}: ${sent.slice(0, 200)}`).toBe(expected)
        seen.set(status, (seen.get(status) ?? 0) + 1)
        if (status === 200) expect(json).toEqual({ version: model.state.version })
        else expect(STATUS_OF_CODE[json.error.code as ApiErrorCode]).toBe(status)
      }
      for (const { id, token } of people) {
        const { status, json } = await ask(`/api/boards/${made.id}`, { token })
        if (status !== 401) expect(json.session).toEqual(model.view(id))
        else expect(model.view(id)).toBeUndefined()
      }
      await app.close()
    }),
    RUNS,
  )
  // It was no test of refusals alone.
  for (const status of [200, 400, 401, 403, 404, 409, 413, 422]) expect([status, seen.has(status)]).toEqual([status, true])
}, 120_000)

it('makes every command of the schema, and most of them well', () => {
  for (const [i, arbitrary] of COMMANDS.entries()) {
    const made = fc.sample(arbitrary, { seed: i, numRuns: 200 })
    const fit = made.filter((command) => commandSchema.safeParse(plain(command)).success)
    expect([commandSchema.def.options[i]?.def.shape.type.def.values, fit.length > 40, fit.length < made.length]).toEqual([
      expect.anything(),
      true,
      true,
    ])
  }
})

it('takes the largest of everything that the schema allows', async () => {
  const { send, model, ids } = await workshop()
  const long = (length: number): string => '困'.repeat(length)
  const agenda = Array.from({ length: L.phases }, (_, n) => ({
    ...AGENDA[0],
    id: `p${n}`,
    name: { en: long(L.nameLength), zh: long(L.nameLength) },
    instruction: { en: long(L.instructionLength), zh: long(L.instructionLength) },
  }))
  const cards = Array.from({ length: L.candidates }, (_, n) => `shape:${n}`.padEnd(100, 'x'))
  const commands: unknown[] = [
    { type: 'set-agenda', agenda },
    { type: 'open-round', id: 'r', kind: 'rating', title: '', cards, budget: 0, cap: 0 },
    { type: 'cast-ballot', roundId: 'r', marks: Object.fromEntries(cards.map((id) => [id, 3])) },
  ]
  for (const command of commands) expect((await send(0, JSON.stringify(command))).status).toBe(200)
  expect(model.state.agenda).toEqual(agenda)
  const members = Array.from({ length: L.people }, (_, n) => `${ids[0]}${n}`)
  const groups = { type: 'set-groups', groups: [{ id: 'g', name: '', members }] }
  expect((await send(0, JSON.stringify(groups))).status).toBe(404)
})
