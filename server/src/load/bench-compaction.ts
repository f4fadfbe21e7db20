import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { recordsOf } from '@remedyboard/shared/board/board-document'
import { writeFacets } from '@remedyboard/shared/board/facets'
import { MessageType } from '@remedyboard/shared/protocol/message-type'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { systemClock } from '../room/clock.ts'
import { Connection } from '../room/connection.ts'
import { encodeUpdate } from '../room/frame.ts'
import { silentLogger } from '../room/room-logger.ts'
import { createRoomRegistry } from '../room/room-registry.ts'
import type { BoardStore } from '../storage/board-store.ts'
import { SqliteBoardStore } from '../storage/sqlite-board-store.ts'
import { card } from './load-card.ts'

// `pnpm bench:compaction`: what a compaction adds to the acknowledgements of the same room. The real room and the real store on a disk;
// only the network is missing.

const RECORDS = (process.env['BENCH_RECORDS'] ?? '5000,20000').split(',').map(Number)
const COMPACTIONS = 5
/** The design's: no acknowledgement may take longer by more than this. */
const BUDGET_MS = 20
const EDIT_MS = 5

interface Sample {
  sentAt: number
  ms: number
}

interface Span {
  from: number
  to: number
}

/** The same store, which notes when it compacts. */
function watched(store: BoardStore, spans: Span[]): BoardStore {
  return new Proxy(store, {
    get(target, name) {
      if (name !== 'compact') {
        const value: unknown = Reflect.get(target, name)
        return typeof value === 'function' ? (value.bind(target) as unknown) : value
      }
      return async (...args: Parameters<BoardStore['compact']>) => {
        const from = performance.now()
        const bytes = await target.compact(...args)
        spans.push({ from, to: performance.now() })
        return bytes
      }
    },
  })
}

async function measure(records: number): Promise<{ during: number[]; outside: number[]; spans: Span[]; bytes: number; rssMb: number[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'remedyboard-bench-'))
  const spans: Span[] = []
  const sqlite = await SqliteBoardStore.open(folder)
  const registry = createRoomRegistry({
    store: watched(sqlite, spans),
    clock: systemClock,
    random: Math.random,
    logger: silentLogger,
    compactAfterEntries: 30,
  })
  const board = { id: 'b1', createdAt: 0, title: 't', template: 'blank', locale: 'en', joinCode: 'AAAAAA' }
  const generations = { facilitator: 1, participant: 1, viewer: 1 }
  const cards = Array.from({ length: records }, (_, i) => card(`shape:${i}`, `Card ${i}: 东街社区夜间停车很困难, who repairs the lamps?`))
  await registry.create({ ...board, generations }, cards, [{ type: 'joined', id: 'p1', name: 'p', role: 'participant', at: 1 }])
  const room = await registry.open('b1')
  if (!room) throw new Error('no room')

  const doc = new Y.Doc()
  const samples: Sample[] = []
  const sent = new Map<number, number>()
  const connection = room.attach(
    {
      bufferedAmount: 0,
      send(frame) {
        const decoder = decoding.createDecoder(frame)
        if (decoding.readVarUint(decoder) !== MessageType.ack) return
        const n = decoding.readVarUint(decoder)
        const sentAt = sent.get(n)
        if (sentAt !== undefined) samples.push({ sentAt, ms: performance.now() - sentAt })
        sent.delete(n)
      },
      close: () => undefined,
      terminate: () => undefined,
    },
    'p1',
  )
  if (!(connection instanceof Connection)) throw new Error(`refused with ${connection}`)
  const stored = await sqlite.load('b1')
  for (const { update } of stored?.entries ?? []) if (update) Y.applyUpdate(doc, update)
  doc.on('update', (update: Uint8Array) => room.receive(connection, encodeUpdate(update)))
  const rssMb: number[] = []
  const rss = setInterval(() => rssMb.push(process.memoryUsage().rss / 2 ** 20), 100)
  for (let n = 1; spans.length < COMPACTIONS || n % 100 !== 0; n++) {
    const facets = recordsOf(doc).get(`shape:${(n * 7) % records}`)
    if (!facets) throw new Error('no card')
    sent.set(n, performance.now())
    doc.transact(() => writeFacets(facets, [{ key: 'place', value: { x: n, y: n, rotation: 0, parentId: 'page:page', index: 'a1' } }]))
    const ask = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, MessageType.ack)
      encoding.writeVarUint(encoder, n)
    })
    room.receive(connection, ask)
    await pause(EDIT_MS)
  }
  clearInterval(rss)
  const bytes = (await sqlite.load('b1'))?.snapshot?.update.byteLength ?? 0
  await registry.close()
  await sqlite.close()
  await rm(folder, { recursive: true, force: true })
  const overlaps = ({ sentAt, ms }: Sample) => spans.some(({ from, to }) => sentAt < to && sentAt + ms > from)
  // The first acknowledgements meet code that is not warm yet.
  const warm = samples.slice(50)
  return {
    during: warm.filter(overlaps).map(({ ms }) => ms),
    outside: warm.filter((sample) => !overlaps(sample)).map(({ ms }) => ms),
    spans,
    bytes,
    rssMb: [rssMb[0] ?? 0, Math.max(...rssMb), rssMb.at(-1) ?? 0],
  }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

const shown = (values: readonly number[]) => [0.5, 0.99, 1].map((share) => quantile(values, share).toFixed(1)).join(' / ')

let kept = true
process.stdout.write(
  `${cpus()[0]?.model ?? 'unknown CPU'}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}\n`,
)
process.stdout.write(
  '| records | snapshot | a compaction takes | acknowledged ms otherwise (p50 / p99 / most) | during compactions | added at most | memory MB: start / most / end |\n',
)
for (const records of RECORDS) {
  const { during, outside, spans, bytes, rssMb } = await measure(records)
  const added = quantile(during, 1) - quantile(outside, 0.5)
  kept &&= added <= BUDGET_MS
  const took = quantile(
    spans.map(({ from, to }) => to - from),
    0.5,
  )
  process.stdout.write(
    `| ${records} | ${(bytes / 1e6).toFixed(1)} MB | ${took.toFixed(0)} ms | ${shown(outside)} | ${shown(during)} | ${added.toFixed(1)} ms (${added <= BUDGET_MS ? 'within' : 'MISSED'} ${BUDGET_MS}) | ${rssMb.map((mb) => mb.toFixed(0)).join(' / ')} |\n`,
  )
}
process.exitCode = kept ? 0 : 1
