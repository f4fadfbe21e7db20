import { recordsOf } from '@remedyboard/shared/board/board-document'
import * as decoding from 'lib0/decoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Connection } from './connection.ts'
import { ManualClock } from './manual-clock.ts'
import { SyncAnswers } from './sync-answers.ts'

/** Somebody has seen the beginning of the board. */
const SEEN_SOMETHING = Uint8Array.from([1, 99, 0])
const NOTHING_SEEN = Uint8Array.from([0])

function setUp(boardBytes: number) {
  const clock = new ManualClock()
  const doc = new Y.Doc()
  const facets = new Y.Map<unknown>()
  recordsOf(doc).set('shape:1', facets)
  facets.set('birth', 'x'.repeat(boardBytes))
  const answers = new SyncAnswers(doc, { whenDurable: (run) => run() }, clock)
  const visitor = () => {
    const sent: Uint8Array[] = []
    const closed: number[] = []
    const socket = {
      bufferedAmount: 0,
      send: (frame: Uint8Array) => void sent.push(frame),
      close: (code: number) => void closed.push(code),
      terminate: () => undefined,
    }
    return { connection: new Connection(socket, 'p1', clock.elapsed()), sent, closed }
  }
  return { clock, doc, answers, visitor }
}

describe('the whole board without a socket', () => {
  it('is given out when all of it is durable, and is the same bytes until the next change', async () => {
    const doc = new Y.Doc()
    const facets = new Y.Map<unknown>()
    recordsOf(doc).set('shape:1', facets)
    const durable: (() => void)[] = []
    const answers = new SyncAnswers(doc, { whenDurable: (run) => void durable.push(run) }, new ManualClock())
    let given: Uint8Array | null = null
    const first = answers.wholeBoard().then((update) => (given = update))
    const second = answers.wholeBoard()
    await Promise.resolve()
    expect(given).toBeNull()
    for (const run of durable.splice(0)) run()
    expect(await second).toBe(await first)

    facets.set('birth', 'changed')
    const third = answers.wholeBoard()
    for (const run of durable.splice(0)) run()
    const copy = new Y.Doc()
    Y.applyUpdate(copy, await third)
    expect(recordsOf(copy).toJSON()).toEqual(recordsOf(doc).toJSON())
  })
})

describe('answers to step 1', () => {
  it('of a small board are written at once, whoever asks', () => {
    const { answers, visitor } = setUp(1_000)
    const visitors = [visitor(), visitor(), visitor()]
    for (const { connection } of visitors) expect(answers.answer(connection, SEEN_SOMETHING)).toBe(true)
    expect(visitors.map(({ sent }) => sent.length)).toEqual([1, 1, 1])
    expect(visitors.every(({ connection }) => connection.synced)).toBe(true)
  })

  it('of a large board are written one after the other, with as long a pause for those who work', () => {
    const { clock, answers, visitor } = setUp(1024 * 1024)
    const visitors = [visitor(), visitor(), visitor()]
    for (const { connection } of visitors) answers.answer(connection, SEEN_SOMETHING)
    const answered = () => visitors.map(({ sent }) => sent.length)
    expect(answered()).toEqual([1, 0, 0])
    clock.advance(31)
    expect(answered()).toEqual([1, 0, 0])
    clock.advance(1)
    expect(answered()).toEqual([1, 1, 0])
    clock.advance(32)
    expect(answered()).toEqual([1, 1, 1])
    expect(visitors[2]?.connection.synced).toBe(true)
  })

  it('hold what the board is when they are written', () => {
    const { clock, doc, answers, visitor } = setUp(1024 * 1024)
    const [first, second] = [visitor(), visitor()]
    answers.answer(first.connection, SEEN_SOMETHING)
    answers.answer(second.connection, SEEN_SOMETHING)
    recordsOf(doc).set('shape:2', new Y.Map())
    clock.advance(32)
    const copy = new Y.Doc()
    const decoder = decoding.createDecoder(second.sent[0] ?? new Uint8Array())
    decoding.readVarUint(decoder)
    decoding.readVarUint(decoder)
    Y.applyUpdate(copy, decoding.readVarUint8Array(decoder))
    expect([...recordsOf(copy).keys()]).toEqual(['shape:1', 'shape:2'])
  })

  it('leave out whoever has gone meanwhile, and close whoever asked for nonsense', () => {
    const { clock, answers, visitor } = setUp(1024 * 1024)
    const [first, gone, liar, last] = [visitor(), visitor(), visitor(), visitor()]
    answers.answer(first.connection, SEEN_SOMETHING)
    answers.answer(gone.connection, SEEN_SOMETHING)
    answers.answer(liar.connection, Uint8Array.from([255, 255, 255, 15, 1]))
    answers.answer(last.connection, SEEN_SOMETHING)
    gone.connection.markGone()
    clock.advance(32)
    expect([gone.sent.length, liar.sent.length, last.sent.length]).toEqual([0, 0, 1])
    expect(liar.closed).toEqual([1003])
  })

  it('that are the same for all do not wait: fifty newcomers cost one', () => {
    const { answers, visitor } = setUp(1024 * 1024)
    const visitors = Array.from({ length: 50 }, visitor)
    for (const { connection } of visitors) answers.answer(connection, NOTHING_SEEN)
    expect(new Set(visitors.map(({ sent }) => sent[0])).size).toBe(1)
  })

  it('stop with the room', () => {
    const { clock, answers, visitor } = setUp(1024 * 1024)
    const [first, second] = [visitor(), visitor()]
    answers.answer(first.connection, SEEN_SOMETHING)
    answers.answer(second.connection, SEEN_SOMETHING)
    answers.close()
    clock.advance(1_000)
    expect(second.sent).toEqual([])
    expect(clock.pendingTimers).toBe(0)
  })

  it('are refused to whoever asks too often, or with what no client has', () => {
    const { answers, visitor } = setUp(10)
    const { connection } = visitor()
    expect(Array.from({ length: 6 }, () => answers.answer(connection, NOTHING_SEEN))).toEqual([true, true, true, true, true, false])
    expect(() => answers.answer(visitor().connection, new Uint8Array(300_000))).toThrow('state vector')
  })
})
