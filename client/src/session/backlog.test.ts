import { recordsOf } from '@remedyboard/shared/board/board-document'
import { deleteRecord, readFacets, writeFacets, writeRecord } from '@remedyboard/shared/board/facets'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { nextBacklogPart, type Reach } from './backlog.ts'

const card = (id: string, text: string) => ({
  id,
  typeName: 'shape',
  type: 'card',
  x: 0,
  y: 0,
  parentId: 'page:p',
  index: 'a1',
  props: { text },
  meta: {},
})

const sync = (from: Y.Doc, to: Y.Doc) => Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))

/** Sends all that `copy` lacks in parts; looks at the copy after each. Returns their sizes. */
function sendInParts(doc: Y.Doc, copy: Y.Doc, bytes: number, look: () => void): number[] {
  const sizes: number[] = []
  let reach: Reach = Y.decodeStateVector(Y.encodeStateVector(copy))
  for (let part = nextBacklogPart(doc, reach, bytes); part; part = nextBacklogPart(doc, reach, bytes)) {
    sizes.push(part.update.byteLength)
    Y.applyUpdate(copy, part.update)
    expect(Y.decodeStateVector(Y.encodeStateVector(copy))).toEqual(new Map(part.reach))
    look()
    reach = part.reach
  }
  const rest = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(new Map(reach)))
  sizes.push(rest.byteLength)
  Y.applyUpdate(copy, rest)
  look()
  return sizes
}

/** Nothing waits for anything, and no record lacks its birth or its text. */
function expectSound(copy: Y.Doc): void {
  expect([copy.store.pendingStructs, copy.store.pendingDs]).toEqual([null, null])
  for (const [id, facets] of recordsOf(copy)) {
    expect(readFacets(facets)?.id).toBe(id)
    expect(facets.get('text')).toBeInstanceOf(Y.Text)
    expect(String(facets.get('text')).length).toBeGreaterThan(0)
  }
}

describe('nextBacklogPart', () => {
  it('leaves alone what fits into one frame', () => {
    const doc = new Y.Doc()
    writeRecord(recordsOf(doc), card('shape:a', 'hello'))
    expect(nextBacklogPart(doc, new Map(), 10_000)).toBeNull()
    expect(nextBacklogPart(doc, Y.decodeStateVector(Y.encodeStateVector(doc)), 1)).toBeNull()
  })

  it('cuts a large backlog into parts of about the size, each of which is a board', () => {
    const doc = new Y.Doc()
    for (let i = 0; i < 300; i++) writeRecord(recordsOf(doc), card(`shape:${i}`, `Card ${i} `.repeat(20)))
    const copy = new Y.Doc()
    const sizes = sendInParts(doc, copy, 10_000, () => expectSound(copy))
    expect(sizes.length).toBeGreaterThan(8)
    expect(Math.max(...sizes)).toBeLessThan(11_000)
    expect(recordsOf(copy).toJSON()).toEqual(recordsOf(doc).toJSON())
  })

  it('begins in the middle of what was typed, and brings deletions of what was there before', () => {
    const doc = new Y.Doc()
    writeRecord(recordsOf(doc), card('shape:a', 'one'))
    writeRecord(recordsOf(doc), card('shape:gone', 'gone'))
    const copy = new Y.Doc()
    sync(doc, copy)
    const facets = recordsOf(doc).get('shape:a') as Y.Map<unknown>
    for (const letter of ' two three') (facets.get('text') as Y.Text).insert((facets.get('text') as Y.Text).length, letter)
    deleteRecord(recordsOf(doc).get('shape:gone') as Y.Map<unknown>)
    ;(facets.get('text') as Y.Text).delete(0, 4)
    for (let i = 0; i < 5; i++) writeRecord(recordsOf(doc), card(`shape:${i}`, 'x'.repeat(50)))
    sendInParts(doc, copy, 40, () => expectSound(copy))
    expect(recordsOf(copy).toJSON()).toEqual(recordsOf(doc).toJSON())
    expect(String((recordsOf(copy).get('shape:a') as Y.Map<unknown>).get('text'))).toBe('two three')
  })

  it('what is gone for good needs no record: it goes along as the gaps that it left', () => {
    const doc = new Y.Doc()
    const records = recordsOf(doc)
    for (let i = 0; i < 40; i++) writeRecord(records, card(`shape:${i}`, `Card ${i} `.repeat(10)))
    // As the server purges: what was below a record is let go of, its words included.
    doc.transact(() => {
      for (let i = 0; i < 40; i += 2) records.delete(`shape:${i}`)
    })
    const structs = [...doc.store.clients.values()].flat()
    expect(structs.some((struct) => struct instanceof Y.GC)).toBe(true)
    const copy = new Y.Doc()
    const sizes = sendInParts(doc, copy, 500, () => expectSound(copy))
    expect(sizes.length).toBeGreaterThan(4)
    expect(recordsOf(copy).toJSON()).toEqual(records.toJSON())
    expect(Y.equalDeleteSets(deletions(copy), deletions(doc))).toBe(true)
  })

  it('asks first for what others wrote and this device built on', () => {
    const [first, second] = [1, 2].map((clientID) => Object.assign(new Y.Doc(), { clientID })) as [Y.Doc, Y.Doc]
    writeRecord(recordsOf(second), card('shape:a', 'theirs'))
    sync(second, first)
    for (let i = 0; i < 20; i++) writeFacets(recordsOf(first).get('shape:a') as Y.Map<unknown>, [{ key: 'text', value: `theirs ${i}` }])
    const copy = new Y.Doc()
    sendInParts(first, copy, 1, () => expectSound(copy))
    expect(recordsOf(copy).toJSON()).toEqual(recordsOf(first).toJSON())
  })

  it('whatever several visits wrote on top of each other, every part is a board and the outcome is the same', () => {
    const step = fc.record({
      who: fc.nat(2),
      kind: fc.constantFrom('add', 'type', 'type', 'move', 'delete', 'revive', 'erase', 'sync'),
      which: fc.nat(30),
      to: fc.nat(2),
    })
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 80 }), fc.integer({ min: 1, max: 600 }), fc.nat(20), (steps, bytes, known) => {
        const visits = [1, 2, 3].map((clientID) => Object.assign(new Y.Doc(), { clientID }))
        const copy = new Y.Doc()
        steps.forEach(({ who, kind, which, to }, at) => {
          const doc = visits[who] as Y.Doc
          const records = recordsOf(doc)
          const facets = [...records.values()][which % Math.max(1, records.size)]
          if (kind === 'sync') sync(doc, visits[to] as Y.Doc)
          else if (kind === 'add' || !facets) writeRecord(records, card(`shape:${at}`, `card ${at}`))
          else if (kind === 'type') writeFacets(facets, [{ key: 'text', value: `${String(facets.get('text'))}${at}` }])
          else if (kind === 'move') writeFacets(facets, [{ key: 'place', value: { x: at, y: 0, parentId: 'page:p', index: 'a1' } }])
          else if (kind === 'delete') deleteRecord(facets)
          else if (kind === 'revive') facets.set('del', false)
          else (facets.get('text') as Y.Text).delete(0, 1)
          if (at === known) sync(doc, copy)
        })
        const [doc, ...others] = visits as [Y.Doc, ...Y.Doc[]]
        for (const other of others) sync(other, doc)
        sendInParts(doc, copy, bytes, () => {
          expect([copy.store.pendingStructs, copy.store.pendingDs]).toEqual([null, null])
          for (const [id, facets] of recordsOf(copy)) expect(readFacets(facets)?.id).toBe(id)
        })
        expect(recordsOf(copy).toJSON()).toEqual(recordsOf(doc).toJSON())
        expect(Y.equalDeleteSets(deletions(copy), deletions(doc))).toBe(true)
      }),
      { seed: 20261124, numRuns: 150 },
    )
  })
})

const deletions = (doc: Y.Doc) => Y.createDeleteSetFromStructStore(doc.store)
