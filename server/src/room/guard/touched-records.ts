import type { FacetMap } from '@remedyboard/shared/board/board-document'
import * as Y from 'yjs'
import type { SharedType } from './restore.ts'

/** What a transaction changed in the records of a board. */
export interface TouchedRecords {
  /** ids that were set or removed as a whole */
  whole: Set<string>
  /** facets by record id, for records that were there before */
  facets: Map<string, Set<string>>
  /** changed types that hang below no record: other roots */
  elsewhere: Map<SharedType, Set<string | null>>
}

export function touchedRecords(records: Y.Map<FacetMap>, transaction: Y.Transaction): TouchedRecords {
  const touched: TouchedRecords = { whole: new Set(), facets: new Map(), elsewhere: new Map() }
  for (const [type, keys] of transaction.changed) {
    if (isSame(type, records)) {
      for (const key of keys) if (key !== null) touched.whole.add(key)
      if (keys.has(null)) touched.elsewhere.set(type, new Set([null]))
      continue
    }
    const path = pathFrom(records, type)
    if (path === null) touched.elsewhere.set(type, keys)
    else if (path.facet !== null) note(touched.facets, path.record, path.facet)
    // A list below a record is no facet; it shows up as the empty name, which no facet has.
    else for (const key of keys) note(touched.facets, path.record, key ?? '')
  }
  return touched
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
