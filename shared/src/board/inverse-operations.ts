import type { BoardOperation } from './board-operation.ts'
import type { BoardRecord, Json } from './board-record.ts'
import { PLACE, placeFacet, TEXT, type FacetChange } from './facets.ts'

/**
 * What takes operations back, for pages without the canvas's undo. `before`: the live records as they were when the operations were
 * made. Only what was written is written again, so that what others changed meanwhile beside it stays.
 */
export function inverseOperations(operations: readonly BoardOperation[], before: ReadonlyMap<string, BoardRecord>): BoardOperation[] {
  const byId = new Map<string, BoardOperation[]>()
  for (const operation of operations) {
    const id = operation.op === 'create' ? operation.record.id : operation.id
    byId.set(id, [...(byId.get(id) ?? []), operation])
  }
  return [...byId].flatMap(([id, its]): BoardOperation[] => {
    const former = before.get(id)
    if (!former) return its.some(({ op }) => op === 'create') ? [{ op: 'delete', id }] : []
    const written = its.flatMap((operation) => (operation.op === 'change' ? operation.changes : []))
    // What was deleted appears again, with all that it said.
    if (its.some(({ op }) => op !== 'change')) return [{ op: 'create', record: former }]
    const last = new Map(written.map((change) => [change.key, change]))
    return last.size > 0 ? [{ op: 'change', id, changes: [...last.values()].map((change) => formerFacet(former, change)) }] : []
  })
}

function formerFacet(former: BoardRecord, { key, value }: FacetChange): FacetChange {
  if (key === PLACE) return placeFacet(former)
  if (key === TEXT) return { key, value: former.props?.['text'], from: value }
  const [group, name] = key.split(/\.(.*)/su)
  if (group === 'props' && name) return { key, value: former.props?.[name] }
  if (group === 'meta' && name) return { key, value: former.meta?.[name] }
  return { key, value: former[key] as Json | undefined } // whatever else a record has is JSON
}
