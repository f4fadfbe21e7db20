import type { CompactionPoint } from './board-store.ts'
import type { BuildOrder } from './build-in-thread.ts'
import type { BuiltSnapshot } from './build-snapshot.ts'
import { StoreError } from './store-error.ts'
import type { EntrySlice, FormerSnapshot, StoreRequest } from './store-request.ts'

/** A snapshot is written in parts of this size, each with its own commit: 7 MB in one go held every other commit up for 37 ms. */
const PART_BYTES = 256 * 1024

/** Sends one request to the storage thread. */
type Ask = (request: StoreRequest) => Promise<unknown>

type Build = (order: BuildOrder) => Promise<BuiltSnapshot>

/**
 * Replaces a board's log by a snapshot, in small steps between everybody's commits: read, make the snapshot in a thread of its own,
 * write it beside the former one, point to it, remove what it replaced. Cut off anywhere it leaves a whole board; the next compaction
 * removes what is left over.
 */
export async function compactInSteps(ask: Ask, build: Build, boardId: string, point: CompactionPoint): Promise<number> {
  const { seq, state, now } = point
  const former = (await ask({ type: 'former-snapshot', boardId, upTo: seq })) as FormerSnapshot
  let bytesWritten = 0
  if (former.seq < seq) {
    const updates = await read(ask, boardId, former, seq)
    const { update, tombstones } = await build({ updates, former: former.tombstones, now })
    const parts = Math.max(1, Math.ceil(update.byteLength / PART_BYTES))
    for (let part = 0; part < parts; part++) {
      const bytes = update.slice(part * PART_BYTES, (part + 1) * PART_BYTES)
      await ask({ type: 'write-part', boardId, seq, part, bytes })
    }
    await ask({ type: 'replace-snapshot', boardId, snapshot: { seq, state, parts, tombstones } })
    bytesWritten = update.byteLength
  }
  while (await ask({ type: 'remove-replaced', boardId }));
  return bytesWritten
}

async function read(ask: Ask, boardId: string, former: FormerSnapshot, upTo: number): Promise<Uint8Array[]> {
  const parts: Uint8Array[] = []
  for (let part = 0; part < former.parts; part++) {
    parts.push((await ask({ type: 'read-part', boardId, seq: former.seq, part })) as Uint8Array)
  }
  const updates: Uint8Array[] = parts.length > 0 ? [new Uint8Array(Buffer.concat(parts))] : []
  let after = former.seq
  while (after < upTo) {
    const slice = (await ask({ type: 'read-entries', boardId, after, upTo })) as EntrySlice
    if (slice.last === after) throw new StoreError('corrupt', `Entry ${after + 1} is missing.`)
    updates.push(...slice.updates)
    after = slice.last
  }
  return updates
}
