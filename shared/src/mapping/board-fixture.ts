import * as Y from 'yjs'
import { recordsOf } from '../board/board-document.ts'
import { applyOperations, type BoardOperation } from '../board/board-operation.ts'
import type { BoardRecord } from '../board/board-record.ts'
import { readBoard } from '../board/document-reader.ts'
import { seedBoard } from '../board/seed-board.ts'
import { mappingGraph, type MappingGraph } from './mapping-graph.ts'

const ORIGINS = { births: { name: 'births' }, edits: { name: 'edits' } }

/** A real board document for tests of what builds operations: what counts is how the board reads afterwards. */
export class TestBoard {
  readonly #doc = new Y.Doc()
  readonly #undo: Y.UndoManager
  // Read once after each change: laws look at a board many times.
  #records: ReadonlyMap<string, BoardRecord> | null = null
  #graph: MappingGraph | null = null

  /** `null`: an empty document, for a copy. */
  constructor(records: readonly BoardRecord[] | null) {
    if (records) this.#seed(records)
    this.#doc.on('afterTransaction', () => {
      this.#records = null
      this.#graph = null
    })
    this.#undo = new Y.UndoManager(recordsOf(this.#doc), { trackedOrigins: new Set([ORIGINS.edits]), captureTimeout: 0 })
  }

  #seed(records: readonly BoardRecord[]): void {
    const page: BoardRecord = { id: 'page:page', typeName: 'page', name: '', index: 'a1', meta: {} }
    const whole = records.some(({ id }) => id === page.id) ? records : [page, ...records]
    seedBoard(this.#doc, { title: '', locale: 'en', template: 'blank', schemaVersion: 1 }, whole)
  }

  /** Another person's copy of this board. */
  copy(): TestBoard {
    const board = new TestBoard(null)
    Y.applyUpdate(board.#doc, Y.encodeStateAsUpdate(this.#doc))
    return board
  }

  /** Both learn what the other did meanwhile. */
  meet(other: TestBoard): void {
    const mine = Y.encodeStateAsUpdate(this.#doc)
    Y.applyUpdate(this.#doc, Y.encodeStateAsUpdate(other.#doc))
    Y.applyUpdate(other.#doc, mine)
  }

  do(operations: readonly BoardOperation[]): void {
    applyOperations(this.#doc, operations, ORIGINS)
  }

  undo(): void {
    this.#undo.undo()
  }

  get records(): ReadonlyMap<string, BoardRecord> {
    return (this.#records ??= new Map(readBoard(this.#doc).map((record) => [record.id, record])))
  }

  get graph(): MappingGraph {
    return (this.#graph ??= mappingGraph(this.records.values()))
  }
}
