import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import { describe, expect, it } from 'vitest'
import { ApiFailure } from './api-client.ts'
import { CommandQueue, RETRY_MS } from './command-queue.ts'

const draft = (text: string): WorkshopCommand => ({ type: 'write-draft', phaseId: 'p', id: 'n1', text })

const waiting = (text: string, done: (refusal: unknown) => void = () => undefined, isKept = true) => ({
  command: draft(text),
  isKept,
  done,
})

/** A server that answers when the test says so, and a clock that only the test moves. */
function setUp() {
  const sent: WorkshopCommand[] = []
  const answers: { take: (version?: number) => void; refuse: (code: ApiFailure['code']) => void }[] = []
  const timers: { ms: number; run: () => void }[] = []
  const queue = new CommandQueue(
    (command) =>
      new Promise((resolve, reject) => {
        sent.push(command)
        answers.push({ take: resolve, refuse: (code) => reject(new ApiFailure(0, code, code)) })
      }),
    (ms, run) => {
      const timer = { ms, run }
      timers.push(timer)
      return () => void timers.splice(timers.indexOf(timer), 1)
    },
  )
  const answered = async (answer: (of: (typeof answers)[number]) => void) => {
    const next = answers.shift()
    if (!next) throw new Error('nothing was sent')
    answer(next)
    for (let i = 0; i < 6; i++) await Promise.resolve()
  }
  return { queue, sent, timers, answered }
}

describe('CommandQueue', () => {
  it('sends one at a time, and of one key only the newest', async () => {
    const { queue, sent, answered } = setUp()
    const taken: string[] = []
    queue.put(
      'n1',
      waiting('a', () => taken.push('a')),
    )
    queue.put(
      'n1',
      waiting('ab', () => taken.push('ab')),
    )
    queue.put(
      'n1',
      waiting('abc', () => taken.push('abc')),
    )
    expect(sent).toEqual([draft('a')])
    await answered(({ take }) => take())
    expect(taken).toEqual([])
    await answered(({ take }) => take())
    expect(sent).toEqual([draft('a'), draft('abc')])
    expect(taken).toEqual(['abc'])
  })

  it('tries again when there was no connection: after a while, or when it is back', async () => {
    const { queue, sent, timers, answered } = setUp()
    const taken: unknown[] = []
    queue.put(
      'n1',
      waiting('a', (refusal) => taken.push(refusal)),
    )
    await answered(({ refuse }) => refuse('offline'))
    expect(timers.map(({ ms }) => ms)).toEqual([RETRY_MS.first])
    expect(queue.stuck.get()).toBe(true)
    timers.shift()?.run()
    await answered(({ refuse }) => refuse('offline'))
    expect(timers.map(({ ms }) => ms)).toEqual([RETRY_MS.first * 2])
    queue.tryNow()
    expect(timers).toEqual([])
    await answered(({ take }) => take())
    expect(sent).toHaveLength(3)
    expect(taken).toEqual([null])
    expect(queue.stuck.get()).toBe(false)
  })

  it('gives a refusal back once, and goes on with the rest', async () => {
    const { queue, sent, answered } = setUp()
    const told: unknown[] = []
    queue.put(
      'n1',
      waiting('a', (refusal) => told.push(['n1', refusal])),
    )
    queue.put(
      'n2',
      waiting('b', (refusal) => told.push(['n2', refusal])),
    )
    await answered(({ refuse }) => refuse('unprocessable'))
    await answered(({ take }) => take())
    expect(told).toEqual([
      ['n1', 'unprocessable'],
      ['n2', null],
    ])
    expect(sent).toHaveLength(2)
  })

  it('does not let what the server cannot take hold up the rest', async () => {
    const { queue, sent, timers, answered } = setUp()
    const taken: string[] = []
    queue.put(
      'poison',
      waiting('poison', () => taken.push('poison')),
    )
    queue.put(
      'n1',
      waiting('n1', () => taken.push('n1')),
    )
    await answered(({ refuse }) => refuse('internal'))
    timers.shift()?.run()
    await answered(({ take }) => take())
    expect(sent).toEqual([draft('poison'), draft('n1'), draft('poison')])
    expect(taken).toEqual(['n1'])
  })

  it('says what has no answer, also between two tries, and whether it would go with the page', async () => {
    const { queue, timers, answered } = setUp()
    const told: string[] = []
    queue.held.subscribe(() => told.push(queue.held.get()))
    queue.put('n1', waiting('a'))
    await answered(({ refuse }) => refuse('offline'))
    expect(queue.held.get()).toBe('kept')
    queue.put('n2', waiting('b', undefined, false))
    await answered(({ take }) => take())
    expect(queue.held.get()).toBe('unkept')
    await answered(({ take }) => take())
    expect(told).toEqual(['kept', 'unkept', 'nothing'])
    expect(timers).toEqual([])
  })
})
