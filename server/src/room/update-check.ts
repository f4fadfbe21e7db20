import * as Y from 'yjs'
import { checkValue } from './check-value.ts'
import { BadFrameError } from './frame.ts'

/** A decoded update, checked for what no honest client sends. */
export interface CheckedUpdate {
  readonly update: Uint8Array
  readonly decoded: ReturnType<typeof Y.decodeUpdate>
}

/** The longest run that one struct may claim. Honest runs are bounded by what people typed; 12 bytes can claim 2^40. */
const MAX_STRUCT_LENGTH = 2 ** 24

/** Decodes before anything is applied: a lying length throws here in well under a millisecond. Throws `BadFrameError`. */
export function checkUpdate(update: Uint8Array): CheckedUpdate {
  let decoded: ReturnType<typeof Y.decodeUpdate>
  try {
    decoded = Y.decodeUpdate(update)
  } catch (error) {
    throw new BadFrameError(`Not a Yjs update: ${String(error)}`)
  }
  for (const struct of decoded.structs) {
    if (struct.length > MAX_STRUCT_LENGTH) throw new BadFrameError(`A struct of length ${struct.length}`)
    if (struct instanceof Y.Item) checkContent(struct.content)
  }
  for (const ranges of decoded.ds.clients.values()) {
    for (const { clock, len } of ranges) if (!Number.isSafeInteger(clock + len)) throw new BadFrameError('A deletion without end')
  }
  return { update, decoded }
}

/**
 * True when the update builds on structs that are neither in the document nor in the update itself. Yjs would keep such an update
 * aside in the document, where a sender could pile them up at quadratic cost.
 */
export function hasMissingDependencies({ decoded }: CheckedUpdate, doc: Y.Doc): boolean {
  const reach = new Map<number, number>()
  const reachOf = (client: number) => reach.get(client) ?? Y.getState(doc.store, client)
  for (const struct of decoded.structs) {
    if (struct instanceof Y.Skip) continue
    const { client, clock } = struct.id
    const known = reachOf(client)
    if (clock > known) return true
    reach.set(client, Math.max(known, clock + struct.length))
  }
  const missing = (id: unknown) => id instanceof Y.ID && id.clock >= reachOf(id.client)
  for (const struct of decoded.structs) {
    if (struct instanceof Y.Item && (missing(struct.origin) || missing(struct.rightOrigin) || missing(struct.parent))) return true
  }
  for (const [client, ranges] of decoded.ds.clients) {
    for (const { clock, len } of ranges) if (clock + len > reachOf(client)) return true
  }
  return false
}

/** True when the document has all of the update: the usual answer to step 1 of somebody who was not offline. */
export function bringsNothing(update: CheckedUpdate, doc: Y.Doc): boolean {
  if (newClientsOf(update, doc).size > 0) return false
  for (const [client, ranges] of update.decoded.ds.clients) {
    const structs = doc.store.clients.get(client) ?? []
    for (const { clock, len } of ranges) {
      for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
        const struct = structs[i]
        if (!struct || struct.id.clock >= clock + len) break
        if (!struct.deleted) return false
      }
    }
  }
  return true
}

/** Clients for which the update brings structs that the document does not have. */
export function newClientsOf({ decoded }: CheckedUpdate, doc: Y.Doc): Set<number> {
  const clients = new Set<number>()
  for (const struct of decoded.structs) {
    if (struct instanceof Y.Skip) continue
    const { client, clock } = struct.id
    if (!clients.has(client) && clock + struct.length > Y.getState(doc.store, client)) clients.add(client)
  }
  return clients
}

function checkContent(content: Y.Item['content']): void {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) {
    for (const value of content.arr) checkValue(value)
  } else if (content instanceof Y.ContentEmbed) {
    checkValue(content.embed)
  } else if (content instanceof Y.ContentFormat) {
    checkValue(content.value)
  } else if (content instanceof Y.ContentDoc) {
    throw new BadFrameError('Boards have no subdocuments')
  }
}
