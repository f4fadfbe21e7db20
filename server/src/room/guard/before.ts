import * as Y from 'yjs'

// What a Y type held before the running transaction. Only for use inside `transact`, where overwritten and deleted content is still
// there. Uses the linked items of Yjs, because its events can be asked only after the transaction.

/** Any Y type; its keys, newest item first. */
interface Keyed {
  readonly _map: ReadonlyMap<string, Y.Item>
}

/** True when the transaction brought this item. */
function isNew(item: Y.Item, transaction: Y.Transaction): boolean {
  return item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0)
}

/** The value of a map's key; undefined when it held nothing. */
export function valueBefore(map: Keyed, key: string, transaction: Y.Transaction): unknown {
  return itemBefore(map, key, transaction)?.content.getContent().at(-1)
}

/** True when the key held something, be it `undefined`. */
export function hadBefore(map: Keyed, key: string, transaction: Y.Transaction): boolean {
  return itemBefore(map, key, transaction) !== null
}

/** True when what the key held is still what it holds. */
export function isUnchanged(map: Keyed, key: string, transaction: Y.Transaction): boolean {
  const now = map._map.get(key)
  const before = itemBefore(map, key, transaction)
  return before === null ? !now || now.deleted : now === before && !before.deleted
}

/** The characters of a text; formatting and embeds, which cards do not have, are left out. */
export function textBefore(text: Y.Text, transaction: Y.Transaction): string {
  let found = ''
  for (let item = text._start; item !== null; item = item.right) {
    if (item.content instanceof Y.ContentString && wasThere(item, transaction)) found += item.content.str
  }
  return found
}

function itemBefore(map: Keyed, key: string, transaction: Y.Transaction): Y.Item | null {
  let item: Y.Item | null = map._map.get(key) ?? null
  while (item && isNew(item, transaction)) item = item.left
  return item && wasThere(item, transaction) ? item : null
}

/** True when the transaction found this item, be it that it deleted it. */
export function wasThere(item: Y.Item, transaction: Y.Transaction): boolean {
  return !isNew(item, transaction) && (!item.deleted || isDeletedIn(item, transaction))
}

/** Yjs empties what is deleted at the end of each transaction, so that a deleted item with content was deleted in this one. */
function isDeletedIn(item: Y.Item, transaction: Y.Transaction): boolean {
  return transaction.doc.gc && !(item.content instanceof Y.ContentDeleted)
}
