import { recordsOf } from '@remedyboard/shared/board/board-document'
import * as Y from 'yjs'

/** ms of processor time that `work` takes, once it is compiled, on the machine on which the bounds of the attacks were set: idle, 2 cores. */
const REFERENCE_MS = 3

const RECORDS = 1_000

/** What a server does all day: changes are made, packed and taken in. */
function work(): void {
  const doc = new Y.Doc()
  const records = recordsOf(doc)
  doc.transact(() => {
    for (let i = 0; i < RECORDS; i++) records.set(`shape:${i}`, new Y.Map(Object.entries({ x: i, text: `word ${i}` })))
  })
  Y.applyUpdate(new Y.Doc(), Y.encodeStateAsUpdate(doc))
}

/**
 * How many times slower than that machine this one is now, at least 1: what it runs beside this also takes from its caches and from the
 * other half of its core, which the processor time of a process does not tell.
 */
export function slowness(): number {
  const times = Array.from({ length: 7 }, () => {
    const start = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1_000
  })
  return Math.max(1, Math.min(...times) / REFERENCE_MS)
}
