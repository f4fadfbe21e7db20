import type { Round } from '@remedyboard/shared/workshop/round'
import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import { describe, expect, it } from 'vitest'
import { ApiFailure } from './api-client.ts'
import { BallotBox, spent, withMark } from './ballot-box.ts'
import { CommandQueue, type CommandRefusal } from './command-queue.ts'

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

function setUp(answers: (CommandRefusal | null)[] = []) {
  const sent: WorkshopCommand[] = []
  const queue = new CommandQueue(
    async (command) => {
      sent.push(command)
      const refusal = answers.shift() ?? null
      if (refusal) throw new ApiFailure(0, refusal, refusal)
    },
    () => () => undefined,
  )
  return { box: new BallotBox(queue, ROUND, null), queue, sent }
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
    const { box, queue } = setUp(['offline'])
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
    const { box } = setUp(['unprocessable'])
    box.cast('r', { a: 1 })
    await settle()
    expect(box.own.get()).toEqual({ marks: { a: 1 }, state: 'refused', refusal: 'unprocessable' })
  })
})
