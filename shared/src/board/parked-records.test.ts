import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { recordsOf } from './board-document.ts'
import type { BoardRecord } from './board-record.ts'
import { readBoard } from './document-reader.ts'
import { deleteRecord, writeRecord } from './facets.ts'
import { acceptParked, discardParked, parkedRecords } from './parked-records.ts'
import { PARKED } from './permission.ts'

const shape = (id: string, parentId = 'page:p'): BoardRecord => ({
  id: `shape:${id}`,
  typeName: 'shape',
  type: 'geo',
  parentId,
  index: 'a1',
  props: {},
  meta: { author: 'p1' },
})

/** Writes records as the server's guard parks them. */
function park(doc: Y.Doc, ...parked: BoardRecord[]): void {
  for (const record of parked) {
    writeRecord(recordsOf(doc), record)
    const facets = recordsOf(doc).get(record.id)
    facets?.set('del', true)
    facets?.set(PARKED, true)
  }
}

function board(): Y.Doc {
  const doc = new Y.Doc()
  writeRecord(recordsOf(doc), { id: 'page:p', typeName: 'page', name: '' })
  writeRecord(recordsOf(doc), shape('live'))
  return doc
}

const ids = (records: readonly BoardRecord[]) => records.map(({ id }) => id)

describe('parked records', () => {
  it('lists what waits for a facilitator, with its author, and nothing else', () => {
    const doc = board()
    park(doc, shape('b'), shape('a'))
    writeRecord(recordsOf(doc), shape('gone'))
    deleteRecord(recordsOf(doc).get('shape:gone') as Y.Map<unknown>)
    expect(ids(parkedRecords(doc))).toEqual(['shape:a', 'shape:b'])
    expect(parkedRecords(doc)[0]?.meta?.['author']).toBe('p1')
    expect(ids(readBoard(doc)).sort()).toEqual(['page:p', 'shape:live'])
  })

  it('an accepted record appears and waits no longer', () => {
    const doc = board()
    park(doc, shape('a'), shape('b'))
    expect(acceptParked(doc, 'shape:a')).toEqual(['shape:a'])
    expect(ids(readBoard(doc))).toContain('shape:a')
    expect(readBoard(doc).find(({ id }) => id === 'shape:a')?.meta).toEqual({ author: 'p1' })
    expect(ids(parkedRecords(doc))).toEqual(['shape:b'])
  })

  it('a discarded record stays deleted', () => {
    const doc = board()
    park(doc, shape('a'))
    expect(discardParked(doc, 'shape:a')).toEqual(['shape:a'])
    expect(parkedRecords(doc)).toEqual([])
    expect(ids(readBoard(doc))).not.toContain('shape:a')
  })

  it('what lies in a frame and what binds an arrow goes with it, however deep', () => {
    const doc = board()
    const binding: BoardRecord = {
      id: 'binding:x',
      typeName: 'binding',
      type: 'arrow',
      fromId: 'shape:leaf',
      toId: 'shape:live',
      props: {},
    }
    park(doc, shape('leaf', 'shape:inner'), shape('inner', 'shape:frame'), shape('frame'), binding, shape('other'))
    expect(ids(parkedRecords(doc))).not.toContain('binding:x')
    expect(acceptParked(doc, 'shape:frame').sort()).toEqual(['binding:x', 'shape:frame', 'shape:inner', 'shape:leaf'])
    expect(ids(readBoard(doc))).toContain('binding:x')
    expect(ids(parkedRecords(doc))).toEqual(['shape:other'])
  })

  it('deciding twice, or about what is not parked, changes nothing', () => {
    const doc = board()
    park(doc, shape('a'))
    acceptParked(doc, 'shape:a')
    const before = Y.encodeStateVector(doc)
    expect(acceptParked(doc, 'shape:a')).toEqual([])
    expect(discardParked(doc, 'shape:live')).toEqual([])
    expect(acceptParked(doc, 'shape:nowhere')).toEqual([])
    expect(Y.encodeStateVector(doc)).toEqual(before)
  })

  it('two facilitators who decide differently at once leave every peer with the same board', () => {
    const doc = board()
    park(doc, shape('a'))
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    acceptParked(doc, 'shape:a')
    discardParked(other, 'shape:a')
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    expect(readBoard(doc)).toEqual(readBoard(other))
    expect(parkedRecords(doc)).toEqual([])
    // Discarding writes no tombstone, so that acceptance wins.
    expect(ids(readBoard(doc))).toContain('shape:a')
  })
})
