import { describe, expect, it } from 'vitest'
import type { BoardRecord } from '../board/board-record.ts'
import { readBoard } from '../board/document-reader.ts'
import { RecordIndex } from '../board/record-index.ts'
import { createBoardSchema } from '../board/tl-schema.ts'
import { seedBoard } from '../board/seed-board.ts'
import { coverage } from '../mapping/coverage.ts'
import { mappingGraph } from '../mapping/mapping-graph.ts'
import { LOCALES } from '../protocol/locale.ts'
import * as Y from 'yjs'
import { buildTemplate } from './build-template.ts'

const NOW = Date.UTC(2026, 10, 24, 9)

describe.each(LOCALES)('the example in %s', (locale) => {
  const { records, agenda, events } = buildTemplate('example', locale, { now: NOW })
  const added = records.filter(({ id }) => id.startsWith('shape:example-'))

  it('is a board like any other: valid records, unique ids, nothing to repair', () => {
    const { types } = createBoardSchema()
    for (const record of records) expect(() => types[record.typeName as 'shape'].validate(record), record.id).not.toThrow()
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length)
    const doc = new Y.Doc()
    seedBoard(doc, { title: '', locale, template: 'example', schemaVersion: 1 }, records)
    const index = new RecordIndex()
    index.apply(new Map(records.map((record) => [record.id, record])))
    for (const record of records) expect(index.visible.get(record.id)).toBe(record)
    expect(readBoard(doc)).toHaveLength(records.length)
  })

  it('keeps every cluster within its area and every card within its cluster, without overlap', () => {
    const sizeOf = ({ props }: BoardRecord) => ({ w: Number(props?.['w']), h: Number(props?.['h']) })
    for (const record of added.filter(({ type }) => type === 'card' || type === 'frame')) {
      const parent = records.find(({ id }) => id === record['parentId'])
      if (!parent) throw new Error('an orphan')
      expect(Number(record['y']) + sizeOf(record).h, record.id).toBeLessThanOrEqual(sizeOf(parent).h)
      expect(Number(record['x']) + sizeOf(record).w).toBeLessThanOrEqual(sizeOf(parent).w)
      const siblings = added.filter((other) => other.id > record.id && other['parentId'] === record['parentId'] && other.type !== 'arrow')
      for (const other of siblings) {
        const apart =
          Number(record['x']) + sizeOf(record).w <= Number(other['x']) ||
          Number(other['x']) + sizeOf(other).w <= Number(record['x']) ||
          Number(record['y']) + sizeOf(record).h <= Number(other['y']) ||
          Number(other['y']) + sizeOf(other).h <= Number(record['y'])
        expect(apart, `${record.id} over ${other.id}`).toBe(true)
      }
    }
  })

  it('has its problems answered but for one, a merged duplicate, and an action without a lead', () => {
    const local = coverage(records).units.filter(({ cardId }) => cardId.startsWith('shape:example-'))
    expect(local.filter(({ state }) => state === 'open').map(({ cardId }) => cardId)).toEqual(['shape:example-rumours'])
    expect(local).toHaveLength(7)
    const duties = mappingGraph(records).links.filter(({ type }) => type === 'duty')
    const leads = records.filter(({ id, meta }) => duties.some((link) => link.id === id) && meta?.['duty'] === 'lead')
    expect([duties.length, leads.length]).toEqual([7, 2])
  })

  it('has voted: totals and spread of 18 ballots with five dots each', () => {
    const [event] = events
    if (event?.type !== 'round-closed') throw new Error('no result')
    const { items, ballots, budget, cards } = event.result
    expect(items.map(({ cardId }) => cardId)).toEqual(cards)
    for (const { total, spread } of items) {
      expect(spread.reduce((sum, count) => sum + count, 0)).toBe(ballots)
      expect(total).toBe(spread.reduce((sum, count, dots) => sum + count * dots, 0))
    }
    expect(items.reduce((sum, { total }) => sum + total, 0)).toBeLessThanOrEqual(ballots * budget)
    expect(agenda.length).toBeGreaterThan(0)
  })

  it('plans from the day on which it is made', () => {
    const due = added.flatMap(({ meta }) => (meta?.['due'] === undefined ? [] : [meta['due']]))
    expect(due).toEqual(['2026-12-18', '2026-12-24', '2027-01-23'])
  })
})
