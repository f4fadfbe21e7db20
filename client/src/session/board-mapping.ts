import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import type { AnswerMarks } from '@remedyboard/shared/mapping/answer-marks'
import type { Coverage } from '@remedyboard/shared/mapping/coverage'
import type { MappingGraph } from '@remedyboard/shared/mapping/mapping-graph'
import { MappingIndex } from '@remedyboard/shared/mapping/mapping-index'
import type { BoardSession } from './board-session.ts'
import { Cell, type Readable } from './readable.ts'

/** What the open board says, live. Told at most once per frame, and only when it reads differently. */
export interface BoardMapping {
  /** cards and links, merged cards replaced by their targets */
  readonly graph: Readable<MappingGraph>
  readonly coverage: Readable<Coverage>
  readonly marks: Readable<AnswerMarks>
}

type Source = Pick<BoardSession, 'index' | 'onRecordChanges'>

const mappings = new WeakMap<Source, BoardMapping>()

/** The one mapping of an open board: made on first use, gone with the session. */
export function boardMapping(session: Source, nextFrame: (run: () => void) => void = requestAnimationFrame): BoardMapping {
  const known = mappings.get(session)
  if (known) return known
  const mapping = followMapping(session, nextFrame)
  mappings.set(session, mapping)
  return mapping
}

function followMapping(session: Source, nextFrame: (run: () => void) => void): BoardMapping {
  const index = new MappingIndex(session.index.visible.values())
  const graph = new Cell(index.graph)
  const coverage = new Cell(index.coverage)
  const marks = new Cell(index.marks)
  let waiting = new Map<string, BoardRecord | null>()

  const takeIn = () => {
    const changes = waiting
    waiting = new Map()
    index.apply(changes)
    graph.set(index.graph)
    coverage.set(index.coverage)
    marks.set(index.marks)
  }
  // The session outlives its readers, and a closed one tells nothing any more: there is nothing to stop.
  session.onRecordChanges((changes) => {
    if (waiting.size === 0) nextFrame(takeIn)
    for (const [id, record] of changes) waiting.set(id, record)
  })
  return { graph, coverage, marks }
}
