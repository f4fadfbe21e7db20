import type { Round } from '@remedyboard/shared/workshop/round'
import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import { describe, expect, it } from 'vitest'
import { ApiFailure } from './api-client.ts'
import { BallotBox, spent, withMark } from './ballot-box.ts'
import { CommandQueue, type CommandRefusal } from './command-queue.ts'
import type { TextStore } from './text-store.ts'

const ROUND: Round = { id: 'r', kind: 'dots', title: '', cards: ['a', 'b', 'c'], budget: 3, cap: 2, openedAt: 0 }

describe('withMark', () => {
  it('keeps within budget and cap', () => {
    const two = withMark(ROUND, {}, 'a', 2)
    expect(two).toEqual({ a: 2 })
    expect(withMark(ROUND, two, 'a', 3)).toBe(two)
    expect(withMark(ROUND, two, 'b', 2)).toBe(two)
    const full = withMark(ROUND, two, 'b', 1)
    expect(spent(full)).toBe(3)
    expect(withMark(ROUND, full, 'c', 1)).toBe(full)
    expect(withMark(ROUND, full, 'nobody', 0)).toBe(full)
  })

  it('takes a dot back, and leaves out cards without any', () => {
    expect(withMark(ROUND, { a: 2, b: 1 }, 'a', 1)).toEqual({ a: 1, b: 1 })
    expect(withMark(ROUND, { a: 2, b: 1 }, 'b', 0)).toEqual({ a: 2 })
  })

  it('tells 0 from no answer where people rate', () => {
    const rating: Round = { ...ROUND, kind: 'rating', budget: 0, cap: 3 }
    expect(withMark(rating, {}, 'a', 0)).toEqual({ a: 0 })
    expect(withMark(rating, { a: 0 }, 'a', null)).toEqual({})
    expect(withMark(rating, { a: 3, b: 3 }, 'c', 3)).toEqual({ a: 3, b: 3, c: 3 })
  })
})

interface SetUp {
  answers?: (CommandRefusal | null)[]
  store?: TextStore
  round?: Round | null
}

function setUp({ answers = [], store = memoryStore(), round = ROUND }: SetUp = {}) {
  const sent: WorkshopCommand[] = []
  const queue = new CommandQueue(
    async (command) => {
      sent.push(command)
      const refusal = answers.shift() ?? null
      if (refusal) throw new ApiFailure(0, refusal, refusal)
    },
    () => () => undefined,
  )
  return { box: new BallotBox(queue, store, round, null), queue, sent, store }
}

function memoryStore(): TextStore {
  let value: string | null = null
  return { read: () => value, write: (next) => (value = next) }
}

const settle = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve()
}

describe('BallotBox', () => {
  it('shows a mark at once, and says when the server has it', async () => {
    const { box, sent } = setUp()
    box.cast('r', { a: 1 })
    expect(box.own.get()).toEqual({ marks: { a: 1 }, state: 'saving' })
    box.cast('r', { a: 2 })
    await settle()
    expect(box.own.get()).toEqual({ marks: { a: 2 }, state: 'saved' })
    expect(sent.at(-1)).toEqual({ type: 'cast-ballot', roundId: 'r', marks: { a: 2 } })
  })

  it('waits without a connection, and an older view does not take it back', async () => {
    const { box, queue } = setUp({ answers: ['offline'] })
    box.cast('r', { a: 1 })
    await settle()
    box.follow(ROUND, { b: 1 })
    expect(box.own.get()).toEqual({ marks: { a: 1 }, state: 'saving' })
    queue.tryNow()
    await settle()
    expect(box.own.get().state).toBe('saved')
  })

  it('begins anew with each round, and shows what another device of the same person cast', async () => {
    const { box } = setUp()
    box.cast('r', { a: 1 })
    await settle()
    box.follow(ROUND, { c: 2 })
    expect(box.own.get()).toEqual({ marks: { c: 2 }, state: 'saved' })
    box.follow({ ...ROUND, id: 'r2' }, null)
    expect(box.own.get()).toEqual({ marks: {}, state: 'none' })
  })

  it('says why when it came too late', async () => {
    const { box } = setUp({ answers: ['unprocessable'] })
    box.cast('r', { a: 1 })
    await settle()
    expect(box.own.get()).toEqual({ marks: { a: 1 }, state: 'refused', refusal: 'unprocessable' })
  })

  it('waits on the device through a reload, and not longer than it has to', async () => {
    const { box, store } = setUp({ answers: ['offline'] })
    box.cast('r', { a: 1 })
    await settle()
    expect(store.read()).toContain('"a":1')
    const again = setUp({ store })
    expect(again.box.own.get()).toEqual({ marks: { a: 1 }, state: 'saving' })
    await settle()
    expect(again.sent).toEqual([{ type: 'cast-ballot', roundId: 'r', marks: { a: 1 } }])
    expect(again.box.own.get().state).toBe('saved')
    expect(store.read()).toBeNull()
  })

  it('waits for the server to say which round is open before it gives up what an earlier visit left', async () => {
    const { box, store } = setUp({ answers: ['offline'] })
    box.cast('r', { a: 1 })
    await settle()
    const again = setUp({ store, round: null })
    expect(again.box.late.get()).toBeNull()
    again.box.follow(ROUND, null)
    await settle()
    expect(again.sent).toHaveLength(1)
    expect(again.box.late.get()).toBeNull()
  })

  it('tells when the round closed while the page was closed', async () => {
    const { box, store } = setUp({ answers: ['offline'] })
    box.cast('r', { a: 1 })
    await settle()
    const again = setUp({ store, round: null })
    again.box.follow(null, null)
    expect(again.box.late.get()).toBe('r')
    expect(again.sent).toEqual([])
    expect(store.read()).toBeNull()
  })

  it('tells when the round closed before the ballot arrived, whichever of the two the page hears first', async () => {
    const first = setUp({ answers: ['offline', 'unprocessable'] })
    first.box.cast('r', { a: 1 })
    await settle()
    first.box.follow(null, null)
    expect(first.box.late.get()).toBeNull()
    first.queue.tryNow()
    await settle()
    expect(first.box.late.get()).toBe('r')

    const second = setUp({ answers: ['unprocessable'] })
    second.box.cast('r', { a: 1 })
    await settle()
    second.box.follow({ ...ROUND, id: 'r2' }, null)
    expect(second.box.late.get()).toBe('r')
    expect(second.box.own.get()).toEqual({ marks: {}, state: 'none' })
    for (const { store } of [first, second]) expect(store.read()).toBeNull()
  })

  it('says nothing when the ballot arrived in time and only the answer came late', async () => {
    const { box } = setUp()
    box.cast('r', { a: 1 })
    box.follow(null, null)
    await settle()
    expect(box.late.get()).toBeNull()
  })

  it('leaves what another tab keeps', async () => {
    const store = memoryStore()
    const { box } = setUp({ store })
    box.cast('r', { a: 1 })
    store.write('{"roundId":"r","marks":{"b":1}}')
    await settle()
    expect(store.read()).toContain('"b":1')
  })

  it.each(['[', 'null', '{"roundId":1}', '"r"'])('begins empty with what it cannot read: %s', (value) => {
    const store = memoryStore()
    store.write(value)
    expect(setUp({ store }).box.own.get().state).toBe('none')
  })
})
