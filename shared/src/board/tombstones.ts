import * as Y from 'yjs'
import { recordsOf, type FacetMap } from './board-document.ts'
import { TOMBSTONE } from './facets.ts'
import { isParked } from './parked-records.ts'
import { purgeRemarks } from './remarks.ts'

/** A deletion, and when it was first noticed. */
export interface Tombstone {
  /** server ms since the epoch; never before the deletion, and later by as long as nobody looked */
  readonly since: number
  /** which write of the `del` facet it was: what was brought back and deleted again is deleted anew */
  readonly mark: string
}

/** Deletions by record id. */
export type Tombstones = Readonly<Record<string, Tombstone>>

/** How long a deleted record can be brought back: a workshop, its follow-up a month later, and nobody's undo reaches further. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1_000

/**
 * The deletions of a document now: known ones keep their time, new ones get `now` (server ms). The document itself knows no time.
 * What is parked waits for a facilitator and is not counted as deleted.
 */
export function seenTombstones(doc: Y.Doc, former: Tombstones, now: number): Tombstones {
  const seen: Record<string, Tombstone> = {}
  for (const [id, facets] of recordsOf(doc)) {
    const mark = markOf(facets)
    if (mark === null) continue
    const known = Object.hasOwn(former, id) ? former[id] : undefined
    Object.defineProperty(seen, id, { value: known?.mark === mark ? known : { since: now, mark }, enumerable: true })
  }
  return seen
}

/**
 * Removes what is deleted for more than 30 days, for good, remarks on it included: whoever comes back with an older copy loses it there, too, and whatever they
 * write into it has no effect. Only the server may. Call inside `transact`. Returns the ids of what it removed.
 */
export function purgeExpired(doc: Y.Doc, tombstones: Tombstones, now: number): string[] {
  const records = recordsOf(doc)
  const purged: string[] = []
  for (const [id, { since, mark }] of Object.entries(tombstones)) {
    if (now - since < KEPT_MS || markOf(records.get(id)) !== mark) continue
    records.delete(id)
    purged.push(id)
  }
  if (purged.length > 0) purgeRemarks(doc, new Set(purged))
  return purged
}

/** Which write deleted a record; null when it is not deleted, or parked. */
function markOf(facets: FacetMap | undefined): string | null {
  if (!(facets instanceof Y.Map) || facets.get(TOMBSTONE) !== true || isParked(facets)) return null
  const id = facets._map.get(TOMBSTONE)?.id
  return id ? `${id.client}:${id.clock}` : null
}
