import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { remarksOf } from './board-document.ts'
import { RemarkReader } from './remark-reader.ts'
import {
  cleanComment,
  deleteRemark,
  isRemarkBirth,
  meTooId,
  REMARK_LIMITS,
  resolveComment,
  setMeToo,
  STAMP,
  writeComment,
} from './remarks.ts'

const stamp = (doc: Y.Doc, id: string, author: string, at: number) =>
  remarksOf(doc)
    .get(id)
    ?.set(STAMP, { author, name: `Name ${author}`, at })

describe('a comment', () => {
  it('is what was written, without outer spaces and half characters', () => {
    expect(cleanComment('  三天没有热水了 \n')).toBe('三天没有热水了')
    expect(cleanComment(' \n ')).toBe('')
    const long = `${'x'.repeat(REMARK_LIMITS.textLength - 1)}😀`
    expect(cleanComment(long)).toBe('x'.repeat(REMARK_LIMITS.textLength - 1))
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (text) => {
        const words = cleanComment(text)
        const birth = { id: 'remark:1', card: 'shape:1', kind: 'comment', text: words }
        expect(words === '' || isRemarkBirth('remark:1', birth)).toBe(true)
        expect(cleanComment(words)).toBe(words)
      }),
      { seed: 20_260_305 },
    )
  })

  it('is read with its stamp, resolved, and deleted with its words', () => {
    const doc = new Y.Doc()
    const reader = new RemarkReader(doc, () => undefined)
    writeComment(doc, 'remark:1', 'shape:1', ' no hot water ')
    writeComment(doc, 'remark:2', 'shape:1', '   ')
    const words = { id: 'remark:1', card: 'shape:1', kind: 'comment', text: 'no hot water' }
    expect(reader.byCard.get('shape:1')).toEqual([{ ...words, stamp: null, resolved: false }])
    stamp(doc, 'remark:1', 'p1', 5)
    resolveComment(doc, 'remark:1', true)
    expect(reader.byCard.get('shape:1')).toEqual([{ ...words, stamp: { author: 'p1', name: 'Name p1', at: 5 }, resolved: true }])
    deleteRemark(doc, 'remark:1')
    expect(reader.byCard.size).toBe(0)
    expect(String.fromCharCode(...Y.encodeStateAsUpdate(doc))).not.toContain('no hot water')
  })
})

it('somebody says “me too” once, however often they say it', () => {
  const doc = new Y.Doc()
  const said = () => [...remarksOf(doc).keys()]
  setMeToo(doc, 'shape:1', 'p1', true)
  setMeToo(doc, 'shape:1', 'p1', true)
  setMeToo(doc, 'shape:1', 'p2', true)
  expect(said()).toEqual([meTooId('shape:1', 'p1'), meTooId('shape:1', 'p2')])
  setMeToo(doc, 'shape:1', 'p1', false)
  setMeToo(doc, 'shape:1', 'p1', false)
  expect(said()).toEqual([meTooId('shape:1', 'p2')])
})

it('the reader tells the cards that a change concerns, in the order of the server, and leaves out what it cannot read', () => {
  const doc = new Y.Doc()
  const told: string[][] = []
  const reader = new RemarkReader(doc, (cards) => told.push([...cards].sort()))
  writeComment(doc, 'remark:b', 'shape:1', 'second')
  writeComment(doc, 'remark:a', 'shape:1', 'first')
  writeComment(doc, 'remark:c', 'shape:2', 'elsewhere')
  stamp(doc, 'remark:a', 'p1', 1)
  doc.transact(() => {
    stamp(doc, 'remark:b', 'p2', 2)
    stamp(doc, 'remark:c', 'p2', 2)
  })
  remarksOf(doc).set('remark:d', new Y.Map([['birth', { id: 'remark:other', card: 'shape:1', kind: 'comment', text: 'x' }]]))
  expect(told).toEqual([['shape:1'], ['shape:1'], ['shape:2'], ['shape:1'], ['shape:1', 'shape:2']])
  expect(reader.byCard.get('shape:1')?.map(({ text }) => text)).toEqual(['first', 'second'])
  reader.close()
  deleteRemark(doc, 'remark:a')
  expect(told).toHaveLength(5)
})

it('a reader that followed agrees with one that begins anew, whatever happened', () => {
  const step = fc.record({ deed: fc.nat(4), card: fc.nat(2), who: fc.nat(2), which: fc.nat(9) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const doc = new Y.Doc()
      const reader = new RemarkReader(doc, () => undefined)
      for (const [n, { deed, card, who, which }] of steps.entries()) {
        const known = [...remarksOf(doc).keys()]
        const id = known[which % Math.max(1, known.length)] ?? ''
        if (deed === 0) writeComment(doc, `remark:${n}`, `shape:${card}`, `words ${n}`)
        else if (deed === 1) setMeToo(doc, `shape:${card}`, `p${who}`, which % 2 === 0)
        else if (deed === 2) deleteRemark(doc, id)
        else if (deed === 3) resolveComment(doc, id, which % 2 === 0)
        else stamp(doc, id, `p${who}`, which)
      }
      expect(reader.byCard).toEqual(new RemarkReader(doc, () => undefined).byCard)
    }),
    { seed: 20_260_306 },
  )
})
