import type { FacetMap } from '@remedyboard/shared/board/board-document'
import * as Y from 'yjs'
import type { SharedType } from './restore.ts'

/** What a transaction changed in a map of records, or of remarks. */
export interface Touched {
  /** ids that were set or removed as a whole */
  whole: Set<string>
  /** facets by id, for what was there before */
  facets: Map<string, Set<string>>
}

export interface TouchedBoard {
  records: Touched
  remarks: Touched
  /** changed types that hang below neither: other roots */
  elsewhere: Map<SharedType, Set<string | null>>
}

export function touchedBoard(records: Y.Map<FacetMap>, remarks: Y.Map<FacetMap>, transaction: Y.Transaction): TouchedBoard {
  const board: TouchedBoard = { records: nothing(), remarks: nothing(), elsewhere: new Map() }
  for (const [type, keys] of transaction.changed) {
    if (
      !noteBelow(records, board.records, type, keys, board.elsewhere) &&
      !noteBelow(remarks, board.remarks, type, keys, board.elsewhere)
    ) {
      board.elsewhere.set(type, keys)
    }
  }
  return board
}

function nothing(): Touched {
  return { whole: new Set(), facets: new Map() }
}

/** False when the type does not hang below `root`. */
function noteBelow(
  root: Y.Map<FacetMap>,
  touched: Touched,
  type: SharedType,
  keys: ReadonlySet<string | null>,
  elsewhere: Map<SharedType, Set<string | null>>,
): boolean {
  if (isSame(type, root)) {
    for (const key of keys) if (key !== null) touched.whole.add(key)
    if (keys.has(null)) elsewhere.set(type, new Set([null]))
    return true
  }
  const path = pathFrom(root, type)
  if (path === null) return false
  if (path.facet !== null) note(touched.facets, path.record, path.facet)
  // A list below a record is no facet; it shows up as the empty name, which no facet has.
  else for (const key of keys) note(touched.facets, path.record, key ?? '')
  return true
}

/** Which record, and which facet of it, a type belongs to. */
function pathFrom(records: Y.Map<FacetMap>, type: SharedType): { record: string; facet: string | null } | null {
  let facet: string | null = null
  for (let item = type._item; item !== null;) {
    const parent: unknown = item.parent
    if (isSame(parent, records)) return item.parentSub === null ? null : { record: item.parentSub, facet }
    facet = item.parentSub ?? ''
    item = parent instanceof Y.AbstractType ? parent._item : null
  }
  return null
}

function note(facets: Map<string, Set<string>>, record: string, facet: string): void {
  const known = facets.get(record)
  if (known) known.add(facet)
  else facets.set(record, new Set([facet]))
}

function isSame(type: unknown, records: Y.Map<FacetMap>): boolean {
  return type === records
}
