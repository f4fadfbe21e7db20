import { recordsOf, remarksOf, type FacetMap } from '@remedyboard/shared/board/board-document'
import { writeRecord } from '@remedyboard/shared/board/facets'
import { RECORD_LIMITS } from '@remedyboard/shared/board/record-limits'
import { phaseRights } from '@remedyboard/shared/workshop/phase-rights'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { note } from '../room-fixture.ts'
import { checkUpdate } from '../update-check.ts'
import { applyGuarded, type Editor } from './guard.ts'
import { heldKeys, newKeys } from './held-keys.ts'

const EDITOR: Editor = { id: 'p1', name: 'Ann', rights: phaseRights('participant', null, false) }

function fill(records: Y.Map<FacetMap>, from: number, to: number): void {
  records.doc?.transact(() => {
    for (let i = from; i < to; i++) records.set(`shape:${i}`, new Y.Map())
  })
}

/** What somebody who knows the board sends when they make these cards. Returns what was refused. */
function make(doc: Y.Doc, ids: readonly string[]) {
  const theirs = new Y.Doc()
  theirs.transact(() => {
    for (const id of ids) writeRecord(recordsOf(theirs), note(id))
  })
  const origin = { author: null, restored: false, failed: false }
  return applyGuarded(doc, checkUpdate(Y.encodeStateAsUpdate(theirs)), EDITOR, origin, 0)
}

describe('[R24] the number of records', () => {
  it('a board that has purged as many as it may hold takes new ones', () => {
    const doc = new Y.Doc()
    const records = recordsOf(doc)
    fill(records, 0, RECORD_LIMITS.records)
    doc.transact(() => {
      for (const id of [...records.keys()]) records.delete(id)
    })
    expect(make(doc, ['shape:new'])).toEqual([])
    expect(records.has('shape:new')).toBe(true)
  })

  it('is exact: of an update that goes beyond it only so many are refused as are too many', () => {
    const doc = new Y.Doc()
    const records = recordsOf(doc)
    fill(records, 0, RECORD_LIMITS.records - 2)
    expect(make(doc, ['shape:a', 'shape:b', 'shape:c']).map(({ code }) => code)).toEqual(['too-large'])
    expect(records.size).toBe(RECORD_LIMITS.records)
    expect(make(doc, ['shape:d']).map(({ code }) => code)).toEqual(['too-large'])
    doc.transact(() => records.delete('shape:0'))
    expect(make(doc, ['shape:e'])).toEqual([])
    expect(records.size).toBe(RECORD_LIMITS.records)
  })

  it('counts what holds something, whatever is set, replaced, removed and merged', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd')
    const step = fc.record({ who: fc.boolean(), key, kind: fc.constantFrom('set', 'delete', 'set and delete', 'delete and set', 'merge') })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const doc = new Y.Doc({ guid: 'here' })
        const other = new Y.Doc({ guid: 'there' })
        doc.clientID = 1
        other.clientID = 2
        const map = remarksOf(doc)
        map.set('a', new Y.Map())
        expect(heldKeys(map)).toBe(1)
        for (const { who, key: changed, kind } of steps) {
          const [from, to] = who ? [doc, other] : [other, doc]
          const target = remarksOf(from)
          if (kind === 'merge') Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
          else
            from.transact(() => {
              if (kind === 'delete' || kind === 'delete and set') target.delete(changed)
              if (kind !== 'delete') target.set(changed, new Y.Map())
              if (kind === 'set and delete') target.delete(changed)
            })
          expect(heldKeys(map)).toBe(map.size)
        }
      }),
      { seed: 5, numRuns: 300 },
    )
  })

  it('tells new keys from replaced ones within a transaction', () => {
    const doc = new Y.Doc()
    const map = recordsOf(doc)
    fill(map, 0, 2)
    doc.transact((transaction) => {
      map.set('shape:1', new Y.Map())
      map.set('shape:2', new Y.Map())
      map.set('shape:3', new Y.Map())
      map.delete('shape:3')
      expect(newKeys(map, ['shape:0', 'shape:1', 'shape:2', 'shape:3'], transaction)).toBe(1)
    })
    // A list where keys belong, as a hostile client writes it: nothing of it is a key.
    const forged = new Y.Doc()
    forged.getArray<number>('records').push([1])
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(forged))
    expect(heldKeys(map)).toBe(3)
  })
})
