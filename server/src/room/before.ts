import * as Y from 'yjs'

/**
 * What a key of a map held before the running transaction; undefined when it held nothing. Only for use inside `transact`, where
 * overwritten content is still there. Uses the linked items of Yjs, because its events can be asked only after the transaction.
 */
export function valueBefore(map: Y.Map<unknown>, key: string, transaction: Y.Transaction): unknown {
  let item: Y.Item | null = map._map.get(key) ?? null
  while (item && isNew(item, transaction)) item = item.left
  if (!item || (item.deleted && !isDeletedIn(item, transaction))) return undefined
  return item.content.getContent().at(-1)
}

/** True when the transaction brought this item. */
export function isNew(item: Y.Item, transaction: Y.Transaction): boolean {
  return item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0)
}

/** True when the transaction deleted this item. */
export function isDeletedIn(item: Y.Item, transaction: Y.Transaction): boolean {
  // The set is sorted only when the transaction ends.
  const ranges = transaction.deleteSet.clients.get(item.id.client) ?? []
  return ranges.some(({ clock, len }) => item.id.clock >= clock && item.id.clock < clock + len)
}
