import type { Coverage, CoverageState } from './coverage.ts'
import type { MappingGraph } from './mapping-graph.ts'

/** What is said on a card about answers. */
export interface AnswerMark {
  /** of a dilemma that counts in coverage; null for remedies and for dilemmas that only hold others */
  state: CoverageState | null
  /** how many remedies answer this dilemma, or how many dilemmas this remedy answers, by links of its own; weak links do not count */
  answers: number
}

/** Marks by card id. */
export type AnswerMarks = ReadonlyMap<string, AnswerMark>

/**
 * Marks of every card that has something to say. A mark that reads as it did in `former` is the same object, so that whoever
 * draws a card can tell at once.
 */
export function answerMarks(graph: MappingGraph, coverage: Coverage, former: AnswerMarks = new Map()): AnswerMarks {
  const partners = new Map<string, Set<string>>()
  for (const { type, basis, from, to } of graph.links) {
    if (type !== 'answer' || basis === 'implied-weak') continue
    partners.set(from, (partners.get(from) ?? new Set()).add(to))
    partners.set(to, (partners.get(to) ?? new Set()).add(from))
  }
  const states = new Map(coverage.units.map(({ cardId, state }) => [cardId, state]))
  const marks = new Map<string, AnswerMark>()
  for (const id of new Set([...states.keys(), ...partners.keys()])) {
    const state = states.get(id) ?? null
    const answers = partners.get(id)?.size ?? 0
    const before = former.get(id)
    marks.set(id, before?.state === state && before.answers === answers ? before : { state, answers })
  }
  return marks
}
