import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { RecordIndex, type RecordChanges } from '@remedyboard/shared/board/record-index'
import { buildTemplate } from '@remedyboard/shared/templates/build-template'
import { expect, it } from 'vitest'
import { boardMapping } from './board-mapping.ts'

/** The part of a session that the mapping reads, with a template on the board. */
function board() {
  const index = new RecordIndex()
  const { records } = buildTemplate('dilemma-remedy', 'en')
  index.apply(new Map(records.map((record) => [record.id, record])))
  const listeners = new Set<(changes: RecordChanges, origin: unknown) => void>()
  const frames: (() => void)[] = []
  const session = {
    index,
    onRecordChanges(listener: (changes: RecordChanges, origin: unknown) => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return {
    session,
    mapping: boardMapping(session, (run) => frames.push(run)),
    change(id: string, record: BoardRecord | null) {
      const changes = index.apply(new Map([[id, record]]))
      for (const listener of listeners) listener(changes, null)
    },
    frame: () => frames.splice(0).forEach((run) => run()),
    frames,
  }
}

const local = (text: string): BoardRecord => ({
  id: 'shape:new',
  typeName: 'shape',
  type: 'card',
  parentId: 'page:page',
  x: 0,
  y: 0,
  props: { kind: 'dilemma', text, w: 10, h: 10, size: 'm' },
  meta: {},
})

it('reads the board at first use and is the same for everybody', () => {
  const { session, mapping } = board()
  expect([mapping.coverage.get().covered, mapping.coverage.get().total]).toEqual([9, 14])
  expect(boardMapping(session)).toBe(mapping)
})

it('tells once per frame, however much changed', () => {
  const { mapping, change, frame, frames } = board()
  let told = 0
  mapping.coverage.subscribe(() => told++)
  change('shape:new', local('N'))
  change('shape:new', local('No lift'))
  expect([told, frames.length]).toEqual([0, 1])
  frame()
  expect([told, mapping.coverage.get().total]).toEqual([1, 15])
  expect(mapping.graph.get().cards.get('shape:new')?.text).toBe('No lift')
  change('shape:new', null)
  frame()
  expect([told, mapping.coverage.get().total]).toEqual([2, 14])
})
