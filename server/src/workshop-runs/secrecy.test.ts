import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CreateBoardResponse, JoinResponse } from '@remedyboard/shared/protocol/api'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { App } from '../app.ts'
import { ask, Person } from './person.ts'
import { startApp } from './start-app.ts'

/** A group that flow A is made for. */
const PEOPLE = 30

let folder: string
let app: App | undefined
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'rb-run-'))))
afterEach(async () => {
  await app?.close()
  app = undefined
  rmSync(folder, { recursive: true, force: true })
})

const filesHold = (marker: string) => readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(marker))

it(`[R44] [R45] [R46] ${PEOPLE} people write in silence and vote: nobody ever receives what is another's, and no file keeps it`, async () => {
  let log = ''
  app = await startApp(folder, { logger: pino({ level: 'trace' }, { write: (line: string) => void (log += line) }) })
  const { port } = app
  const { json } = await ask(port, '/api/boards', { body: { template: 'dilemma-remedy', locale: 'zh-CN', title: '东街' } })
  const board = json as CreateBoardResponse
  const joined = async (key: string, name: string) =>
    new Person(port, board.id, (await ask(port, `/api/boards/${board.id}/join`, { body: { key, name } })).json as JoinResponse)
  const leader = await joined(board.keys.facilitator, '王芳')
  const people = await Promise.all(Array.from({ length: PEOPLE }, (_, i) => joined(board.keys.participant, `第 ${i} 位`)))
  const everybody = [leader, ...people]
  await Promise.all(everybody.map((person) => person.connect()))

  // Hidden writing: each rewrites one note, takes one back, and keeps one.
  await leader.send({ type: 'set-phase', phaseId: 'A3' })
  const kept = (i: number) => `KEPT-${i}-漏水`
  const first = (i: number) => `FIRST-${i}-draft`
  await Promise.all(
    people.map(async (person, i) => {
      const write = (id: string, text: string) => person.send({ type: 'write-draft', phaseId: 'A3', id, text })
      expect(await write('a', first(i))).toBe(200)
      expect(await write('a', kept(i))).toBe(200)
      expect(await write('b', first(i))).toBe(200)
      // A retry after a connection that broke, and a phone that sleeps in between.
      if (i % 5 === 0) await person.reconnect()
      expect(await write('b', first(i))).toBe(200)
      expect(await write('b', '')).toBe(200)
      await person.send({ type: 'set-ready', run: (await person.view()).phaseRun, ready: true })
    }),
  )
  expect(await leader.view()).toMatchObject({ writing: { notes: PEOPLE, people: PEOPLE }, ready: PEOPLE })
  for (const [i, person] of people.entries()) {
    expect((await person.view()).me.drafts).toEqual([{ id: 'a', text: kept(i) }])
    for (const other of everybody) {
      if (other === person) continue
      expect(other.hasReceived(kept(i)) || other.hasReceived(first(i))).toBe(false)
    }
  }

  // What is looked for can be found: the notes are on the disk while they are hidden.
  expect(filesHold(kept(0))).not.toEqual([])

  // The reveal: each note once, on everybody's board.
  expect(await leader.send({ type: 'reveal-notes', phaseId: 'A3' })).toBe(200)
  expect(await leader.send({ type: 'reveal-notes', phaseId: 'A3' })).toBe(200)
  await expect.poll(() => people.every((_, i) => leader.hasReceived(kept(i)))).toBe(true)
  for (const [i] of people.entries()) expect(filesHold(first(i))).toEqual([])

  // The vote.
  const cards = ['shape:d1', 'shape:d2', 'shape:d3']
  await leader.send({ type: 'set-phase', phaseId: 'A6' })
  await leader.send({ type: 'open-round', id: 'round1', kind: 'dots', title: '', cards, budget: 5, cap: 2 })
  await Promise.all(
    people.map(async (person, i) => {
      const marks = { [cards[i % 3] ?? '']: 2, [cards[(i + 1) % 3] ?? '']: 1 }
      expect(await person.send({ type: 'cast-ballot', roundId: 'round1', marks })).toBe(200)
      expect((await person.view()).me.ballot).toEqual(marks)
    }),
  )
  expect(await leader.view()).toMatchObject({ round: { ballots: PEOPLE } })
  for (const person of people) expect((await person.view()).results).toEqual([])
  expect(await leader.send({ type: 'close-round', id: 'round1' })).toBe(200)
  const [result] = (await people[0]?.view())?.results ?? []
  expect(result).toMatchObject({ ballots: PEOPLE, proxies: 0, people: PEOPLE + 1 })
  expect(result?.items.map(({ total }) => total)).toEqual([PEOPLE, PEOPLE, PEOPLE])
  // While the server runs, and after it closed.
  expect(filesHold('ballot/round1')).toEqual([])
  // What operators see, even at its most talkative.
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  expect(log).toContain('"route":"/boards/:id/commands"')
  expect(metrics).toContain('remedyboard')
  for (const told of [log, metrics])
    for (const secret of ['KEPT-', 'FIRST-', 'round1', ...cards, leader.id]) expect(told).not.toContain(secret)
  for (const person of everybody) person.leave()
  await app.close()
  app = undefined
  expect(filesHold('ballot/round1')).toEqual([])
  expect(filesHold('FIRST-')).toEqual([])
}, 60_000)
