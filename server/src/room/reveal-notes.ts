import { applyOperations } from '@remedyboard/shared/board/board-operation'
import { readBoard } from '@remedyboard/shared/board/document-reader'
import { revealOperations, type Chance } from '@remedyboard/shared/workshop/reveal-operations'
import type { RevealedNotes } from '@remedyboard/shared/workshop/revealed-notes'
import * as Y from 'yjs'

/** Marks the transaction in which the server puts revealed notes on the board: its update is stored with the events, not by itself. */
const REVEAL = { name: 'reveal' }

/** Puts hidden notes on the board in memory and returns the update that does it, to be stored in one entry with what erases them. */
export function revealNotes(doc: Y.Doc, notes: RevealedNotes, chance: Chance): Uint8Array {
  const updates: Uint8Array[] = []
  const collect = (update: Uint8Array, origin: unknown) => void (origin === REVEAL && updates.push(update))
  const records = new Map(readBoard(doc).map((record) => [record.id, record]))
  const operations = revealOperations(records, notes, chance)
  doc.on('update', collect)
  doc.transact(() => applyOperations(doc, operations, { births: REVEAL, edits: REVEAL }), REVEAL)
  doc.off('update', collect)
  return Y.mergeUpdates(updates)
}
