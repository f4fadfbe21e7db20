import type * as Y from 'yjs'

/** The root maps of a board's Y.Doc. Nothing outside `shared/src/board` may name them. */
export const ROOTS = { records: 'records', remarks: 'remarks', meta: 'meta' } as const

/** Version of the document layout (birth + facets). Readers refuse a newer one. */
export const BOARD_SCHEMA_VERSION = 1

/** A Y.Map of facets: see `facets.ts`. */
export type FacetMap = Y.Map<unknown>

/** tldraw document records, one Y.Map of facets each, by record id. */
export function recordsOf(doc: Y.Doc): Y.Map<FacetMap> {
  return doc.getMap<FacetMap>(ROOTS.records)
}

/** Comments and "me too" on cards, one Y.Map each, by id: see `remarks.ts`. */
export function remarksOf(doc: Y.Doc): Y.Map<FacetMap> {
  return doc.getMap<FacetMap>(ROOTS.remarks)
}

/** Facts about the board itself. Only the server writes them. */
export interface BoardMeta {
  title: string
  locale: string
  template: string
  schemaVersion: number
}

export function metaOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap<unknown>(ROOTS.meta)
}
