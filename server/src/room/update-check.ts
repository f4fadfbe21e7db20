import * as Y from 'yjs'
import { checkValue } from './check-value.ts'
import { BadFrameError } from './frame.ts'
import { dependencies } from './integration-order.ts'
import { scanUpdate, type UpdateSize } from './update-scan.ts'

/** A decoded update, checked for what no honest client sends. */
export interface CheckedUpdate {
  readonly update: Uint8Array
  readonly decoded: DecodedUpdate
  readonly size: UpdateSize
}

export type DecodedUpdate = ReturnType<typeof Y.decodeUpdate>

/** The longest run that one struct may claim. Honest runs are bounded by what people typed; 12 bytes can claim 2^40. */
const MAX_STRUCT_LENGTH = 2 ** 24

/** Decodes before anything is applied: a lying length throws here in well under a millisecond. Throws `BadFrameError`. */
export function checkUpdate(update: Uint8Array): CheckedUpdate {
  let size: UpdateSize
  let decoded: DecodedUpdate
  try {
    size = scanUpdate(update)
    decoded = Y.decodeUpdate(update)
  } catch (error) {
    if (error instanceof BadFrameError) throw error
    throw new BadFrameError(`Not a Yjs update: ${String(error)}`)
  }
  for (const struct of decoded.structs) {
    if (struct.length > MAX_STRUCT_LENGTH) throw new BadFrameError(`A struct of length ${struct.length}`)
    if (!(struct instanceof Y.Item)) continue
    // Yjs looks for what stands beside an item of the same client without asking whether it has come.
    if (dependencies(struct).some((id) => id.client === struct.id.client && id.clock >= struct.id.clock)) {
      throw new BadFrameError('An item that builds on a later one')
    }
    checkContent(struct.content)
  }
  return { update, decoded, size }
}

/** True when the document has all of the update: the usual answer to step 1 of somebody who was not offline. */
export function bringsNothing(update: CheckedUpdate, doc: Y.Doc): boolean {
  if (newClientsOf(update, doc).size > 0) return false
  for (const [client, ranges] of update.decoded.ds.clients) {
    const structs = doc.store.clients.get(client) ?? []
    for (const { clock, len } of ranges) {
      if (clock >= Y.getState(doc.store, client)) return false
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
  }
}
