import * as Y from 'yjs'
import type { DecodedUpdate } from './update-check.ts'

/**
 * The structs of an update in an order in which each builds only on what came before it or is in the document; null when there is
 * none. Yjs would keep such an update aside inside the document: at quadratic cost, and written into every snapshot of it.
 */
export function integrationOrder({ structs, ds }: DecodedUpdate, doc: Y.Doc): readonly (Y.Item | Y.GC)[] | null {
  const sections = new Map<number, { structs: (Y.Item | Y.GC | Y.Skip)[]; next: number }>()
  for (const struct of structs) {
    const section = sections.get(struct.id.client)
    if (section) section.structs.push(struct)
    else sections.set(struct.id.client, { structs: [struct], next: 0 })
  }
  const reach = new Map<number, number>()
  const reachOf = (client: number) => reach.get(client) ?? Y.getState(doc.store, client)
  const order: (Y.Item | Y.GC)[] = []
  for (const first of sections.keys()) {
    /** whose section goes on, and up to which clock the one below waits for it */
    const waiting = [{ client: first, until: Infinity }]
    const isWaiting = new Set([first])
    for (let top = waiting.at(-1); top; top = waiting.at(-1)) {
      const section = sections.get(top.client)
      const struct = section?.structs[section.next]
      if (!section || !struct || reachOf(top.client) > top.until) {
        waiting.pop()
        isWaiting.delete(top.client)
        if (reachOf(top.client) <= top.until && top.until !== Infinity) return null
        continue
      }
      if (!(struct instanceof Y.Skip)) {
        if (struct.id.clock > reachOf(top.client)) return null
        const missing = struct instanceof Y.Item ? dependencies(struct).find(({ client, clock }) => clock >= reachOf(client)) : undefined
        if (missing) {
          if (isWaiting.has(missing.client)) return null
          waiting.push({ client: missing.client, until: missing.clock })
          isWaiting.add(missing.client)
          continue
        }
        reach.set(top.client, Math.max(reachOf(top.client), struct.id.clock + struct.length))
        order.push(struct)
      }
      section.next += 1
    }
  }
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) if (clock + len > reachOf(client)) return null
  }
  return order
}

/** What an item stands beside and in. */
export function dependencies(item: Y.Item): Y.ID[] {
  return [item.origin, item.rightOrigin, item.parent].filter((id: unknown) => id instanceof Y.ID)
}
