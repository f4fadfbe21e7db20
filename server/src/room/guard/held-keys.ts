import type { FacetMap } from '@remedyboard/shared/board/board-document'
import type * as Y from 'yjs'
import { hadBefore } from './before.ts'

type Records = Y.Map<FacetMap>

const counters = new WeakMap<Records, Counter>()

/**
 * How many keys of a root map hold something. `_map.size` says how many ever did: Yjs remembers every key, and a board that lived long
 * would be full of what was purged. Counted once and kept up with each transaction. Ask before a transaction, not in one.
 */
export function heldKeys(map: Records): number {
  let counter = counters.get(map)
  if (!counter) counters.set(map, (counter = new Counter(map)))
  return counter.count
}

/** Those of the keys that hold something and did not before the transaction. */
export function newKeys(map: Records, keys: Iterable<string>, transaction: Y.Transaction): number {
  let found = 0
  for (const key of keys) if (change(map, key, transaction) > 0) found += 1
  return found
}

class Counter {
  count = 0

  constructor(map: Records) {
    for (const item of map._map.values()) if (!item.deleted) this.count += 1
    map.observe(({ keysChanged }, transaction) => {
      // `null` stands for a list, which a map of records has only for as long as the guard has not seen it.
      for (const key of keysChanged as Set<string | null>) if (key !== null) this.count += change(map, key, transaction)
    })
  }
}

/** 1 when the transaction gave the key a value, -1 when it took it. */
function change(map: Records, key: string, transaction: Y.Transaction): number {
  return Number(map.has(key)) - Number(hadBefore(map, key, transaction))
}
