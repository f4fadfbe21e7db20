import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { recordsOf, remarksOf } from './board-document.ts'
import { deleteRecord, writeFacets, writeRecord } from './facets.ts'
import { writeComment } from './remarks.ts'
import { purgeExpired, seenTombstones } from './tombstones.ts'

const DAY = 24 * 60 * 60 * 1_000

function board(...ids: string[]): Y.Doc {
  const doc = new Y.Doc()
  for (const id of ids) {
    writeRecord(recordsOf(doc), { id, typeName: 'shape', type: 'card', parentId: 'page:p', index: 'a1', props: { text: id }, meta: {} })
  }
  return doc
}

function facets(doc: Y.Doc, id: string): Y.Map<unknown> {
  const found = recordsOf(doc).get(id)
  if (!found) throw new Error(`no ${id}`)
  return found
}

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

describe('[R36] tombstones', () => {
  it('are counted from when the deletion was first noticed', () => {
    const doc = board('shape:a', 'shape:b')
    deleteRecord(facets(doc, 'shape:a'))
    const first = seenTombstones(doc, {}, 1_000)
    deleteRecord(facets(doc, 'shape:b'))
    const second = seenTombstones(doc, first, 2_000)
    expect(Object.entries(second).map(([id, { since }]) => [id, since])).toEqual([
      ['shape:a', 1_000],
      ['shape:b', 2_000],
    ])
  })

  it('a record that was brought back and deleted again is deleted anew, even when nobody looked in between', () => {
    const doc = board('shape:a')
    deleteRecord(facets(doc, 'shape:a'))
    const first = seenTombstones(doc, {}, 0)
    facets(doc, 'shape:a').set('del', false)
    expect(seenTombstones(doc, first, 1)).toEqual({})
    deleteRecord(facets(doc, 'shape:a'))
    expect(purgeExpired(doc, first, 40 * DAY)).toEqual([])
    expect(seenTombstones(doc, first, 40 * DAY)['shape:a']?.since).toBe(40 * DAY)
  })

  it('survive being stored, whatever a record is called', () => {
    const doc = board('__proto__')
    deleteRecord(facets(doc, '__proto__'))
    const stored = JSON.parse(JSON.stringify(seenTombstones(doc, {}, 1))) as ReturnType<typeof seenTombstones>
    expect(Object.keys(seenTombstones(copyOf(doc), stored, 2))).toEqual(['__proto__'])
    expect(purgeExpired(doc, stored, 31 * DAY)).toEqual(['__proto__'])
  })

  it('are purged after 30 days and not before; what is parked or live is not', () => {
    const doc = board('shape:old', 'shape:new', 'shape:parked', 'shape:live')
    deleteRecord(facets(doc, 'shape:old'))
    deleteRecord(facets(doc, 'shape:parked'))
    const seen = seenTombstones(doc, {}, 0)
    facets(doc, 'shape:parked').set('meta.parked', true)
    deleteRecord(facets(doc, 'shape:new'))
    const later = seenTombstones(doc, seen, DAY)
    expect(Object.keys(later)).toEqual(['shape:old', 'shape:new'])
    expect(purgeExpired(doc, { ...seen, ...later }, 30 * DAY - 1)).toEqual([])
    expect(purgeExpired(doc, { ...seen, ...later }, 30 * DAY)).toEqual(['shape:old'])
    expect([...recordsOf(doc).keys()]).toEqual(['shape:new', 'shape:parked', 'shape:live'])
  })

  it('who comes back with an old copy loses the record there too, and what they wrote into it has no effect', () => {
    const doc = board('shape:a', 'shape:b')
    deleteRecord(facets(doc, 'shape:a'))
    const absent = copyOf(doc)
    purgeExpired(doc, seenTombstones(doc, {}, 0), 30 * DAY)
    // Months later, offline all the time: brings it back, moves it, types into it.
    facets(absent, 'shape:a').set('del', false)
    writeFacets(facets(absent, 'shape:a'), [
      { key: 'place', value: { x: 1, y: 2, rotation: 0, parentId: 'page:p', index: 'a1' } },
      { key: 'text', value: 'words' },
    ])
    writeFacets(facets(absent, 'shape:b'), [{ key: 'text', value: 'more words' }])
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(absent, Y.encodeStateVector(doc)))
    Y.applyUpdate(absent, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(absent)))
    for (const each of [doc, absent, copyOf(doc)]) {
      expect([...recordsOf(each).keys()]).toEqual(['shape:b'])
      expect(String(facets(each, 'shape:b').get('text'))).toBe('more words')
      expect(each.store.pendingStructs).toBeNull()
    }
  })

  it('a purge gives the memory back', () => {
    const doc = board(...Array.from({ length: 200 }, (_, i) => `shape:${i}`))
    const before = Y.encodeStateAsUpdate(doc).byteLength
    for (const id of [...recordsOf(doc).keys()]) deleteRecord(facets(doc, id))
    const seen = seenTombstones(doc, {}, 0)
    doc.transact(() => purgeExpired(doc, seen, 30 * DAY))
    expect(Y.encodeStateAsUpdate(doc).byteLength).toBeLessThan(before / 4)
  })

  it('takes the remarks of a purged card with it, and no others', () => {
    const doc = board('shape:a', 'shape:b')
    writeComment(doc, 'remark:1', 'shape:a', 'on what is gone')
    writeComment(doc, 'remark:2', 'shape:b', 'on what stays')
    deleteRecord(facets(doc, 'shape:a'))
    purgeExpired(doc, seenTombstones(doc, {}, 0), 31 * DAY)
    expect([...remarksOf(doc).keys()]).toEqual(['remark:2'])
  })
})
