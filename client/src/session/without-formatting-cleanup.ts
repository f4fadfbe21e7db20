import type * as Y from 'yjs'

/** A switch of Yjs that is missing in its types. */
interface CleaningTransaction {
  _needFormattingCleanup: boolean
}

/**
 * When formatting of two people met in a text, Yjs removes formatting marks without effect: on every device that hears of it, as
 * a change of its own. Whoever only looks on would send it too, and be told that the server refuses it. The text reads the same without.
 */
export function withoutFormattingCleanup(doc: Y.Doc): void {
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    const cleaning = transaction as unknown as CleaningTransaction // see the interface
    cleaning._needFormattingCleanup = false
  })
}
