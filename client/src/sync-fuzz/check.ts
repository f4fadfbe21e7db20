import { recordsOf } from '@remedyboard/shared/board/board-document'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { readBoard } from '@remedyboard/shared/board/document-reader'
import { equalityDeep } from 'lib0/function'
import * as Y from 'yjs'
import type { FuzzPeer } from './fuzz-peer.ts'

/** What a run must not show. */
class FuzzFinding extends Error {}

export function must(holds: boolean, what: string, detail?: () => unknown): asserts holds {
  if (!holds) throw new FuzzFinding(detail ? `${what}: ${JSON.stringify(detail(), null, 1)?.slice(0, 4_000)}` : what)
}

/** The ids under which two boards differ, with what each says. */
function difference(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): Record<string, unknown> | null {
  const found: Record<string, unknown> = {}
  for (const id of new Set([...a.keys(), ...b.keys()])) {
    if (!equalityDeep(a.get(id), b.get(id))) found[id] = [a.get(id) ?? null, b.get(id) ?? null]
  }
  return Object.keys(found).length > 0 ? found : null
}

const mapOf = (doc: Y.Doc) => new Map(Object.entries(recordsOf(doc).toJSON() as Record<string, unknown>))
const byId = (records: readonly BoardRecord[]) => new Map(records.map((record) => [record.id, record]))

/** Holds at any moment at which the person's page is at rest. */
export function checkPage(peer: FuzzPeer): void {
  must(peer.derivedWrites === 0, `${peer.name} answered a remote change with a write`)
  const rebuilt = byId(readBoard(peer.doc))
  const stale = difference(peer.reader.index.visible, rebuilt)
  must(!stale, `${peer.name}: the index differs from a rebuilt one`, () => stale)
  if (!peer.bound) return
  must(peer.bound.quarantined.get().size === 0, `${peer.name}: tldraw refuses records`, () => [...(peer.bound?.quarantined.get() ?? [])])
  const wrong = difference(peer.shown(), rebuilt)
  must(!wrong, `${peer.name}: the canvas does not show the document`, () => wrong)
  checkTree(peer.name, rebuilt)
}

/** No orphan, no circle of parents, no link without an end. */
function checkTree(name: string, records: ReadonlyMap<string, BoardRecord>): void {
  for (const record of records.values()) {
    if (record.typeName === 'binding') {
      for (const end of ['fromId', 'toId']) must(records.has(String(record[end])), `${name}: ${record.id} has no ${end}`)
    }
    if (record.typeName !== 'shape') continue
    const seen = new Set<string>()
    let current: BoardRecord | undefined = record
    while (current?.typeName === 'shape') {
      must(!seen.has(current.id), `${name}: ${record.id} hangs in a circle`)
      seen.add(current.id)
      current = records.get(String(current['parentId']))
    }
    must(current?.typeName === 'page', `${name}: ${record.id} is an orphan`)
  }
}

/** Everything that a person was told is kept, and everything that they saw of others, is in `durable`. */
export function checkDurable(peer: FuzzPeer, durable: Y.Doc): void {
  const clocks = Y.decodeStateVector(Y.encodeStateVector(durable))
  const deleted = Y.createDeleteSetFromStructStore(durable.store)
  // What a viewer wrote is answered, and never applied.
  for (const update of peer.mustStartOver ? [] : peer.updates.slice(0, peer.echoed)) {
    const { structs, ds } = Y.decodeUpdate(update)
    for (const struct of structs) {
      must((clocks.get(struct.id.client) ?? 0) >= struct.id.clock + struct.length, `${peer.name}: an acknowledged edit is lost`)
    }
    for (const [client, ranges] of ds.clients) {
      for (const { clock, len } of ranges) {
        for (let i = 0; i < len; i++)
          must(Y.isDeleted(deleted, Y.createID(client, clock + i)), `${peer.name}: an acknowledged deletion is lost`)
      }
    }
  }
  for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(peer.doc))) {
    if (!peer.ownIds.has(client)) must((clocks.get(client) ?? 0) >= clock, `${peer.name} saw an edit that is lost`)
  }
}

/** Holds for everybody when all have come back and everything is stored. */
export function checkEnd(peers: readonly FuzzPeer[], durable: Y.Doc): void {
  const truth = mapOf(durable)
  for (const peer of peers) {
    const apart = difference(mapOf(peer.doc), truth)
    must(!apart, `${peer.name}: the document differs from the stored one`, () => apart)
    must(peer.doc.store.pendingStructs === null && peer.doc.store.pendingDs === null, `${peer.name}: changes wait for others`)
    must(!peer.acknowledgements.pending.get(), `${peer.name}: not everything is acknowledged`)
    must(!peer.mustStartOver, `${peer.name}: still has what was never applied`)
    must(peer.bound !== undefined, `${peer.name}: the canvas did not open`)
    checkPage(peer)
    checkDurable(peer, durable)
  }
}
