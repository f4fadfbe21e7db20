import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { recordsOf, type FacetMap } from './board-document.ts'
import type { BoardRecord, Json } from './board-record.ts'
import { diffText, rebaseSplice } from './diff-text.ts'
import { readBoard } from './document-reader.ts'
import { diffFacets, readFacets, readRecord, reviveRecord, writeFacets } from './facets.ts'
import { canonicalRichText, isSameRichText, plainRichText } from './rich-text.ts'

const birth: BoardRecord = { id: 'shape:a', typeName: 'shape', type: 'card', x: 0, props: { kind: 'note', text: 'born' } }

function facetsWith(entries: Record<string, unknown>): FacetMap {
  const facets: FacetMap = new Y.Map()
  recordsOf(new Y.Doc()).set('shape:a', facets)
  for (const [key, value] of Object.entries(entries)) facets.set(key, value)
  return facets
}

// The server lets none of this in; boards from other servers and older versions may still have it.
describe('documents that nobody here wrote are read as far as they can be', () => {
  it.each<[string, Record<string, unknown>]>([
    ['no birth', {}],
    ['a birth that is no record', { birth: 'card' }],
    ['a birth without an id', { birth: { typeName: 'shape' } }],
    ['a birth that is nothing', { birth: null }],
    ['a tombstone', { birth, del: true }],
  ])('%s: no record', (_name, entries) => expect(readRecord(facetsWith(entries))).toBeNull())

  it('a text that is none, and names that a record keeps for ever', () => {
    const facets = facetsWith({ birth, text: 5, richText: 6, id: 'shape:b', type: 'geo', 'props.kind': undefined, opacity: 0.5 })
    expect(readFacets(facets)).toEqual({ ...birth, opacity: 0.5, props: { text: 'born' } })
  })

  it('a card without a text gets one with the first word, and a record without a birth is not revived', () => {
    const facets = facetsWith({ birth })
    writeFacets(facets, [{ key: 'text', value: 'new' }])
    expect(readFacets(facets)?.props?.['text']).toBe('new')
    const none = facetsWith({ del: true })
    reviveRecord(none, birth)
    expect([...none.keys()]).toEqual(['del'])
  })

  it('a text given as something else empties it', () => {
    const facets = facetsWith({ birth, text: new Y.Text('words') })
    writeFacets(facets, [{ key: 'text', value: 5 as Json }])
    expect(readFacets(facets)?.props?.['text']).toBe('')
  })

  it('a rich text as one value gives way to the shared one', () => {
    const facets = facetsWith({ birth: { ...birth, type: 'note' }, richText: new Y.XmlFragment(), 'props.richText': 'old' })
    expect(plainRichText(readFacets(facets)?.props?.['richText'])).toBe('')
  })

  it('a record under another name, and one that is no map', () => {
    const doc = new Y.Doc()
    const facets: FacetMap = new Y.Map()
    recordsOf(doc).set('shape:other', facets)
    facets.set('birth', birth)
    recordsOf(doc).set('shape:none', 5 as unknown as FacetMap) // nobody here writes it
    expect(readBoard(doc)).toEqual([])
  })

  it('rich texts with what is no node, no text, no mark', () => {
    const odd = { type: 'doc', content: [5, { type: 'paragraph', attrs: [], content: [{ type: 'text', marks: 'bold' }] }] } as Json
    expect(isSameRichText(odd, canonicalRichText(odd))).toBe(true)
    expect(plainRichText(odd)).toBe('')
    expect(canonicalRichText(5)).toEqual(canonicalRichText(undefined))
  })
})

describe('differences', () => {
  it('between a record and itself there is none, and fields may come and go', () => {
    expect(diffFacets(birth, birth)).toEqual([])
    expect(diffFacets({ id: 'page:a', typeName: 'page' }, { id: 'page:a', typeName: 'page', name: 'x', meta: { a: 1 } })).toEqual([
      { key: 'name', value: 'x' },
      { key: 'meta.a', value: 1 },
    ])
    expect(diffFacets({ ...birth, meta: { a: 1 } }, { id: 'shape:a', typeName: 'shape', type: 'card', x: 0 })).toEqual([
      { key: 'props.kind', value: undefined },
      { key: 'text', value: '', from: 'born' },
      { key: 'meta.a', value: undefined },
    ])
  })

  it('end where a pair of surrogates does', () => {
    // the second halves are equal: 🙂 and 𝘂 end in the same unit
    expect(diffText('a\u{1f642}', 'a\u{1f242}')).toEqual({ index: 1, remove: 2, insert: '\u{1f242}' })
    expect(diffText('\u{1f642}', '\u{1d642}')).toEqual({ index: 0, remove: 2, insert: '\u{1d642}' })
  })

  it('meet where one lies in the other', () => {
    expect(rebaseSplice({ index: 0, remove: 6, insert: 'x' }, { index: 2, remove: 1, insert: 'yy' })).toEqual([
      { index: 4, remove: 3, insert: '' },
      { index: 0, remove: 2, insert: 'x' },
    ])
  })
})
