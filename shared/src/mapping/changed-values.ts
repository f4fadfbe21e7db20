import { equalityDeep } from 'lib0/function'
import { compareIds } from './compare-ids.ts'

/** What a value was and is; undefined = there is none. */
export interface Changed<Value> {
  before: Value | undefined
  after: Value | undefined
}

/** Values by id that changed. */
export type ChangedValues<Value> = ReadonlyMap<string, Changed<Value>>

/** The former value when the next one reads the same, so that whoever holds it can tell at once. */
export function keepEqual<Value>(before: Value | undefined, after: Value | undefined): Value | undefined {
  return before !== undefined && after !== undefined && equalityDeep(before, after) ? before : after
}

/** Collects changes, the first `before` and the last `after` of each id. */
export class ChangeList<Value> {
  readonly #changes = new Map<string, Changed<Value>>()

  add(id: string, before: Value | undefined, after: Value | undefined): void {
    if (before !== after) this.#changes.set(id, { before, after })
  }

  get changes(): ChangedValues<Value> {
    return this.#changes
  }
}

/**
 * A new map with the changes in it, sorted by id as `sorted` is; the same map when there are none. Cost: one copy, no sorting but of
 * what is new.
 */
export function patchSorted<Value>(sorted: ReadonlyMap<string, Value>, changes: ChangedValues<Value>): ReadonlyMap<string, Value> {
  if (changes.size === 0) return sorted
  const added = [...changes].filter(([id, { after }]) => after !== undefined && !sorted.has(id)).sort(([a], [b]) => compareIds(a, b))
  const patched = new Map<string, Value>()
  let next = 0
  const takeAdded = (until: string | null) => {
    for (; next < added.length; next++) {
      const [id, change] = added[next] ?? []
      if (id === undefined || change?.after === undefined || (until !== null && id > until)) return
      patched.set(id, change.after)
    }
  }
  for (const [id, value] of sorted) {
    if (next < added.length) takeAdded(id)
    const change = changes.get(id)
    const now = change ? change.after : value
    if (now !== undefined) patched.set(id, now)
  }
  takeAdded(null)
  return patched
}
