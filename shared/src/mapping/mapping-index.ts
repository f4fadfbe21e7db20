import type { BoardRecord } from '../board/board-record.ts'
import type { RecordChanges } from '../board/record-index.ts'
import type { AnswerMarks } from './answer-marks.ts'
import { CoverageIndex } from './coverage-index.ts'
import type { Coverage } from './coverage.ts'
import { GraphIndex } from './graph-index.ts'
import type { MappingGraph } from './mapping-graph.ts'

/** What one `apply` changed, for whoever shows it. */
export interface MappingChange {
  /** record ids of cards that are new, gone or read differently */
  cards: ReadonlySet<string>
  /** record ids of links that are new, gone or say something else */
  links: ReadonlySet<string>
  /** record ids of dilemmas and remedies whose coverage is new, gone or different */
  rows: ReadonlySet<string>
  /** how many rows of coverage were worked out again */
  recomputed: number
}

/**
 * What the board says, kept up to date with its records: cards and links, coverage, the marks on cards. `graph`, `coverage` and
 * `marks` are values that never change; after an `apply` that changed something there are new ones, in which everything that still
 * reads the same is the same object. They are always what `mappingGraph`, `coverageOf` and `answerMarks` would read from the whole
 * board, at the cost of what changed.
 */
export class MappingIndex {
  readonly #graph = new GraphIndex()
  readonly #coverage = new CoverageIndex()

  constructor(records: Iterable<BoardRecord>) {
    this.apply(new Map([...records].map((record) => [record.id, record])))
  }

  get graph(): MappingGraph {
    return this.#graph.graph
  }

  get coverage(): Coverage {
    return this.#coverage.coverage
  }

  get marks(): AnswerMarks {
    return this.#coverage.marks
  }

  /** Takes in what changed among the live, repaired records (as `RecordIndex` tells it). */
  apply(changes: RecordChanges): MappingChange {
    const changed = this.#graph.apply(changes)
    const { rows, recomputed } = this.#coverage.apply(changed, this.graph.cards)
    return { cards: new Set(changed.cards.keys()), links: new Set(changed.links.keys()), rows: new Set(rows.keys()), recomputed }
  }
}
