import type { Marks, Round } from '@remedyboard/shared/workshop/round'
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
  ballot?: Marks | null
}

function setUp({ answers = [], store = memoryStore(), round = ROUND, ballot = null }: SetUp = {}) {
  const sent: WorkshopCommand[] = []
  const queue = new CommandQueue(
    async (command) => {
      sent.push(command)
      const refusal = answers.shift() ?? null
      if (refusal) throw new ApiFailure(0, refusal, refusal)
      return undefined
    },
    () => () => undefined,
  )
  return { box: new BallotBox(queue, store, round, ballot), queue, sent, store }
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
    expect(sent.at(-1)).toEqual({ type: 'cast-ballot', roundId: 'r', marks: { a: 2 }, edit: expect.any(String) })
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
    const { box, store, sent } = setUp({ answers: ['offline'] })
    box.cast('r', { a: 1 })
    await settle()
    expect(store.read()).toContain('"a":1')
    const again = setUp({ store })
    expect(again.box.own.get()).toEqual({ marks: { a: 1 }, state: 'saving' })
    await settle()
    // The same change: it may have arrived, and been counted meanwhile.
    expect(again.sent).toEqual([sent[0]])
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

  it('[R46] asks about a round that closed while the page was closed, and tells only what was not counted', async () => {
    const { box, store, sent } = setUp({ answers: ['offline'] })
    box.cast('r', { a: 1 })
    await settle()
    const kept = store.read()
    for (const answer of ['unprocessable', null] as const) {
      store.write(kept)
      const again = setUp({ store, round: null, answers: [answer] })
      again.box.follow(null, null)
      await settle()
      expect(again.sent).toEqual([sent[0]])
      expect(again.box.late.get()).toBe(answer === null ? null : 'r')
      expect(store.read()).toBeNull()
    }
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

  it('each change has a name of its own, and keeps it when it is sent again', async () => {
    const { box, queue, sent } = setUp({ answers: ['offline'] })
    box.cast('r', { a: 1 })
    await settle()
    queue.tryNow()
    await settle()
    box.cast('r', { a: 2 })
    await settle()
    const names = sent.map((command) => (command.type === 'cast-ballot' ? command.edit : undefined))
    expect(names[0]).toBe(names[1])
    expect(new Set(names).size).toBe(2)
  })

  it('counts a ballot that the view shows as saved: its answer was lost, and the retry may come after the close', async () => {
    const { box, queue, store } = setUp({ answers: ['offline', 'unprocessable'] })
    box.cast('r', { a: 1 })
    await settle()
    box.follow(ROUND, { a: 1 })
    expect(box.own.get()).toEqual({ marks: { a: 1 }, state: 'saved' })
    expect(store.read()).toBeNull()
    box.follow(null, null)
    queue.tryNow()
    await settle()
    expect(box.late.get()).toBeNull()
  })

  it('so after a reload', async () => {
    const { box, store } = setUp({ answers: ['offline'] })
    box.cast('r', { a: 1 })
    await settle()
    const again = setUp({ store, ballot: { a: 1 }, answers: ['unprocessable'] })
    expect(again.box.own.get()).toEqual({ marks: { a: 1 }, state: 'saved' })
    again.box.follow(null, null)
    await settle()
    expect(again.box.late.get()).toBeNull()
    expect(store.read()).toBeNull()
  })

  it('what was given, taken back and given again waits for its answer: the view may show the first of them', async () => {
    const { box } = setUp({ answers: [null, 'offline'] })
    box.cast('r', { a: 1 })
    await settle()
    box.cast('r', {})
    box.cast('r', { a: 1 })
    box.follow(ROUND, { a: 1 })
    expect(box.own.get()).toEqual({ marks: { a: 1 }, state: 'saving' })
  })

  it('forgets what was taken back on another device, once a view has shown what was given here', async () => {
    const { box } = setUp()
    box.cast('r', { a: 1 })
    await settle()
    box.follow(ROUND, null)
    expect(box.own.get()).toEqual({ marks: { a: 1 }, state: 'saved' })
    box.follow(ROUND, { a: 1 })
    box.follow(ROUND, null)
    expect(box.own.get()).toEqual({ marks: {}, state: 'none' })
  })

  it('a view that was made before the newest dot and comes after its answer takes no dot back', async () => {
    const { box } = setUp()
    box.cast('r', { a: 1 })
    box.cast('r', { a: 2 })
    await settle()
    box.follow(ROUND, { a: 1 })
    expect(box.own.get()).toEqual({ marks: { a: 2 }, state: 'saved' })
    box.follow(ROUND, { a: 2 })
    box.follow(ROUND, { a: 1 })
    expect(box.own.get()).toEqual({ marks: { a: 1 }, state: 'saved' })
  })

  it('a refusal while the vote goes on stays until one tries again', async () => {
    const { box } = setUp({ answers: [null, 'not-allowed'] })
    box.cast('r', { a: 1 })
    await settle()
    box.follow(ROUND, { a: 1 })
    box.cast('r', { a: 2 })
    await settle()
    box.follow(ROUND, { a: 1 })
    box.follow(ROUND, null)
    expect(box.own.get()).toEqual({ marks: { a: 2 }, state: 'refused', refusal: 'not-allowed' })
    box.cast('r', { a: 1 })
    await settle()
    expect(box.own.get().state).toBe('saved')
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
