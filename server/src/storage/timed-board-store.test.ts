import { expect, it } from 'vitest'
import { describeBoardStore } from './board-store.contract.ts'
import { FaultyBoardStore } from './faulty-board-store.ts'
import { MemoryBoardStore } from './memory-board-store.ts'
import { timedBoardStore } from './timed-board-store.ts'

describeBoardStore('timedBoardStore', async () => {
  const store = timedBoardStore(new MemoryBoardStore(), () => undefined)
  return { store, dispose: () => store.close() }
})

it('tells of every commit how long it took and what became of it', async () => {
  const told: [boolean, string][] = []
  const inner = new FaultyBoardStore()
  const store = timedBoardStore(inner, (seconds, outcome) => told.push([seconds >= 0, outcome]))
  const generations = { facilitator: 1, participant: 1, viewer: 1 }
  await store.createBoard({ id: 'b1', createdAt: 1, title: 't', template: 'blank', locale: 'en', joinCode: 'C', generations }, {})
  inner.faults = ['fail']
  await expect(store.append('b1', {}, 1)).rejects.toMatchObject({ code: 'unavailable' })
  await store.append('b1', {}, 1)
  expect(told).toEqual([
    [true, 'failed'],
    [true, 'stored'],
  ])
})
