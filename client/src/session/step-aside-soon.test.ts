import type { BoardOperation } from '@remedyboard/shared/board/board-operation'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { overlayFacets } from '@remedyboard/shared/board/overlay-facets'
import { newCardRecord, newShape } from '@remedyboard/shared/board/new-records'
import { editRights, type EditRights } from '@remedyboard/shared/board/permission'
import { expect, it } from 'vitest'
import type { SaveStatus } from './board-session.ts'
import { Cell } from './readable.ts'
import { stepAsideSoon } from './step-aside-soon.ts'

const AREA: BoardRecord = {
  ...newShape('shape:area', 'frame', 'page:page', 'a1', 0, 0),
  props: { w: 1200, h: 900, name: 'Area', color: 'black' },
  meta: { area: 'area' },
}
const card = (id: string) =>
  newCardRecord({ id, parentId: 'shape:area', index: 'a1', x: 24, y: 200, w: 320, kind: 'note', text: id, meta: {} })

function setUp(status: SaveStatus = { state: 'saved' }) {
  const visible = new Map([AREA].map((record) => [record.id, record]))
  const listeners = new Set<() => void>()
  const timers: (() => void)[] = []
  const session = {
    index: { visible },
    status: new Cell<SaveStatus>(status),
    rights: new Cell<EditRights>(editRights('participant', null)),
    onRecordChanges: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    edit(operations: readonly BoardOperation[]) {
      for (const operation of operations) {
        const record = operation.op === 'change' ? visible.get(operation.id) : undefined
        if (operation.op === 'change' && record) visible.set(record.id, overlayFacets(record, operation.changes))
      }
      for (const listener of listeners) listener()
    },
  }
  const put = async (id: string) => {
    visible.set(id, card(id))
    for (const listener of [...listeners]) listener()
    await Promise.resolve()
    await Promise.resolve()
  }
  const hasMoved = (id: string) => visible.get(id)?.['x'] !== 24 || visible.get(id)?.['y'] !== 200
  // What a real index has besides is not asked for.
  type Session = Parameters<typeof stepAsideSoon>[0]
  const watch = (id: string) => stepAsideSoon(session as object as Session, id, (run) => timers.push(run))
  return { session, put, hasMoved, watch, listeners, later: () => timers.splice(0).forEach((run) => run()) }
}

it('moves the card when another with a smaller id turns up on its place, and stops some seconds after it was saved', async () => {
  const { put, hasMoved, watch, listeners, later } = setUp()
  await put('shape:m')
  watch('shape:m')
  await put('shape:z')
  expect(hasMoved('shape:m')).toBe(false)
  await put('shape:a')
  expect(hasMoved('shape:m')).toBe(true)
  later()
  expect(listeners.size).toBe(0)
})

it('waits as long as there is no connection; then what others made meanwhile stays', async () => {
  const { session, put, hasMoved, watch, listeners, later } = setUp({ state: 'offline', unsaved: true, kept: true })
  await put('shape:m')
  watch('shape:m')
  later()
  expect(listeners.size).toBe(1)
  await put('shape:z')
  expect(hasMoved('shape:m')).toBe(true)
  session.status.set({ state: 'saved' })
  later()
  expect(listeners.size).toBe(0)
})

it('leaves everything where it is for those who may not move it any more', async () => {
  const { session, put, hasMoved, watch } = setUp()
  await put('shape:m')
  watch('shape:m')
  session.rights.set(editRights('participant', ['watch']))
  await put('shape:a')
  expect(hasMoved('shape:m')).toBe(false)
})
