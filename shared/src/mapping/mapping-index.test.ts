import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { recordsOf } from '../board/board-document.ts'
import type { BoardRecord } from '../board/board-record.ts'
import type { CardMeta } from '../board/card.ts'
import { DocumentReader } from '../board/document-reader.ts'
import { deleteRecord, writeRecord } from '../board/facets.ts'
import { buildTemplate } from '../templates/build-template.ts'
import { answerMarks } from './answer-marks.ts'
import { anyChanges, testCard, testFrame, testLink } from './board-changes-fixture.ts'
import { coverageOf } from './coverage.ts'
import { mappingGraph } from './mapping-graph.ts'
import { MappingIndex } from './mapping-index.ts'

const SEED = 20_200_214

/** Everything that an index gives out, with the order of its maps. */
function read({ graph, coverage, marks }: Pick<MappingIndex, 'graph' | 'coverage' | 'marks'>) {
  const { cards, links, areas, targets, absorbed } = graph
  // These two are told in no order; whoever shows them looks ids up.
  const sorted = <Value>(map: ReadonlyMap<string, Value>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
  return { cards: [...cards], links, areas: [...areas], targets: [...targets], absorbed: sorted(absorbed), coverage, marks: sorted(marks) }
}

/** The same from the whole board, by the plain definitions. */
function readAnew(records: ReadonlyMap<string, BoardRecord>) {
  const graph = mappingGraph(records.values())
  const coverage = coverageOf(graph)
  return read({ graph, coverage, marks: answerMarks(graph, coverage) })
}

function applyTo(records: Map<string, BoardRecord>, changes: ReadonlyMap<string, BoardRecord | null>): void {
  for (const [id, record] of changes) {
    if (record) records.set(id, record)
    else records.delete(id)
  }
}

describe('MappingIndex', () => {
  it('reads after any sequence of changes as if it were built anew', () => {
    fc.assert(
      fc.property(fc.array(anyChanges, { maxLength: 25 }), (sequence) => {
        const records = new Map<string, BoardRecord>()
        const index = new MappingIndex([])
        for (const changes of sequence) {
          applyTo(records, changes)
          index.apply(changes)
          expect(read(index)).toEqual(readAnew(records))
        }
      }),
      { seed: SEED, numRuns: 80 },
    )
  })

  it('tells exactly what reads differently, and keeps every other object', () => {
    fc.assert(
      fc.property(fc.array(anyChanges, { minLength: 2, maxLength: 10 }), (sequence) => {
        const index = new MappingIndex([])
        for (const changes of sequence) {
          const before = { ...read(index), units: unitsOf(index), graph: index.graph }
          const told = index.apply(changes)
          expect(told.cards).toEqual(different(new Map(before.cards), index.graph.cards))
          expect(told.links).toEqual(different(byId(before.links), byId(index.graph.links)))
          expect(told.rows).toEqual(different(before.units, unitsOf(index)))
          if (JSON.stringify(read(index)) === JSON.stringify({ ...before, units: undefined, graph: undefined })) {
            expect(index.graph).toBe(before.graph)
            expect(index.coverage).toBe(before.coverage)
          }
        }
      }),
      { seed: SEED, numRuns: 60 },
    )
  })

  it('lets the links of a merged card follow it to another target', () => {
    const merged = (into: string) => testCard('c', 'dilemma', { mergedInto: `shape:${into}` })
    const records = [testCard('a', 'dilemma'), testCard('b', 'dilemma'), merged('a'), testCard('r', 'remedy'), ...testLink('l', 'c', 'r')]
    const index = new MappingIndex(records)
    index.apply(new Map([['shape:c', merged('b')]]))
    expect(index.graph.links).toMatchObject([{ from: 'shape:b', to: 'shape:r' }])
  })

  it('lets a link that found another card count for nothing at the former one', () => {
    const cards = [
      testCard('a', 'dilemma'),
      testCard('b', 'dilemma'),
      testCard('c', 'dilemma', { mergedInto: 'shape:a' }),
      testCard('r', 'remedy'),
    ]
    const index = new MappingIndex([...cards, ...testLink('l1', 'a', 'r'), ...testLink('l2', 'c', 'r')])
    expect(index.graph.links.map(({ id }) => id)).toEqual(['shape:l1'])
    index.apply(new Map(testLink('l1', 'b', 'r').map((record) => [record.id, record])))
    expect(index.graph.links).toMatchObject([
      { id: 'shape:l1', from: 'shape:b', alike: [] },
      { id: 'shape:l2', from: 'shape:a', alike: [] },
    ])
  })

  it('follows a document with all that is repaired on read', () => {
    fc.assert(
      fc.property(fc.array(anyChanges, { maxLength: 15 }), (sequence) => {
        const doc = new Y.Doc()
        const records = recordsOf(doc)
        writeRecord(records, { id: 'page:page', typeName: 'page', name: '', index: 'a1', meta: {} })
        const index = new MappingIndex([])
        const reader = new DocumentReader(doc, (changes) => index.apply(changes))
        index.apply(new Map(reader.index.visible))
        for (const changes of sequence) {
          doc.transact(() => {
            for (const [id, record] of changes) {
              const facets = records.get(id)
              if (record) writeRecord(records, record)
              else if (facets) deleteRecord(facets)
            }
          })
          expect(read(index)).toEqual(readAnew(reader.index.visible))
        }
        reader.close()
      }),
      { seed: SEED, numRuns: 60 },
    )
  })

  it('does not depend on the order in which records come', () => {
    const { records } = buildTemplate('dilemma-remedy', 'en')
    const expected = read(new MappingIndex(records))
    expect(expected).toEqual(readAnew(new Map(records.map((record) => [record.id, record]))))
    fc.assert(
      fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (shuffled) => {
        expect(read(new MappingIndex(shuffled))).toEqual(expected)
        const oneByOne = new MappingIndex([])
        for (const record of shuffled) oneByOne.apply(new Map([[record.id, record]]))
        expect(read(oneByOne)).toEqual(expected)
      }),
      { seed: SEED, numRuns: 10 },
    )
  })
})

const byId = <Thing extends { id: string }>(things: readonly Thing[]) => new Map(things.map((thing) => [thing.id, thing]))
const unitsOf = ({ coverage }: MappingIndex) => new Map([...coverage.units, ...coverage.remedies].map((unit) => [unit.cardId, unit]))

function different<Value>(before: ReadonlyMap<string, Value>, after: ReadonlyMap<string, Value>): Set<string> {
  return new Set([...before.keys(), ...after.keys()].filter((id) => before.get(id) !== after.get(id)))
}

describe('with 300 cards and 300 links one change', () => {
  // 30 branches of one dilemma with four parts, 150 remedies; each part is linked to two of them, each head to two.
  const part = (head: number, n: number) => `d${head}-${n}`
  const heads = Array.from({ length: 30 }, (_, i) => i)
  const parts = heads.flatMap((head) => [1, 2, 3, 4].map((n) => ({ head, n })))
  const paper = (id: string): CardMeta => ({ origin: { paper: id, section: '3.2' } })
  const cards = [
    testFrame('local', 'page:page', 'Local', { area: 'local' }),
    ...heads.map((head) => testCard(`d${head}`, 'dilemma', paper(`d${head}`))),
    ...parts.map(({ head, n }) => testCard(part(head, n), 'dilemma', { ...paper(part(head, n)), parent: `shape:d${head}` })),
    ...Array.from({ length: 150 }, (_, i) => testCard(`r${i}`, 'remedy')),
  ]
  // Every other branch inherits from its head.
  const links = [
    ...heads.flatMap((head) => [0, 1].map((n) => testLink(`h${head}-${n}`, `d${head}`, `r${head * 2 + n}`))),
    ...parts.flatMap(({ head, n }) =>
      head % 2 === 0 ? [] : [0, 1, 2, 3].map((m) => testLink(`p${head}-${n}-${m}`, part(head, n), `r${(head * 5 + n * 7 + m) % 150}`)),
    ),
  ]
  const records = [...cards, ...links.flat()]
  const change = (...changed: readonly (BoardRecord | string)[]) => {
    const index = new MappingIndex(records)
    const told = index.apply(new Map(changed.map((one) => (typeof one === 'string' ? [one, null] : [one.id, one]))))
    const now = new Map(records.map((record) => [record.id, record]))
    applyTo(now, new Map(changed.map((one) => (typeof one === 'string' ? [one, null] : [one.id, one]))))
    expect(read(index)).toEqual(readAnew(now))
    return told
  }

  it('is one change of 300', () => {
    expect(cards.length - 1).toBe(300)
    expect(links.length).toBe(300)
  })

  it('to the place or the note of a card works out nothing', () => {
    expect(change({ ...testCard('d1-1', 'dilemma', { ...paper('d1-1'), parent: 'shape:d1' }), x: 40, y: 50 })).toMatchObject({
      cards: new Set(),
      recomputed: 0,
    })
    const told = change(testCard('r1', 'remedy', {}, 'shape:local', 'Other words'))
    expect(told).toMatchObject({ cards: new Set(['shape:r1']), links: new Set(), recomputed: 0 })
  })

  it('to a link works out the two rows at its ends', () => {
    const told = change('shape:p1-1-0')
    expect(told).toMatchObject({ cards: new Set(), links: new Set(['shape:p1-1-0']), recomputed: 2 })
  })

  it('to a link of a dilemma with parts works out those that inherit from it, and no others', () => {
    expect(change('shape:h2-0').recomputed).toBe(4 + 1)
    expect(change('shape:h1-0').recomputed).toBe(1)
  })

  it('that adds a dilemma or a remedy works out its row', () => {
    expect(change(testCard('new', 'dilemma'))).toMatchObject({ rows: new Set(['shape:new']), recomputed: 1 })
    expect(change(testCard('new', 'remedy')).recomputed).toBe(1)
  })

  it('that deletes a remedy works out the rows of what it answered', () => {
    const answered = links.flat().filter(({ toId }) => toId === 'shape:r7')
    const told = change('shape:r7')
    expect(answered.length).toBeGreaterThan(0)
    expect(told.links.size).toBe(answered.length)
    expect(told.recomputed).toBeLessThanOrEqual(answered.length * 5)
  })

  it('that merges a card works out it, its target and what their links answer', () => {
    const merged = testCard('d1-1', 'dilemma', { ...paper('d1-1'), parent: 'shape:d1', mergedInto: 'shape:d3-1' })
    const told = change(merged)
    expect(told.cards).toEqual(new Set(['shape:d1-1']))
    // Four remedies of its own, the target; the head of its branch is looked at and still no unit.
    expect(told.recomputed).toBeLessThanOrEqual(6)
  })

  it('to an area reads the cards inside it again, and works out no row', () => {
    expect(change(testFrame('local', 'page:page', 'Local', { area: 'parking' }))).toMatchObject({ recomputed: 0, cards: new Set() })
  })
})
