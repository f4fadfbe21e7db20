import type { BoardOperation } from './board-operation.ts'

/**
 * Says on new shapes who made them, where nothing is said yet. The server stamps it anyway (R25); signed at once, people may change
 * their own before that, and no correction has to travel back. Bindings have no author.
 */
export function signOperations(operations: readonly BoardOperation[], author: string): BoardOperation[] {
  return operations.map((operation) => {
    if (operation.op !== 'create' || operation.record.typeName !== 'shape' || operation.record.meta?.['author'] !== undefined)
      return operation
    return { op: 'create', record: { ...operation.record, meta: { ...operation.record.meta, author } } }
  })
}
