import { Worker } from 'node:worker_threads'
import type { Tombstones } from '@remedyboard/shared/board/tombstones'
import { buildSnapshot, type BuiltSnapshot } from './build-snapshot.ts'
import { StoreError } from './store-error.ts'
import { threadFile } from './thread-file.ts'

export interface BuildOrder {
  readonly updates: readonly Uint8Array[]
  readonly former: Tombstones
  readonly now: number
}

export type BuildReply = { readonly built: BuiltSnapshot } | { readonly flaw: string }

/**
 * Makes a snapshot in a thread of its own: reading and encoding a board of 20,000 records takes half a second, which would delay every
 * acknowledgement of the room, or every commit of all rooms. The thread ends with the snapshot, and its memory with it. Takes the
 * updates away from the caller. Rejects with 'bad-snapshot', or 'unavailable' when the thread ends before it is done.
 */
export async function buildInThread(order: BuildOrder): Promise<BuiltSnapshot> {
  const worker = new Worker(threadFile('snapshot-builder-worker'))
  try {
    return await new Promise<BuiltSnapshot>((resolve, reject) => {
      worker.on('message', (reply: BuildReply) => {
        if ('built' in reply) resolve(reply.built)
        else reject(new StoreError('bad-snapshot', reply.flaw))
      })
      worker.on('error', (error) => reject(new StoreError('unavailable', error.message)))
      worker.on('exit', () => reject(new StoreError('unavailable', 'The thread that makes snapshots has ended.')))
      worker.postMessage(
        order,
        order.updates.map(({ buffer }) => buffer as ArrayBuffer), // what came from another thread has a buffer of its own
      )
    })
  } finally {
    await worker.terminate()
  }
}

/** What the thread does. */
export function answerOrder({ updates, former, now }: BuildOrder): BuildReply {
  try {
    return { built: buildSnapshot(updates, former, now) }
  } catch (error) {
    return { flaw: String(error) }
  }
}
