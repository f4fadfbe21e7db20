import { seenTombstones, type Tombstones } from '@remedyboard/shared/board/tombstones'
import * as Y from 'yjs'
import { StoreError } from './store-error.ts'

/** The part of a snapshot that the document gives. */
export interface BuiltSnapshot {
  readonly update: Uint8Array
  readonly tombstones: Tombstones
}

/**
 * One update out of many. They are applied to a document, which lets go of what was overwritten and deleted (merging alone would keep
 * it); never made anew from what the document says, which would double it for everybody who has the former one.
 * Throws `StoreError` 'bad-snapshot' when the updates do not give a whole document, or one that does not survive being encoded.
 */
export function buildSnapshot(updates: readonly Uint8Array[], former: Tombstones, now: number): BuiltSnapshot {
  const doc = new Y.Doc()
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update)
    })
    if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error('Parts of the document are missing.')
    const update = Y.encodeStateAsUpdate(doc)
    if (!isSameState(Y.encodeStateVectorFromUpdate(update), Y.encodeStateVector(doc))) throw new Error('The encoded document is not whole.')
    Y.decodeUpdate(update)
    return { update, tombstones: seenTombstones(doc, former, now) }
  } catch (error) {
    throw new StoreError('bad-snapshot', String(error))
  } finally {
    doc.destroy()
  }
}

/** The order of the clients in a state vector is not fixed. */
function isSameState(a: Uint8Array, b: Uint8Array): boolean {
  const [clocks, others] = [Y.decodeStateVector(a), Y.decodeStateVector(b)]
  return clocks.size === others.size && [...clocks].every(([client, clock]) => others.get(client) === clock)
}
