import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { coverageOf } from '@remedyboard/shared/mapping/coverage'
import { mappingGraph } from '@remedyboard/shared/mapping/mapping-graph'
import { describe, expect, it } from 'vitest'
import { coverageSummary } from './coverage-summary.ts'

const dilemma = (id: string, text: string, x: number, y: number, parentId = 'page:p'): BoardRecord => ({
  id,
  typeName: 'shape',
  type: 'card',
  parentId,
  x,
  y,
  props: { kind: 'dilemma', text, w: 10, h: 10, size: 'm' },
  meta: {},
})

function summarize(records: readonly BoardRecord[]) {
  const graph = mappingGraph(records)
  return coverageSummary(coverageOf(graph), graph, new Map(records.map((record) => [record.id, record])))
}

describe('coverageSummary', () => {
  it('lists open dilemmas from the top down, through the frames they stand in', () => {
    const frame: BoardRecord = { id: 'shape:f', typeName: 'shape', type: 'frame', parentId: 'page:p', x: 0, y: 100, props: {}, meta: {} }
    const records = [
      dilemma('shape:c', 'low', 0, 50, 'shape:f'),
      dilemma('shape:b', 'right', 9, 120),
      dilemma('shape:a', ' left ', 1, 120),
      frame,
    ]
    const summary = summarize(records)
    expect(summary.open.map(({ text }) => text)).toEqual(['left', 'right', 'low'])
    expect({ total: summary.total, covered: summary.covered }).toEqual({ total: 3, covered: 0 })
  })

  it('ends where parents go round in a circle', () => {
    const records = [dilemma('shape:a', 'a', 0, 0, 'shape:b'), dilemma('shape:b', 'b', 0, 0, 'shape:a')]
    expect(summarize(records).open).toHaveLength(2)
  })
})
