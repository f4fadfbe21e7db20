import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CreateBoardResponse, JoinResponse, TemplateId } from '@remedyboard/shared/protocol/api'
import type { Phase } from '@remedyboard/shared/workshop/state'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { App } from '../app.ts'
import { ask, Person } from './person.ts'
import { startApp } from './start-app.ts'

const PEOPLE = 30

let folder: string
let app: App | undefined
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'rb-run-'))))
afterEach(async () => {
  await app?.close()
  app = undefined
  rmSync(folder, { recursive: true, force: true })
})

/** Two cards of each template that can be voted on. */
const CANDIDATES: Partial<Record<TemplateId, string[]>> = {
  'dilemma-remedy': ['shape:d1', 'shape:d2'],
  'stakeholder-coordination': ['shape:s-gpo', 'shape:s-gov'],
  'rapid-review': ['shape:any-1', 'shape:any-2'],
}

/** What people do in a phase, as its privacy asks. */
async function play(phase: Phase, leader: Person, people: readonly Person[], cards: string[]): Promise<void> {
  if (phase.privacy === 'hidden' || phase.privacy === 'group') {
    if (phase.privacy === 'group') {
      const groups = [0, 1].map((n) => ({ id: `g${n}`, name: `${n}`, members: people.filter((_, i) => i % 2 === n).map(({ id }) => id) }))
      expect(await leader.send({ type: 'set-groups', groups })).toBe(200)
    }
    const answers = people.map(
      async (person, i) => await person.send({ type: 'write-draft', phaseId: phase.id, id: 'n1', text: `${phase.id} ${i}` }),
    )
    expect(new Set(await Promise.all(answers))).toEqual(new Set([200]))
    if (phase.privacy === 'group') {
      // One group posts its own, the facilitator the rest.
      expect(await people[0]?.send({ type: 'reveal-notes', phaseId: phase.id, group: 'g0' })).toBe(200)
      expect(await people[0]?.send({ type: 'reveal-notes', phaseId: phase.id, group: 'g1' })).toBe(403)
    }
    expect(await leader.send({ type: 'reveal-notes', phaseId: phase.id })).toBe(200)
    expect((await leader.view()).writing).toEqual({ notes: 0, people: 0 })
  }
  if (phase.can.includes('vote') || phase.can.includes('rate')) {
    const kind = phase.can.includes('rate') ? 'rating' : 'dots'
    const { votes: budget = 3, maxPerItem: cap = 1 } = phase.limits ?? {}
    const id = `round-${phase.id}`
    expect(await leader.send({ type: 'open-round', id, kind, title: '', cards, budget, cap })).toBe(200)
    const cast = people.map(
      async (person, i) => await person.send({ type: 'cast-ballot', roundId: id, marks: { [cards[i % 2] ?? '']: 1 } }),
    )
    expect(new Set(await Promise.all(cast))).toEqual(new Set([200]))
    expect(await leader.send({ type: 'close-round', id })).toBe(200)
  }
  for (const person of people) await person.send({ type: 'set-ready', run: (await person.view()).phaseRun, ready: true })
  expect((await leader.view()).ready).toBe(people.length)
}

describe.each(['dilemma-remedy', 'stakeholder-coordination', 'rapid-review'] as const)('the flow of %s', (template) => {
  it('is run from joining to its results by a facilitator and people whose phones sleep, and stands after a restart', async () => {
    app = await startApp(folder)
    const { port } = app
    const { json } = await ask(port, '/api/boards', { body: { template, locale: 'zh-CN' } })
    const board = json as CreateBoardResponse
    const leader = new Person(
      port,
      board.id,
      (await ask(port, `/api/boards/${board.id}/join`, { body: { key: board.keys.facilitator, name: '王芳' } })).json as JoinResponse,
    )
    const people = await Promise.all(
      Array.from({ length: PEOPLE }, async (_, i) => {
        const { json: joined, status } = await ask(port, '/api/join', { body: { code: board.joinCode, name: `第 ${i} 位` } })
        expect([status, joined]).toMatchObject([200, {}])
        return new Person(port, board.id, joined as JoinResponse)
      }),
    )
    await Promise.all([leader, ...people].map((person) => person.connect()))
    const { agenda } = await leader.view()
    for (const [i, phase] of agenda.entries()) {
      expect(await leader.send({ type: 'set-phase', phaseId: phase.id })).toBe(200)
      await people[i % PEOPLE]?.reconnect()
      expect((await people[i % PEOPLE]?.view())?.phaseId).toBe(phase.id)
      await play(phase, leader, people, CANDIDATES[template] ?? [])
    }
    expect(await leader.send({ type: 'set-phase', phaseId: null })).toBe(200)
    const { results } = await leader.view()
    expect(results).toHaveLength(agenda.filter(({ can }) => can.includes('vote') || can.includes('rate')).length)
    expect(results.every(({ ballots }) => ballots === PEOPLE)).toBe(true)
    for (const person of [leader, ...people]) person.leave()
    await app.close()
    app = await startApp(folder)
    const again = await ask(app.port, `/api/boards/${board.id}/join`, { body: { key: board.keys.facilitator, name: 'late' } })
    const late = new Person(app.port, board.id, again.json as JoinResponse)
    expect((await late.view()).results).toEqual(results)
  }, 60_000)
})
