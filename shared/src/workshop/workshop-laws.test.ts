import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftsOf, SEALED_ID } from './sealed.ts'
import type { WorkshopState } from './state.ts'
import { AGENDA, PEOPLE, stepArb, TestWorkshop } from './workshop-fixture.ts'

const RUNS = { seed: 20261124, numRuns: 400 }
const stepsArb = fc.array(stepArb, { minLength: 1, maxLength: 60 })
type Sent = typeof stepArb extends fc.Arbitrary<infer Step> ? Step : never
const workshop = () => new TestWorkshop(AGENDA, PEOPLE)
/** What only facilitators decide. */
const steered = ({ people: _people, ready: _ready, hands: _hands, version: _version, ...rest }: WorkshopState) => rest
const secretsIn = (value: unknown) => new Set(JSON.stringify(value).match(/SECRET-\d+-/g) ?? [])

describe('no sequence of commands by any role', () => {
  it('puts a hidden text or a ballot into the log of events', () => {
    fc.assert(
      fc.property(stepsArb, (steps) => {
        const test = workshop()
        for (const { id, command } of steps) test.send(id, command)
        expect(secretsIn(test.events)).toEqual(new Set())
        // Totals are all that is left of a ballot: whose it was is in no event.
        expect(JSON.stringify(test.events)).not.toContain('proxy~')
        expect(test.events.some((event) => 'marks' in event)).toBe(false)
      }),
      RUNS,
    )
  })

  it('shows anybody a hidden text of another, except inside of a group while it works as one', () => {
    fc.assert(
      fc.property(stepsArb, (steps) => {
        const test = workshop()
        for (const { id, command } of steps) {
          test.send(id, command)
          for (const reader of Object.keys(test.state.people)) {
            const mayRead = new Set(
              test.state.agenda.flatMap((phase) =>
                draftsOf(test.rows, phase.id).flatMap(({ author, text }) => {
                  const together = test.state.groups.some(({ members }) => members.includes(author) && members.includes(reader))
                  return author === reader || (phase.privacy === 'group' && together) ? [text] : []
                }),
              ),
            )
            for (const text of secretsIn(test.view(reader))) expect(mayRead).toContain(text)
          }
        }
      }),
      RUNS,
    )
  })

  it('lets participants and viewers steer: agenda, phase, timer, roles, rounds and locks change by facilitators only', () => {
    fc.assert(
      fc.property(stepsArb, (steps) => {
        const test = workshop()
        for (const { id, command } of steps) {
          const before = test.state
          const isFacilitator = before.people[id]?.role === 'facilitator'
          test.send(id, command)
          if (isFacilitator) continue
          expect(steered(test.state)).toEqual(steered(before))
          for (const person of Object.values(before.people)) {
            expect(test.state.people[person.id]).toMatchObject(person.id === id ? { role: person.role } : person)
          }
        }
      }),
      RUNS,
    )
  })

  it('leaves a ballot behind after its round, or a candidate that gets more than everybody could give', () => {
    fc.assert(
      fc.property(stepsArb, (steps) => {
        const test = workshop()
        for (const { id, command } of steps) test.send(id, command)
        for (const name of test.rows.keys()) {
          const [kind, owner] = name.split('/')
          if (kind === 'ballot') expect(owner).toBe(test.state.round?.id)
        }
        for (const { items, ballots, proxies, people, cap, kind, budget } of test.state.results) {
          expect(proxies).toBeLessThanOrEqual(ballots)
          expect(ballots - proxies).toBeLessThanOrEqual(people)
          for (const { total, spread } of items) {
            expect(total).toBe(spread.reduce((sum, count, mark) => sum + count * mark, 0))
            expect(total).toBeLessThanOrEqual(ballots * cap)
            const counted = spread.reduce((sum, count) => sum + count, 0)
            if (kind === 'dots') expect(counted).toBe(ballots)
            else expect(counted).toBeLessThanOrEqual(ballots)
          }
          if (kind === 'dots') expect(items.reduce((sum, { total }) => sum + total, 0)).toBeLessThanOrEqual(ballots * budget)
        }
      }),
      RUNS,
    )
  })

  it('publishes a note twice or loses one: each is hidden, revealed once, or was taken back', () => {
    fc.assert(
      fc.property(stepsArb, (steps) => {
        const test = workshop()
        for (const { id, command } of steps) {
          const before = [...test.rows].filter(([name]) => name.startsWith('draft/'))
          const decision = test.send(id, command)
          if ('refused' in decision) continue
          const after = [...test.rows].filter(([name]) => name.startsWith('draft/'))
          const revealed = decision.reveal?.notes ?? []
          if (command.type === 'reveal-notes') {
            const gone = before.filter(([name]) => !test.rows.has(name)).map(([, text]) => String(text))
            expect(revealed.map(({ text }) => text).sort()).toEqual(gone.sort())
          } else {
            expect(revealed).toEqual([])
            const mayErase = ['write-draft', 'discard-notes', 'remove-person'].includes(command.type)
            if (!mayErase) expect(after).toEqual(before)
          }
        }
      }),
      RUNS,
    )
  })

  it('publishes a note twice because its author never heard that it had arrived', () => {
    const script = fc.array(fc.tuple(stepArb, fc.option(fc.nat({ max: 50 }), { nil: null })), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(script, (steps) => {
        const test = workshop()
        const sent: Sent[] = []
        const revealed: string[] = []
        const send = ({ id, command }: Sent): void => {
          const decision = test.send(id, command)
          if ('refused' in decision || !decision.reveal) return
          revealed.push(...decision.reveal.notes.map(({ text }) => text))
        }
        send({ id: 'f', command: { type: 'set-phase', phaseId: 'hidden' } })
        for (const [n, [{ id, command }, again]] of steps.entries()) {
          const step = { id, command: command.type === 'write-draft' ? { ...command, text: `note ${n}`, edit: `e${n}` } : command }
          if (step.command.type === 'write-draft') sent.push(step)
          send(step)
          // Much later a phone wakes up and asks again.
          const retry = again === null ? undefined : sent[again % Math.max(1, sent.length)]
          if (retry) send(retry)
        }
        expect(revealed).toHaveLength(new Set(revealed).size)
      }),
      RUNS,
    )
  })

  it('makes keys of sealed rows that name somebody else', () => {
    fc.assert(
      fc.property(stepsArb, (steps) => {
        const test = workshop()
        for (const { id, command } of steps) {
          const before = test.rows
          const isFacilitator = test.state.people[id]?.role === 'facilitator'
          test.send(id, command)
          for (const name of test.rows.keys()) {
            if (before.get(name) === test.rows.get(name)) continue
            const [, , owner = ''] = name.split('/')
            expect(owner).toMatch(SEALED_ID)
            expect(owner === id || (isFacilitator && owner.startsWith('proxy~'))).toBe(true)
          }
        }
      }),
      RUNS,
    )
  })
})

describe('third persons', () => {
  it('see the same, whoever of two people wrote which of the hidden notes, apart from who is ready', () => {
    fc.assert(
      fc.property(fc.array(stepArb, { maxLength: 40 }), (steps) => {
        const swap: Record<string, string> = { a: 'b', b: 'a' }
        const [one, other] = [workshop(), workshop()]
        for (const test of [one, other]) test.send('f', { type: 'set-phase', phaseId: 'hidden' })
        for (const { id, command } of steps) {
          const isWriting = command.type === 'write-draft' || command.type === 'cast-ballot'
          if (!isWriting) continue
          one.send(id, command)
          other.send(swap[id] ?? id, command)
          // The facilitators' roster says who has written something (not what, nor how much); everybody else learns nothing.
          for (const third of ['c', 'v']) {
            const [mine, theirs] = [one.view(third), other.view(third)]
            if (id !== third) expect(mine).toEqual(theirs)
          }
        }
        expect(one.send('f', { type: 'reveal-notes', phaseId: 'hidden' })).toMatchObject({})
        other.send('f', { type: 'reveal-notes', phaseId: 'hidden' })
        const revealed = (test: TestWorkshop) =>
          test.outcomes
            .at(-1)
            ?.reveal?.notes.map(({ text, author }) => `${text}${author}`)
            .sort()
        expect(revealed(one)).toEqual(revealed(other))
      }),
      RUNS,
    )
  })
})
