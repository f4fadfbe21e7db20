import * as Y from 'yjs'
import { recordsOf, type FacetMap } from './board-document.ts'
import type { BoardRecord } from './board-record.ts'
import { readRecord } from './facets.ts'
import { RecordIndex, type RecordChanges } from './record-index.ts'

/** Follows a document and tells what changed for a reader, with the origin of the transaction that changed it. */
export class DocumentReader {
  readonly index = new RecordIndex()
  readonly #records: Y.Map<FacetMap>
  readonly #onChange: (changes: RecordChanges, origin: unknown) => void

  constructor(doc: Y.Doc, onChange: (changes: RecordChanges, origin: unknown) => void) {
    this.#records = recordsOf(doc)
    this.#onChange = onChange
    this.index.apply(new Map([...this.#records.keys()].map((id) => [id, this.#read(id)])))
    this.#records.observeDeep(this.#observe)
  }

  close(): void {
    this.#records.unobserveDeep(this.#observe)
  }

  readonly #observe = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void => {
    const changed = new Set<string>()
    for (const event of events) {
      if (event.path.length > 0) changed.add(String(event.path[0]))
      else for (const id of event.changes.keys.keys()) changed.add(id)
    }
    const changes = this.index.apply(new Map([...changed].map((id) => [id, this.#read(id)])))
    if (changes.size > 0) this.#onChange(changes, transaction.origin)
  }

  #read(id: string): BoardRecord | null {
    const facets = this.#records.get(id)
    const record = facets instanceof Y.Map ? readRecord(facets) : null
    // A record under another's name would be two records for tldraw.
    return record && record.id === id ? record : null
  }
}

/** All valid records of a document, repaired. */
export function readBoard(doc: Y.Doc): BoardRecord[] {
  const reader = new DocumentReader(doc, () => undefined)
  reader.close()
  return [...reader.index.visible.values()]
}
