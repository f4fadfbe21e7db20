import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { answerMarks, type AnswerMarks } from '@remedyboard/shared/mapping/answer-marks'
import { coverage, coverageOf, type Coverage } from '@remedyboard/shared/mapping/coverage'
import { mappingGraph } from '@remedyboard/shared/mapping/mapping-graph'
import { useEffect, useState } from 'react'
import type { BoardSession } from '../../session/board-session.ts'
import { Cell, type Readable } from '../../session/readable.ts'

/** A dilemma in the list of what still wants an answer. */
export interface OpenDilemma {
  cardId: string
  text: string
}

/** Coverage as the panel shows it. */
export interface CoverageSummary {
  total: number
  covered: number
  open: readonly OpenDilemma[]
  weak: readonly OpenDilemma[]
  unusedRemedies: readonly string[]
}

/** The board's coverage in words, dilemmas in the order of the board: from the top down, then from left to right. */
export function summarize(records: ReadonlyMap<string, BoardRecord>, result: Coverage = coverage(records.values())): CoverageSummary {
  const listed = (state: 'open' | 'weak') =>
    result.units
      .filter((unit) => unit.state === state)
      .map(({ cardId }) => ({ cardId, text: cardText(records.get(cardId)), at: placeOf(records, cardId) }))
      .sort((a, b) => a.at.y - b.at.y || a.at.x - b.at.x)
      .map(({ cardId, text }) => ({ cardId, text }))
  const { total, covered, unusedRemedies } = result
  return { total, covered, open: listed('open'), weak: listed('weak'), unusedRemedies }
}

function cardText(record: BoardRecord | undefined): string {
  const text = record?.props?.['text']
  return typeof text === 'string' ? text.trim() : ''
}

const numberOr0 = (value: unknown) => (typeof value === 'number' ? value : 0)

/** Position on the page. Frames are never rotated, so adding up the offsets is enough for sorting. */
function placeOf(records: ReadonlyMap<string, BoardRecord>, id: string): { x: number; y: number } {
  const place = { x: 0, y: 0 }
  const seen = new Set<string>()
  for (let record = records.get(id); record && !seen.has(record.id); record = records.get(String(record['parentId']))) {
    seen.add(record.id)
    place.x += numberOr0(record['x'])
    place.y += numberOr0(record['y'])
  }
  return place
}

/** Coverage in words, and as marks for the cards on the board. */
export interface LiveCoverage {
  summary: CoverageSummary
  marks: Readable<AnswerMarks>
}

/** Coverage of the open board, worked out again at most once per frame and told only when it reads differently. */
export function useCoverage(session: BoardSession): LiveCoverage {
  const [summary, setSummary] = useState(() => summarize(session.records.get()))
  const [marks] = useState(() => new Cell<AnswerMarks>(new Map()))

  useEffect(() => {
    let frame = 0
    const update = () => {
      frame = 0
      const records = session.records.get()
      const graph = mappingGraph(records.values())
      const result = coverageOf(graph)
      const former = marks.get()
      const nextMarks = answerMarks(graph, result, former)
      if (nextMarks.size !== former.size || [...nextMarks].some(([id, mark]) => former.get(id) !== mark)) marks.set(nextMarks)
      const next = summarize(records, result)
      setSummary((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next))
    }
    const schedule = () => {
      if (frame === 0) frame = requestAnimationFrame(update)
    }
    schedule()
    const stop = session.records.subscribe(schedule)
    return () => {
      stop()
      cancelAnimationFrame(frame)
    }
  }, [session, marks])

  return { summary, marks }
}
