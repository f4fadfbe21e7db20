import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CreateBoardResponse, JoinResponse } from '@remedyboard/shared/protocol/api'
import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import type { SessionMessage } from '@remedyboard/shared/workshop/view'
import { MessageType } from '@remedyboard/shared/protocol/message-type'
import * as fc from 'fast-check'
import * as decoding from 'lib0/decoding'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { ManualClock } from '../room/manual-clock.ts'
import { MemoryBoardStore } from '../storage/memory-board-store.ts'
import { ask } from './person.ts'
import { below, seededRandom } from './seeded-random.ts'
import { startApp } from './start-app.ts'

const NAMES = ['facilitator', 'anna', 'ben', 'chen', 'dora', 'viewer'] as const
type Name = (typeof NAMES)[number]
type Author = 'anna' | 'ben'

/** One request of a script: by the same person in both runs, or by whichever of the two authors is meant. */
type Step = { who: Name; command: Record<string, unknown> } | { author: Author; command: Record<string, unknown> }

/** A message as it arrived: when (server clock), and its bytes. */
type Recorded = [atMs: number, hex: string][]

/** What somebody receives who is connected from the beginning. */
class Listener {
  readonly recorded: Recorded = []
  readonly #socket: WebSocket

  constructor(port: number, { boardId, token }: JoinResponse, clock: ManualClock) {
    this.#socket = new WebSocket(`ws://127.0.0.1:${port}/sync/${boardId}`, { headers: { authorization: `Bearer ${token}` } })
    this.#socket.on('message', (data: Buffer) => this.recorded.push([clock.now(), data.toString('hex')]))
  }

  async ready(): Promise<void> {
    await new Promise((resolve) => this.#socket.once('open', resolve))
    this.#socket.send(Buffer.from([0, 0, 1, 0]))
  }

  /** Resolves when everything has arrived that was sent before: a pong comes behind it. */
  async caughtUp(): Promise<void> {
    const pong = new Promise((resolve) => this.#socket.once('pong', resolve))
    this.#socket.ping()
    await pong
  }

  leave(): void {
    this.#socket.terminate()
  }
}

/** Runs a script on a server whose ids, clock and chance are the same each time. */
async function record(steps: readonly Step[], isSwapped: boolean): Promise<Record<Name, Recorded>> {
  const clock = new ManualClock()
  const random = seededRandom(7)
  const bytes = seededRandom(8)
  const app = await startApp(mkdtempSync(join(tmpdir(), 'rb-swap-')), {
    store: new MemoryBoardStore(),
    clock,
    random,
    randomBytes: (size) => Uint8Array.from({ length: size }, () => below(bytes, 256)),
  })
  const { port } = app
  const { json } = await ask(port, '/api/boards', { body: { template: 'dilemma-remedy', locale: 'zh-CN' } })
  const { id: boardId, keys } = json as CreateBoardResponse
  const people = new Map<Name, JoinResponse>()
  for (const name of NAMES) {
    const key = name === 'facilitator' || name === 'viewer' ? keys[name] : keys.participant
    people.set(name, (await ask(port, `/api/boards/${boardId}/join`, { body: { key, name } })).json as JoinResponse)
  }
  const listeners = new Map<Name, Listener>()
  const everybodyCaughtUp = () => Promise.all([...listeners.values()].map((listener) => listener.caughtUp()))
  for (const [name, joined] of people) {
    const listener = new Listener(port, joined, clock)
    listeners.set(name, listener)
    await listener.ready()
    await listener.caughtUp()
  }
  const withIds = (command: unknown) =>
    JSON.parse(
      JSON.stringify(command).replaceAll(/"@(\w+)"/g, (_, name: Name) => JSON.stringify(people.get(name)?.participantId)),
    ) as unknown
  for (const step of steps) {
    const who = 'who' in step ? step.who : isSwapped ? OTHER[step.author] : step.author
    const joined = people.get(who)
    await ask(port, `/api/boards/${boardId}/commands`, { body: withIds(step.command), token: joined?.token ?? '' })
    await everybodyCaughtUp()
    clock.advance(300)
    await everybodyCaughtUp()
  }
  // What they are told when they look again.
  const views = new Map<Name, string>()
  for (const [name, { token }] of people) views.set(name, (await ask(port, `/api/boards/${boardId}`, { token })).bytes.toString('hex'))
  for (const listener of listeners.values()) listener.leave()
  await app.close()
  return Object.fromEntries(
    [...listeners].map(([name, { recorded }]) => [name, [...recorded, [clock.now(), views.get(name) ?? '']]]),
  ) as Record<Name, Recorded>
}

const OTHER: Readonly<Record<Author, Author>> = { anna: 'ben', ben: 'anna' }

/** A facilitator is told who has written something and who is ready: that is taken out before the comparison. */
function withoutWhoIsDone(recorded: Recorded): unknown[] {
  return recorded.map(([at, hex]) => {
    const bytes = Buffer.from(hex, 'hex')
    const text = bytes[0] === MessageType.session ? readText(bytes) : bytes[0] === 0x7b ? bytes.toString() : null
    return text === null ? [at, hex] : [at, text.replaceAll(/"(wrote|ready)":(true|false|\d+)/g, '"$1":"?"')]
  })
}

function readText(frame: Uint8Array): string {
  const decoder = decoding.createDecoder(frame)
  decoding.readVarUint(decoder)
  const text = decoding.readVarString(decoder)
  return JSON.stringify(JSON.parse(text) as SessionMessage)
}

const authorArb = fc.constantFrom<Author>('anna', 'ben')
const RUNS = { seed: 20261124, numRuns: Number(process.env['SWAP_RUNS'] ?? 6) }
const by = (who: Name, command: WorkshopCommand): Step => ({ who, command })
const start = (phaseId: string) => by('facilitator', { type: 'set-phase', phaseId })

async function expectSame(steps: readonly Step[], thirds: readonly Name[]): Promise<void> {
  const [one, other] = [await record(steps, false), await record(steps, true)]
  for (const name of thirds) expect([name, other[name]]).toEqual([name, one[name]])
  expect(withoutWhoIsDone(other.facilitator)).toEqual(withoutWhoIsDone(one.facilitator))
  // The scripts are no scripts of nothing.
  expect(other.anna).not.toEqual(one.anna)
}

describe('[R44] [R45] [R46] whoever of two people did it', () => {
  /** Notes written, rewritten and taken back by either of two, between what others write. */
  const notesArb = (phaseId: string) =>
    fc.array(
      fc.oneof(
        {
          weight: 5,
          arbitrary: fc.record({
            author: authorArb,
            command: fc.record({
              type: fc.constant('write-draft'),
              phaseId: fc.constant(phaseId),
              id: fc.constantFrom('n1', 'n2', 'n3'),
              edit: fc.constantFrom('e1', 'e2', 'e3', 'e4', 'e5', 'e6'),
              text: fc.constantFrom('水管漏了', '没有路灯', 'no bus after six', 'stairs', ''),
            }),
          }),
        },
        fc.record({
          who: fc.constantFrom<Name>('chen', 'dora'),
          command: fc.record({
            type: fc.constant('write-draft'),
            phaseId: fc.constant(phaseId),
            id: fc.constant('m'),
            text: fc.constantFrom('a third', 'a fourth'),
          }),
        }),
        fc.record({ author: authorArb, command: fc.record({ type: fc.constant('set-hand'), up: fc.constant(false) }) }),
      ),
      { minLength: 4, maxLength: 14 },
    )
  /** Both write something, or there is nothing to swap. */
  const first = (phaseId: string): Step[] => [
    { author: 'anna', command: { type: 'write-draft', phaseId, id: 'n1', text: 'hers' } },
    { author: 'ben', command: { type: 'write-draft', phaseId, id: 'n1', text: 'his' } },
  ]

  it('wrote a hidden note, every message that any third person receives is the same, byte by byte', async () => {
    await fc.assert(
      fc.asyncProperty(notesArb('A3'), async (steps) => {
        const script = [start('A3'), ...first('A3'), ...steps, by('facilitator', { type: 'reveal-notes', phaseId: 'A3' }), start('A4')]
        await expectSame(script, ['chen', 'dora', 'viewer'])
      }),
      RUNS,
    )
  }, 180_000)

  it('wrote a note of a group, so it is for the others of their group and for everybody outside of it', async () => {
    const groups = [
      { id: 'g1', name: '1', members: ['@anna', '@ben', '@chen'] },
      { id: 'g2', name: '2', members: ['@dora'] },
    ]
    await fc.assert(
      fc.asyncProperty(notesArb('A8'), async (steps) => {
        const script = [
          by('facilitator', { type: 'set-groups', groups }),
          start('A8'),
          ...first('A8'),
          ...steps,
          by('chen', { type: 'reveal-notes', phaseId: 'A8', group: 'g1' }),
          ...steps.slice(0, 4),
          by('facilitator', { type: 'reveal-notes', phaseId: 'A8' }),
        ]
        await expectSame(script, ['chen', 'dora', 'viewer'])
      }),
      RUNS,
    )
  }, 180_000)

  it('cast a ballot, before the round is closed and after', async () => {
    const cards = ['shape:d1', 'shape:d2', 'shape:d3']
    const marksArb = fc.constantFrom({ 'shape:d1': 2 }, { 'shape:d2': 1, 'shape:d3': 2 }, { 'shape:d3': 1 }, {})
    const ballotArb = fc.record({
      author: authorArb,
      command: fc.record({ type: fc.constant('cast-ballot'), roundId: fc.constant('r'), marks: marksArb }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(ballotArb, { minLength: 3, maxLength: 10 }), async (ballots) => {
        const script = [
          start('A6'),
          by('facilitator', { type: 'open-round', id: 'r', kind: 'dots', title: '', cards, budget: 5, cap: 2 }),
          by('chen', { type: 'cast-ballot', roundId: 'r', marks: { 'shape:d1': 1 } }),
          { author: 'anna', command: { type: 'cast-ballot', roundId: 'r', marks: { 'shape:d1': 2 } } } as const,
          { author: 'ben', command: { type: 'cast-ballot', roundId: 'r', marks: { 'shape:d3': 1 } } } as const,
          ...ballots,
          by('facilitator', { type: 'close-round', id: 'r' }),
          start('A7'),
        ]
        await expectSame(script, ['chen', 'dora', 'viewer'])
      }),
      RUNS,
    )
  }, 180_000)

  it('is told apart by this test when something does depend on it', async () => {
    const steps: Step[] = [start('A3'), { author: 'anna', command: { type: 'set-name', name: 'Anna was here' } }]
    const [one, other] = [await record(steps, false), await record(steps, true)]
    expect(withoutWhoIsDone(other.facilitator)).not.toEqual(withoutWhoIsDone(one.facilitator))
    expect(await record(steps, false)).toEqual(one)
  })
})
