import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** How far somebody's copy of a document reaches, per client id. */
export type Reach = ReadonlyMap<number, number>

/** A part of what somebody lacks. */
export interface BacklogPart {
  readonly update: Uint8Array
  /** how far their copy reaches with it */
  readonly reach: Reach
}

/** An item, or what is left of one. */
type Struct = Y.Item | Y.GC

/**
 * The next part of what a copy lacks that reaches as far as `from`: about `bytes` bytes, or more when one record alone has more; null
 * when all that it lacks fits into one part. A part builds on nothing that comes later, and holds what was written into a record in one
 * go together: a record that arrived without its birth would be refused. Deletions of what the copy has already are left to the last
 * update, which is `Y.encodeStateAsUpdate` from there.
 */
export function nextBacklogPart(doc: Y.Doc, from: Reach, bytes: number): BacklogPart | null {
  const taker = new Taker(doc, from)
  for (const client of doc.store.clients.keys()) {
    while (taker.lacks(client)) {
      if (taker.bytes >= bytes) return { update: taker.encode(), reach: taker.reach }
      taker.takeUnit(client)
    }
  }
  return null
}

/** Collects structs in an order in which each builds only on what came before. */
class Taker {
  readonly reach: Map<number, number>
  readonly #store: Y.Doc['store']
  readonly #taken = new Map<number, { encoder: Y.UpdateEncoderV1; clock: number; count: number; deleted: [number, number][] }>()
  #bytes = 0

  constructor(doc: Y.Doc, from: Reach) {
    this.#store = doc.store
    this.reach = new Map(from)
  }

  get bytes(): number {
    return this.#bytes
  }

  lacks(client: number): boolean {
    return this.#reachOf(client) < Y.getState(this.#store, client)
  }

  /** Takes a client's next struct, whatever it builds on, and all that belongs together with any of these. */
  takeUnit(client: number): void {
    const goals = [{ client, upTo: this.#reachOf(client) + 1 }]
    for (let goal = goals.at(-1); goal; goal = goals.at(-1)) {
      if (this.#reachOf(goal.client) >= goal.upTo) {
        goals.pop()
        continue
      }
      const struct = this.#nextOf(goal.client)
      const missing = dependenciesOf(struct).find((id) => id.clock >= this.#reachOf(id.client))
      if (missing) {
        goals.push({ client: missing.client, upTo: missing.clock + 1 })
        continue
      }
      this.#take(struct)
      const end = struct.id.clock + struct.length
      if (this.lacks(goal.client) && recordOf(struct) !== null && recordOf(struct) === recordOf(this.#nextOf(goal.client))) {
        goal.upTo = end + 1
      }
    }
  }

  /** Yjs update format V1. */
  encode(): Uint8Array {
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, this.#taken.size)
      for (const [client, { encoder: structs, clock, count }] of this.#taken) {
        encoding.writeVarUint(encoder, count)
        encoding.writeVarUint(encoder, client)
        encoding.writeVarUint(encoder, clock)
        encoding.writeUint8Array(encoder, encoding.toUint8Array(structs.restEncoder))
      }
      encoding.writeVarUint(encoder, this.#taken.size)
      for (const [client, { deleted }] of this.#taken) {
        encoding.writeVarUint(encoder, client)
        encoding.writeVarUint(encoder, deleted.length)
        for (const [clock, length] of deleted) {
          encoding.writeVarUint(encoder, clock)
          encoding.writeVarUint(encoder, length)
        }
      }
    })
  }

  #reachOf(client: number): number {
    return this.reach.get(client) ?? 0
  }

  #nextOf(client: number): Struct {
    const structs = this.#store.clients.get(client) ?? []
    return structs[Y.findIndexSS(structs, this.#reachOf(client))] as Struct // `lacks` has said that there is one
  }

  #take(struct: Struct): void {
    const { client } = struct.id
    const clock = this.#reachOf(client)
    const taken = this.#taken.get(client) ?? { encoder: new Y.UpdateEncoderV1(), clock, count: 0, deleted: [] }
    this.#taken.set(client, taken)
    const before = encoding.length(taken.encoder.restEncoder)
    const offset = clock - struct.id.clock
    struct.write(taken.encoder, offset)
    taken.count += 1
    if (struct.deleted) taken.deleted.push([clock, struct.length - offset])
    this.#bytes += encoding.length(taken.encoder.restEncoder) - before
    this.reach.set(client, struct.id.clock + struct.length)
  }
}

function dependenciesOf(struct: Struct): Y.ID[] {
  if (!(struct instanceof Y.Item)) return []
  const { origin, rightOrigin, parent } = struct
  const holder = parent instanceof Y.AbstractType ? parent._item : null
  return [origin, rightOrigin, holder?.id ?? null].filter((id) => id !== null)
}

/** The record that a struct was written into; null for what is left of deleted ones. */
function recordOf(struct: Struct): Y.Item | null {
  let item: Y.Item | null = struct instanceof Y.Item ? struct : null
  while (item && item.parent instanceof Y.AbstractType && item.parent._item) item = item.parent._item
  return item
}
