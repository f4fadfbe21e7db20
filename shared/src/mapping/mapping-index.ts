import type { BoardRecord } from '../board/board-record.ts'
import type { RecordChanges } from '../board/record-index.ts'
import { answerMarks, type AnswerMarks } from './answer-marks.ts'
import { coverageOf, type Coverage } from './coverage.ts'
import { mappingGraph, type MappingGraph } from './mapping-graph.ts'

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
 * reads the same is the same object.
 */
export class MappingIndex {
  readonly #records = new Map<string, BoardRecord>()
  #graph: MappingGraph
  #coverage: Coverage
  #marks: AnswerMarks

  constructor(records: Iterable<BoardRecord>) {
    for (const record of records) this.#records.set(record.id, record)
    this.#graph = mappingGraph(this.#records.values())
    this.#coverage = coverageOf(this.#graph)
    this.#marks = answerMarks(this.#graph, this.#coverage)
  }

  get graph(): MappingGraph {
    return this.#graph
  }

  get coverage(): Coverage {
    return this.#coverage
  }

  get marks(): AnswerMarks {
    return this.#marks
  }

  /** Takes in what changed among the live, repaired records (as `RecordIndex` tells it). */
  apply(changes: RecordChanges): MappingChange {
    for (const [id, record] of changes) {
      if (record) this.#records.set(id, record)
      else this.#records.delete(id)
    }
    const former = { graph: this.#graph, coverage: this.#coverage }
    this.#graph = mappingGraph(this.#records.values())
    this.#coverage = coverageOf(this.#graph)
    this.#marks = answerMarks(this.#graph, this.#coverage, this.#marks)
    const links = (graph: MappingGraph) => new Map(graph.links.map((link) => [link.id, link]))
    const units = (coverage: Coverage) => new Map(coverage.units.map((unit) => [unit.cardId, unit]))
    return {
      cards: differences(former.graph.cards, this.#graph.cards),
      links: differences(links(former.graph), links(this.#graph)),
      rows: differences(units(former.coverage), units(this.#coverage)),
      recomputed: this.#coverage.units.length,
    }
  }
}

function differences<Value>(before: ReadonlyMap<string, Value>, after: ReadonlyMap<string, Value>): Set<string> {
  const all = [...new Set([...before.keys(), ...after.keys()])]
  return new Set(all.filter((id) => JSON.stringify(before.get(id)) !== JSON.stringify(after.get(id))))
}
