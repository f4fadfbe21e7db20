import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyOperations, type BoardOperation } from '../board/board-operation.ts'
import type { BoardRecord } from '../board/board-record.ts'
import { readBoard } from '../board/document-reader.ts'
import { overlap } from '../board/nearest-free.ts'
import { newCardRecord, newShape } from '../board/new-records.ts'
import { boxesIn, sizeOf } from '../board/place-in-area.ts'
import { addCard } from '../coordination/add-card.ts'
import { moveInto, newCluster } from './cluster-operations.ts'
import { stepAside } from './step-aside.ts'

const PAGE: BoardRecord = { id: 'page:page', typeName: 'page', name: 'x', index: 'a1', meta: {} }
const area = (w: number, h: number): BoardRecord => ({
  ...newShape('shape:welcome', 'frame', 'page:page', 'a1', 0, 0),
  props: { w, h, name: 'Welcome', color: 'black' },
  meta: { area: 'welcome' },
})

/** Some people with a copy of the board each. */
class Room {
  readonly docs: Y.Doc[]

  constructor(people: number, records: readonly BoardRecord[]) {
    const first = new Y.Doc()
    const made = records.map((record): BoardOperation => ({ op: 'create', record }))
    applyOperations(first, made, { births: null, edits: null })
    this.docs = Array.from({ length: people }, () => new Y.Doc())
    for (const doc of this.docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(first))
  }

  records(person = 0): Map<string, BoardRecord> {
    const doc = this.docs[person]
    return new Map(doc ? readBoard(doc).map((record) => [record.id, record]) : [])
  }

  /** Everybody does something before they hear of one another. Returns how many did. */
  all(act: (records: Map<string, BoardRecord>, person: number) => readonly BoardOperation[]): number {
    let busy = 0
    this.docs.forEach((doc, person) => {
      const operations = act(this.records(person), person)
      if (operations.length > 0) busy++
      applyOperations(doc, operations, { births: null, edits: null })
    })
    const updates = this.docs.map((doc) => Y.encodeStateAsUpdate(doc))
    for (const doc of this.docs) for (const update of updates) Y.applyUpdate(doc, update)
    return busy
  }
}

function coverings(records: Map<string, BoardRecord>): number {
  const frames = [...records.values()].filter(({ type }) => type === 'frame')
  return frames.flatMap(({ id }) => {
    const boxes = boxesIn(records, id)
    return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => overlap(a, b)))
  }).length
}

const idOf = (person: number) => `shape:of-${String(person).padStart(2, '0')}`

describe('stepAside', () => {
  it.each([
    ['has room for all', area(2_400, 1_600)],
    ['is full after six, so that all make the same annex', area(720, 500)],
  ])('gives thirty people who add in the same second thirty places, with one move each, in an area that %s', (_, welcome) => {
    const room = new Room(30, [PAGE, welcome])
    room.all((records, person) => addCard(records, { id: idOf(person), kind: 'note', text: `${person}：你好` }, ['welcome']))
    let rounds = 0
    while (room.all((records, person) => stepAside(records, idOf(person))) > 0) expect(++rounds).toBeLessThan(3)
    const records = room.records()
    const cards = [...records.values()].filter(({ type }) => type === 'card')
    expect(cards).toHaveLength(30)
    expect(coverings(records)).toBe(0)
    const frames = new Set([...records.values()].filter(({ type }) => type === 'frame').map(({ id }) => id))
    expect(cards.every(({ parentId }) => frames.has(String(parentId)))).toBe(true)
    expect(frames.size).toBeLessThan(3)
  })

  it('lets a cluster hold what several people put into it at once', () => {
    const room = new Room(5, [PAGE, area(2_400, 1_600)])
    room.all((records, person) => addCard(records, { id: idOf(person), kind: 'note', text: 'x'.repeat(40 * person + 1) }, ['welcome']))
    while (room.all((records, person) => stepAside(records, idOf(person))) > 0);
    room.all((records, person) =>
      person === 0 ? newCluster(records, { id: 'shape:g', name: 'G', cardId: idOf(0), areaId: 'shape:welcome', author: 'p' }) : [],
    )
    room.all((records, person) => (person === 0 ? [] : moveInto(records, idOf(person), 'shape:g')))
    let rounds = 0
    while (room.all((records, person) => stepAside(records, idOf(person))) > 0) expect(++rounds).toBeLessThan(8)
    const records = room.records()
    expect(boxesIn(records, 'shape:g')).toHaveLength(5)
    expect(coverings(records)).toBe(0)
    const size = sizeOf(records.get('shape:g') ?? PAGE)
    for (const box of boxesIn(records, 'shape:g')) {
      expect(box.x + box.w).toBeLessThanOrEqual(size.w)
      expect(box.y + box.h).toBeLessThanOrEqual(size.h)
    }
  })

  it('lets stand what others made while somebody had no connection', () => {
    const room = new Room(2, [PAGE, area(2_400, 1_600)])
    room.all((records, person) => addCard(records, { id: idOf(person), kind: 'note', text: 'x' }, ['welcome']))
    const records = room.records()
    expect(stepAside(records, idOf(0))).toEqual([])
    expect(stepAside(records, idOf(0), true)).toHaveLength(1)
  })

  it('leaves what covers nothing, what lies on the page itself, and what is gone', () => {
    const loose = newCardRecord({
      id: 'shape:x',
      parentId: 'page:page',
      index: 'a1',
      x: 0,
      y: 0,
      w: 320,
      kind: 'note',
      text: 'x',
      meta: {},
    })
    const records = new Map([PAGE, loose, { ...loose, id: 'shape:a' }].map((record) => [record.id, record]))
    expect(stepAside(records, 'shape:x')).toEqual([])
    expect(stepAside(records, 'shape:gone')).toEqual([])
  })
})
