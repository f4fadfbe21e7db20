import type * as Y from 'yjs'
import { recordsOf } from './board-document.ts'
import type { BoardRecord } from './board-record.ts'
import { bearRecord, deleteRecord, reviveRecord, writeFacets, type FacetChange } from './facets.ts'

/** One thing that a panel, a phone or the server does to the board. What a record is not there for does nothing. */
export type BoardOperation =
  | { op: 'create'; record: BoardRecord }
  | { op: 'change'; id: string; changes: readonly FacetChange[] }
  | { op: 'delete'; id: string }

/** Origins of the two transactions that `applyOperations` makes. */
export interface OperationOrigins {
  /** of births, which undo must never take back (ADR 4) */
  births: unknown
  /** of everything else, for undo to track */
  edits: unknown
}

/** Does all operations in order, as two transactions at most: new records are born deleted first, then everything happens at once. */
export function applyOperations(doc: Y.Doc, operations: readonly BoardOperation[], origins: OperationOrigins): void {
  const records = recordsOf(doc)
  const born = operations.flatMap((operation) => (operation.op === 'create' && !records.has(operation.record.id) ? [operation.record] : []))
  if (born.length > 0) doc.transact(() => born.forEach((record) => bearRecord(records, record)), origins.births)
  doc.transact(() => {
    for (const operation of operations) {
      const facets = records.get(operation.op === 'create' ? operation.record.id : operation.id)
      if (!facets) continue
      if (operation.op === 'create') reviveRecord(facets, operation.record)
      else if (operation.op === 'change') writeFacets(facets, operation.changes)
      else deleteRecord(facets)
    }
  }, origins.edits)
}
