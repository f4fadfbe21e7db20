import { metaOf, recordsOf, remarksOf } from '@remedyboard/shared/board/board-document'
import type { Tombstones } from '@remedyboard/shared/board/tombstones'
import { evolve } from '@remedyboard/shared/workshop/evolve'
import type { SealedRows } from '@remedyboard/shared/workshop/sealed'
import { EMPTY_WORKSHOP, type WorkshopState } from '@remedyboard/shared/workshop/state'
import * as Y from 'yjs'
import type { StoredBoard } from '../storage/board-store.ts'
import { StoreError } from '../storage/store-error.ts'
import type { LogSize } from './compactor.ts'

/** A board as the log tells it. */
export interface LoadedBoard {
  doc: Y.Doc
  workshop: WorkshopState
  sealed: SealedRows
  seq: number
  /** what the log holds beyond its snapshot */
  log: LogSize
  /** bytes of the snapshot's document; 0 without one */
  snapshotBytes: number
  /** since when records are deleted, as far as the last compaction knew */
  tombstones: Tombstones
}

/** Rebuilds a board from its newest snapshot and the entries after it. Throws `StoreError` 'corrupt' when that does not give a whole board. */
export function loadBoard({ snapshot, entries, sealed }: StoredBoard): LoadedBoard {
  const doc = new Y.Doc()
  // What a snapshot of an older version lacks is as it was then: like at the beginning.
  let workshop: WorkshopState = { ...EMPTY_WORKSHOP, ...snapshot?.state }
  try {
    doc.transact(() => {
      if (snapshot) Y.applyUpdate(doc, snapshot.update)
      for (const { update } of entries) if (update) Y.applyUpdate(doc, update)
    })
  } catch (error) {
    throw new StoreError('corrupt', `The board cannot be read: ${String(error)}`)
  }
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new StoreError('corrupt', 'Parts of the board are missing in the store.')
  // A root without a type cannot be restored key by key.
  metaOf(doc)
  recordsOf(doc)
  remarksOf(doc)
  for (const { events } of entries) workshop = (events ?? []).reduce(evolve, workshop)
  return {
    doc,
    workshop,
    sealed,
    seq: entries.at(-1)?.seq ?? snapshot?.seq ?? 0,
    log: { entries: entries.length, bytes: entries.reduce((sum, { update }) => sum + (update?.byteLength ?? 0), 0) },
    snapshotBytes: snapshot?.update.byteLength ?? 0,
    tombstones: snapshot?.tombstones ?? {},
  }
}
