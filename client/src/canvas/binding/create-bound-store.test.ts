import { recordsOf } from '@remedyboard/shared/board/board-document'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { DocumentReader } from '@remedyboard/shared/board/document-reader'
import type { RecordChanges } from '@remedyboard/shared/board/record-index'
import { seedBoard } from '@remedyboard/shared/board/seed-board'
import { cardShapeProps } from '@remedyboard/shared/board/tl-schema'
import fc from 'fast-check'
import {
  BaseBoxShapeUtil,
  createShapeId,
  defaultBindingUtils,
  defaultShapeUtils,
  DocumentRecordType,
  PageRecordType,
  TLDOCUMENT_ID,
  type IndexKey,
  type TLRecord,
  type TLShape,
  type TLStore,
} from 'tldraw'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { BoardSession } from '../../session/board-session.ts'
import { createBoundStore, type BoundStore } from './create-bound-store.ts'
import { toBoardRecord, toTLRecord } from './record-casts.ts'

class TestCardUtil extends BaseBoxShapeUtil<never> {
  static override type = 'card' as const
  static override props = cardShapeProps
  override getDefaultProps(): never {
    throw new Error('not used')
  }
  override component(): null {
    return null
  }
  override indicator(): null {
    return null
  }
}

const PAGE = PageRecordType.createId('page')
const SEED: BoardRecord[] = [
  toBoardRecord(DocumentRecordType.create({ id: TLDOCUMENT_ID })),
  toBoardRecord(PageRecordType.create({ id: PAGE, name: 'Board', index: 'a1' as IndexKey })),
]

/** Two or more people's documents; `exchange` is the network. */
class Room {
  readonly peers: { doc: Y.Doc; bound: BoundStore; reader: DocumentReader }[] = []

  join(): { doc: Y.Doc; bound: BoundStore; store: TLStore } {
    const doc = new Y.Doc()
    const first = this.peers[0]
    if (first) Y.applyUpdate(doc, Y.encodeStateAsUpdate(first.doc))
    else seedBoard(doc, { title: 't', locale: 'en', template: 'blank', schemaVersion: 1 }, SEED)
    const listeners = new Set<(changes: RecordChanges, origin: unknown) => void>()
    const reader = new DocumentReader(doc, (changes, origin) => listeners.forEach((listener) => listener(changes, origin)))
    const session = {
      doc,
      index: reader.index,
      onRecordChanges(listener: (changes: RecordChanges, origin: unknown) => void) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    } as Partial<BoardSession> as BoardSession // the binding reads nothing else of a session
    const bound = createBoundStore(session, { shapeUtils: [...defaultShapeUtils, TestCardUtil], bindingUtils: defaultBindingUtils })
    this.peers.push({ doc, bound, reader })
    return { doc, bound, store: bound.store }
  }

  /** Local changes reach the documents, documents reach each other, stores settle. */
  async exchange(): Promise<void> {
    for (const { bound } of this.peers) bound.store._flushHistory()
    for (const from of this.peers)
      for (const to of this.peers)
        if (from !== to) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), 'network')
    await Promise.resolve()
  }

  close(): void {
    for (const { bound, reader, doc } of this.peers.splice(0)) {
      bound.dispose()
      reader.close()
      doc.destroy()
    }
  }
}

const room = new Room()
afterEach(() => room.close())

function card(name: string, change: Partial<TLShape> & { text?: string } = {}): TLRecord {
  const { text = '', ...rest } = change
  return toTLRecord({
    id: createShapeId(name),
    typeName: 'shape',
    type: 'card',
    x: 0,
    y: 0,
    rotation: 0,
    index: 'a1',
    parentId: PAGE,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: { w: 320, h: 70, kind: 'note', size: 'm', text },
    ...(rest as Partial<BoardRecord>),
  })
}

function change(store: TLStore, name: string, update: (record: BoardRecord) => BoardRecord): void {
  store.update(createShapeId(name), (record) => toTLRecord(update(toBoardRecord(record))) as typeof record)
}

const documentRecords = (store: TLStore) =>
  Object.fromEntries(
    store
      .allRecords()
      .filter((record) => store.scopedTypes.document.has(record.typeName))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((record) => [record.id, record]),
  )

describe('createBoundStore', () => {
  it('shows what the document holds and writes what is made here', async () => {
    const a = room.join()
    const b = room.join()
    a.store.put([card('x', { text: '停水没人通知' })])
    await room.exchange()
    expect(b.store.get(createShapeId('x'))).toMatchObject({ type: 'card', props: { text: '停水没人通知' } })
  })

  it('keeps a move by one and a text by another on the same card', async () => {
    const a = room.join()
    const b = room.join()
    a.store.put([card('x', { text: 'water' })])
    await room.exchange()
    change(a.store, 'x', (record) => ({ ...record, x: 80 }))
    change(b.store, 'x', (record) => ({ ...record, props: { ...record.props, text: 'no water' } }))
    await room.exchange()
    for (const { store } of [a, b]) expect(store.get(createShapeId('x'))).toMatchObject({ x: 80, props: { text: 'no water' } })
  })

  it('answers a remote change with no write of its own', async () => {
    const a = room.join()
    const b = room.join()
    a.store.put([card('x')])
    await room.exchange()
    let writes = 0
    b.doc.on('update', (_update: Uint8Array, origin: unknown) => (writes += origin === 'network' ? 0 : 1))
    change(a.store, 'x', (record) => ({ ...record, x: 10 }))
    await room.exchange()
    expect(b.store.get(createShapeId('x'))).toMatchObject({ x: 10 })
    expect(writes).toBe(0)
  })

  it('keeps a record that tldraw refuses off the canvas and takes the rest of the batch', async () => {
    const a = room.join()
    const b = room.join()
    const bad = recordsOf(a.doc)
    a.store.put([card('good')])
    a.store._flushHistory()
    bad.set('shape:bad', new Y.Map([['birth', { id: 'shape:bad', typeName: 'shape', type: 'card', x: 'left' }]]))
    await room.exchange()
    expect(b.store.get(createShapeId('good'))).toBeDefined()
    expect(b.store.get(createShapeId('bad'))).toBeUndefined()
    expect([...b.bound.quarantined.get()]).toEqual(['shape:bad'])
  })

  it('a card deleted by one while another moves it is gone for both', async () => {
    const a = room.join()
    const b = room.join()
    a.store.put([card('x')])
    await room.exchange()
    a.store.remove([createShapeId('x')])
    change(b.store, 'x', (record) => ({ ...record, x: 10 }))
    await room.exchange()
    await room.exchange()
    for (const { store } of [a, b]) expect(store.get(createShapeId('x'))).toBeUndefined()
  })

  it('reuses equal parts, so that an editor that shows them is not reset', async () => {
    const a = room.join()
    const b = room.join()
    a.store.put([card('x', { text: 'same' })])
    await room.exchange()
    const before = b.store.get(createShapeId('x'))
    change(a.store, 'x', (record) => ({ ...record, x: 5 }))
    await room.exchange()
    expect(b.store.get(createShapeId('x'))?.props).toBe(before?.props)
  })

  it('all stores and a late joiner are equal after any changes by any two people', async () => {
    const name = fc.constantFrom('a', 'b', 'c')
    const operation = fc.record({
      by: fc.constantFrom(0, 1),
      kind: fc.constantFrom('create', 'move', 'text', 'reparent', 'delete', 'exchange'),
      name,
      other: name,
      number: fc.integer({ min: -500, max: 500 }),
      text: fc.string({ maxLength: 8 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { maxLength: 40 }), async (operations) => {
        room.close()
        const people = [room.join(), room.join()] as const
        for (const { by, kind, name: which, other, number, text } of operations) {
          const { store } = people[by === 0 ? 0 : 1]
          const there = store.has(createShapeId(which))
          if (kind === 'exchange') await room.exchange()
          else if (kind === 'create' && !there) store.put([card(which, { text })])
          else if (kind === 'delete' && there) store.remove([createShapeId(which)])
          else if (kind === 'move' && there) change(store, which, (record) => ({ ...record, x: number }))
          else if (kind === 'text' && there) change(store, which, (record) => ({ ...record, props: { ...record.props, text } }))
          else if (kind === 'reparent' && there && which !== other && store.has(createShapeId(other)))
            change(store, which, (record) => ({ ...record, parentId: createShapeId(other) }))
        }
        await room.exchange()
        await room.exchange()
        const late = room.join()
        const [first, second] = people
        expect(documentRecords(second.store)).toEqual(documentRecords(first.store))
        expect(documentRecords(late.store)).toEqual(documentRecords(first.store))
      }),
      { seed: 20260302, numRuns: 60 },
    )
  })
})
