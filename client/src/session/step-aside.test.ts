import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { newCardRecord, newShape } from '@remedyboard/shared/board/new-records'
import { addCard } from '@remedyboard/shared/coordination/add-card'
import { expect, it } from 'vitest'
import { stepAside } from './step-aside.ts'

const WELCOME: BoardRecord = {
  ...newShape('shape:welcome', 'frame', 'page:page', 'a1', 0, 0),
  props: { w: 700, h: 400, name: 'Welcome', color: 'black' },
  meta: { area: 'welcome' },
}
const PAGE: BoardRecord = { id: 'page:page', typeName: 'page' }
const board = () => new Map([PAGE, WELCOME].map((record) => [record.id, record]))

/** What a card that is added on a page with these records does to the board of everybody. */
function add(seen: ReadonlyMap<string, BoardRecord>, id: string, all: Map<string, BoardRecord>): void {
  for (const operation of addCard(seen, { id, kind: 'note', text: '你好' }, ['welcome'])) {
    if (operation.op === 'create') all.set(operation.record.id, operation.record)
  }
}

function step(records: Map<string, BoardRecord>, id: string): boolean {
  const operations = stepAside(records, id)
  for (const operation of operations) {
    if (operation.op === 'create') records.set(operation.record.id, operation.record)
    const record = records.get(id)
    if (operation.op !== 'change' || !record) continue
    for (const { value } of operation.changes) records.set(id, { ...record, ...(value as object) })
  }
  return operations.length > 0
}

it('thirty people who add a card in the same second end with thirty places, in few moves', () => {
  const all = board()
  const ids = Array.from({ length: 30 }, (_, i) => `shape:c${String(i).padStart(2, '0')}`)
  // Each of them saw an empty area.
  for (const id of ids) add(board(), id, all)
  let rounds = 0
  while (ids.filter((id) => step(all, id)).length > 0) expect(++rounds).toBeLessThan(60)
  const places = new Set(
    ids.map((id) => `${String(all.get(id)?.['parentId'])} ${String(all.get(id)?.['x'])} ${String(all.get(id)?.['y'])}`),
  )
  expect(places.size).toBe(30)
  const frames = [...all.values()].filter(({ type }) => type === 'frame').map(({ id }) => id)
  expect(frames).toEqual(['shape:welcome', 'shape:annex-welcome-1'])
  expect(ids.every((id) => frames.includes(String(all.get(id)?.['parentId'])))).toBe(true)
})

it('the first of two stays, and nobody moves who covers nothing', () => {
  const all = board()
  add(all, 'shape:b', all)
  expect(step(all, 'shape:b')).toBe(false)
  add(board(), 'shape:a', all)
  expect(step(all, 'shape:a')).toBe(false)
  expect(step(all, 'shape:b')).toBe(true)
})

it('a card on the page itself, or one that is gone, stays where it is', () => {
  const loose = newCardRecord({ id: 'shape:x', parentId: 'page:page', index: 'a1', x: 0, y: 0, w: 320, kind: 'note', text: 'x', meta: {} })
  expect(stepAside(new Map([PAGE, loose, { ...loose, id: 'shape:a' }].map((record) => [record.id, record])), 'shape:x')).toEqual([])
  expect(stepAside(board(), 'shape:x')).toEqual([])
})
