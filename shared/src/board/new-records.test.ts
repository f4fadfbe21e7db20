import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { RecordIndex } from './record-index.ts'
import { createBoardSchema } from './tl-schema.ts'
import type { BoardRecord } from './board-record.ts'
import { applyOperations } from './board-operation.ts'
import { newCardRecord, newLinkRecords, topIndices } from './new-records.ts'
import { areaFrame, placeInArea } from './place-in-area.ts'

const PAGE: BoardRecord = { id: 'page:page', typeName: 'page', name: '', index: 'a1', meta: {} }
const card = (id: string, index = 'a1') =>
  newCardRecord({
    id: `shape:${id}`,
    parentId: 'page:page',
    index,
    x: 0,
    y: 0,
    w: 320,
    kind: 'remedy',
    text: '共治',
    meta: { due: undefined },
  })
const validate = (record: BoardRecord) => createBoardSchema().types[record.typeName as 'shape'].validate(record)

describe('new records', () => {
  it('are what tldraw takes', () => {
    const link = newLinkRecords({
      id: 'shape:l',
      pageId: 'page:page',
      index: 'a3',
      from: 'shape:a',
      to: 'shape:b',
      bothWays: true,
      meta: { basis: 'group', note: '每周一次' },
    })
    for (const record of [card('a'), ...link]) expect(() => validate(record)).not.toThrow()
    expect(link).toMatchObject([
      { props: { arrowheadStart: 'arrow' }, meta: { note: '每周一次' } },
      { toId: 'shape:a' },
      { toId: 'shape:b' },
    ])
  })

  it('read as one link between the two cards', () => {
    const index = new RecordIndex()
    const link = newLinkRecords({ id: 'shape:l', pageId: 'page:page', index: 'a3', from: 'shape:a', to: 'shape:b', meta: {} })
    index.apply(new Map([PAGE, card('a'), card('b'), ...link].map((record) => [record.id, record])))
    expect(index.visible.size).toBe(6)
  })

  it('stand above their siblings, in order', () => {
    const indices = topIndices([PAGE, card('a', 'a4'), card('b', 'a2')], 'page:page', 3)
    expect(indices).toEqual([...indices].sort())
    expect(indices.every((index) => index > 'a4')).toBe(true)
    expect(topIndices([], 'page:page', 1)).toEqual(['a0'])
  })

  it('stand above what can be ordered when somebody smuggled in an index that cannot (it stopped every reveal)', () => {
    expect(topIndices([PAGE, card('a', 'a2'), card('b', 'a90'), card('c', '')], 'page:page', 1)).toEqual(['a3'])
  })

  it('never store an absent field', () => {
    expect(card('a').meta).toEqual({})
    const doc = new Y.Doc()
    applyOperations(doc, [{ op: 'create', record: card('a') }], { births: 1, edits: 2 })
    expect(Y.encodeStateAsUpdate(doc).byteLength).toBeGreaterThan(0)
  })
})

describe('placeInArea', () => {
  const frame: BoardRecord = {
    id: 'shape:area',
    typeName: 'shape',
    type: 'frame',
    parentId: 'page:page',
    index: 'a1',
    x: 100,
    y: 50,
    props: { w: 760, h: 500, name: 'Local', color: 'black' },
    meta: { area: 'local', instruction: '' },
  }
  const inside = { ...card('a'), parentId: 'shape:area', x: 24, y: 90 }
  const records = new Map([PAGE, frame, inside].map((record) => [record.id, record]))

  it('finds the area by its name', () => {
    expect(areaFrame(records.values(), 'local')?.id).toBe('shape:area')
    expect(areaFrame(records.values(), 'elsewhere')).toBeUndefined()
  })

  it('fills the free part of the area, then goes below it', () => {
    const places = placeInArea(records, frame, 320, Array<number>(12).fill(100))
    expect(places).toHaveLength(12)
    expect(places[0]).toEqual({ parentId: 'shape:area', x: 364, y: 90 })
    const outside = places.filter(({ parentId }) => parentId === 'page:page')
    expect(outside.length).toBeGreaterThan(0)
    expect(outside.every(({ y }) => y >= 550)).toBe(true)
  })
})
