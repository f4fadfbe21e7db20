import * as Y from 'yjs'
import { recordsOf, type FacetMap } from './board-document.ts'
import type { BoardRecord } from './board-record.ts'
import { readFacets, TOMBSTONE } from './facets.ts'
import { PARKED } from './permission.ts'

/**
 * True for a record that somebody made when the phase no longer allowed it: it arrived deleted (`del`) and `meta.parked`, and waits
 * for a facilitator. Parked records are never purged.
 */
export function isParked(facets: FacetMap): boolean {
  return facets.get(TOMBSTONE) === true && readFacets(facets)?.meta?.['parked'] === true
}

/**
 * Everything on a board that waits for a facilitator's decision, as it would read if it was accepted; `meta.author` says whose it is.
 * Sorted by id, so that all see the same order. Bindings are left out: they come and go with their arrow.
 */
export function parkedRecords(doc: Y.Doc): BoardRecord[] {
  return allParked(doc)
    .filter(({ typeName }) => typeName !== 'binding')
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/**
 * Puts a parked record on the board, with everything parked that belongs to it: what lies in it, and the bindings of an arrow. Only
 * facilitators may; the server's guard takes it back from everybody else. Call inside `transact`. Returns the ids that appeared;
 * none when the record is not parked (any more).
 */
export function acceptParked(doc: Y.Doc, id: string): string[] {
  return decide(doc, id, (facets) => {
    facets.set(TOMBSTONE, false)
    facets.set(PARKED, undefined)
  })
}

/** Leaves a parked record deleted, with everything that belongs to it, and takes it off the list. Otherwise like `acceptParked`. */
export function discardParked(doc: Y.Doc, id: string): string[] {
  return decide(doc, id, (facets) => facets.set(PARKED, undefined))
}

function decide(doc: Y.Doc, id: string, write: (facets: FacetMap) => void): string[] {
  const parked = allParked(doc)
  const chosen = new Set(parked.filter((record) => record.id === id).map((record) => record.id))
  // A set tells what is added to it while it is walked: children of children, too.
  for (const owner of chosen) {
    for (const record of parked) if (record['parentId'] === owner || record['fromId'] === owner) chosen.add(record.id)
  }
  const records = recordsOf(doc)
  for (const each of chosen) {
    const facets = records.get(each)
    if (facets) write(facets)
  }
  return [...chosen]
}

function allParked(doc: Y.Doc): BoardRecord[] {
  const parked: BoardRecord[] = []
  for (const [id, facets] of recordsOf(doc)) {
    // A look at one facet first: nearly all records are live.
    if (!(facets instanceof Y.Map) || !isParked(facets)) continue
    const record = readFacets(facets)
    if (record && record.id === id) parked.push(record)
  }
  return parked
}
