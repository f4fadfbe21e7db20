import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BoardRecord } from '../board/board-record.ts'
import { answerMarks } from './answer-marks.ts'
import { anyChanges } from './board-changes-fixture.ts'
import { coverageOf } from './coverage.ts'
import { mappingGraph } from './mapping-graph.ts'
import { MappingIndex } from './mapping-index.ts'

const SEED = 20_200_214

describe('MappingIndex', () => {
  it('reads after any sequence of changes as if it were built anew', () => {
    fc.assert(
      fc.property(fc.array(anyChanges, { maxLength: 25 }), (sequence) => {
        const records = new Map<string, BoardRecord>()
        const index = new MappingIndex([])
        for (const changes of sequence) {
          for (const [id, record] of changes) {
            if (record) records.set(id, record)
            else records.delete(id)
          }
          index.apply(changes)
          const graph = mappingGraph(records.values())
          const coverage = coverageOf(graph)
          expect(index.graph).toEqual(graph)
          expect(index.coverage).toEqual(coverage)
          expect(index.marks).toEqual(answerMarks(graph, coverage))
        }
      }),
      { seed: SEED, numRuns: 300 },
    )
  })
})
