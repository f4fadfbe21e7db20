import fc from 'fast-check'
import * as Y from 'yjs'
import { describe, expect, it, vi } from 'vitest'
import { recordsOf } from './board-document.ts'
import type { BoardRecord, Json } from './board-record.ts'
import { deleteRecord, diffFacets, readRecord, reviveRecord, writeFacets, writeRecord } from './facets.ts'
import { overlayFacets, shareStructure } from './overlay-facets.ts'

// Some hundred random texts each: a second on an idle core, and many on a busy one.
vi.setConfig({ testTimeout: 60_000 })

const SEED = { seed: 20260302, numRuns: 200 }

const json = fc.oneof(
  fc.integer(),
  fc.boolean(),
  fc.string(),
  fc.constant(null),
  fc.array(fc.integer(), { maxLength: 3 }),
) as fc.Arbitrary<Json>
const bag = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'color'), json)
const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('困', '境', '😀', '👩‍🌾', 'a', ' ') }))

/** Any two states of one card. */
const card: fc.Arbitrary<BoardRecord> = fc
  .record({
    x: fc.integer(),
    y: fc.integer(),
    parentId: fc.constantFrom('page:page', 'shape:f'),
    opacity: fc.double({ noNaN: true }),
    props: bag,
    meta: bag,
    text,
  })
  .map(({ props, text: words, ...rest }) => ({
    ...rest,
    id: 'shape:c',
    typeName: 'shape',
    type: 'card',
    rotation: 0,
    index: 'a1',
    props: { ...props, text: words },
  }))

function documentWith(record: BoardRecord) {
  const doc = new Y.Doc()
  const records = recordsOf(doc)
  writeRecord(records, record)
  return { doc, facets: () => records.get(record.id) as Y.Map<unknown>, records }
}

describe('facets', () => {
  it('reads back what was born', () => {
    fc.assert(
      fc.property(card, (record) => {
        expect(readRecord(documentWith(record).facets())).toEqual(record)
      }),
      SEED,
    )
  })

  it('a change written as facets reads as the changed record', () => {
    fc.assert(
      fc.property(card, card, (from, to) => {
        const { facets } = documentWith(from)
        writeFacets(facets(), diffFacets(from, to))
        expect(readRecord(facets())).toEqual(to)
      }),
      SEED,
    )
  })

  it('laying the difference over the old record gives the new one', () => {
    fc.assert(
      fc.property(card, card, (from, to) => {
        expect(overlayFacets(from, diffFacets(from, to))).toEqual(to)
      }),
      SEED,
    )
  })

  it('equal records differ in no facet, and sharing structure gives the old object back', () => {
    fc.assert(
      fc.property(card, (record) => {
        const copy = { ...record, props: { ...record.props }, meta: { ...record.meta } }
        expect(diffFacets(record, copy)).toEqual([])
        expect(shareStructure(record, copy)).toBe(record)
      }),
      SEED,
    )
  })

  it('two people who change different facets of one card both keep their change', () => {
    const record: BoardRecord = {
      id: 'shape:c',
      typeName: 'shape',
      type: 'card',
      x: 0,
      y: 0,
      rotation: 0,
      parentId: 'page:page',
      index: 'a1',
      props: { kind: 'note', text: 'water' },
      meta: {},
    }
    const a = documentWith(record)
    const b = new Y.Doc()
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a.doc))
    const bFacets = recordsOf(b).get('shape:c') as Y.Map<unknown>
    writeFacets(a.facets(), diffFacets(record, { ...record, x: 50 }))
    writeFacets(a.facets(), [{ key: 'text', value: 'clean water' }])
    writeFacets(bFacets, diffFacets(record, { ...record, props: { kind: 'dilemma', text: 'water tank' } }))
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a.doc))
    Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b))
    for (const facets of [a.facets(), bFacets]) {
      expect(readRecord(facets)).toMatchObject({ x: 50, props: { kind: 'dilemma', text: 'clean water tank' } })
    }
  })

  it('a deleted record reads as gone, keeps concurrent edits, and comes back with them', () => {
    const record: BoardRecord = {
      id: 'shape:c',
      typeName: 'shape',
      type: 'card',
      x: 0,
      y: 0,
      rotation: 0,
      parentId: 'page:page',
      index: 'a1',
      props: { text: 'a' },
      meta: {},
    }
    const { facets } = documentWith(record)
    deleteRecord(facets())
    writeFacets(facets(), [{ key: 'props.kind', value: 'remedy' }])
    expect(readRecord(facets())).toBeNull()
    reviveRecord(facets(), { ...record, props: { text: 'a', kind: 'remedy' } })
    expect(readRecord(facets())).toMatchObject({ props: { text: 'a', kind: 'remedy' } })
  })

  it('a property removed is gone for readers', () => {
    const record: BoardRecord = {
      id: 'shape:c',
      typeName: 'shape',
      type: 'geo',
      x: 0,
      y: 0,
      rotation: 0,
      parentId: 'page:page',
      index: 'a1',
      props: {},
      meta: { lock: true },
    }
    const { facets } = documentWith(record)
    writeFacets(facets(), diffFacets(record, { ...record, meta: {} }))
    expect(readRecord(facets())?.meta).toEqual({})
  })

  it('ignores facets without a birth, as a hostile client could write them', () => {
    const doc = new Y.Doc()
    const facets = new Y.Map<unknown>()
    recordsOf(doc).set('shape:x', facets)
    facets.set('place', { x: 1 })
    expect(readRecord(facets)).toBeNull()
  })
})
