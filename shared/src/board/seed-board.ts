import type * as Y from 'yjs'
import { metaOf, recordsOf, type BoardMeta } from './board-document.ts'
import type { BoardRecord } from './board-record.ts'
import { writeRecord } from './facets.ts'

/** Fills an empty document. Only the server calls it, once per board: a second seeding elsewhere would double everything. */
export function seedBoard(doc: Y.Doc, meta: BoardMeta, records: readonly BoardRecord[]): void {
  doc.transact(() => {
    const metaMap = metaOf(doc)
    for (const [key, value] of Object.entries(meta)) metaMap.set(key, value)
    const recordMap = recordsOf(doc)
    for (const record of records) writeRecord(recordMap, record)
  })
}
