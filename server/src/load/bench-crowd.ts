import { recordsOf } from '@remedyboard/shared/board/board-document'
import { writeFacets, writeRecord } from '@remedyboard/shared/board/facets'
import { MessageType } from '@remedyboard/shared/protocol/message-type'
import * as decoding from 'lib0/decoding'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { encodeAwareness, encodeAwarenessEntry, encodeSyncStep1, encodeSyncStep2, encodeUpdate } from '../room/frame.ts'
import { joinBoard, socketWithToken, type MadeBoard } from './board-visitor.ts'
import { card } from './load-card.ts'

// The load generator of `pnpm bench:sync`. It knows just enough of the protocol to be cheap: frames that everybody receives are
// decoded once.

export interface LoadOrder {
  origin: string
  /** left out for the yardstick, which knows no boards */
  board?: MadeBoard
  people: number
  writers: number
  writesPerSecond: number
  cursorsPerSecond: number
  seconds: number
}

export interface LoadReport {
  /** length of the measured window */
  seconds: number
  /** updates × people who should have received them */
  expected: number
  delivered: number
  p50Ms: number
  p99Ms: number
  /** all frames, presence included */
  frames: number
}

const WARM_UP_MS = 3_000
/** Updates that are still on their way when the window ends. */
const LINGER_MS = 2_000

/** When each update was sent: by Yjs client id, then by clock. Only those of the measured window. */
const sentAt = new Map<number, Map<number, number>>()
const latencies: number[] = []
let measuring = false
let frames = 0

/** What a sync frame brings, decoded once for everybody. */
const decoded = new Map<string, { client: number; clock: number; length: number }[]>()

function structsOf(frame: Buffer): { client: number; clock: number; length: number }[] {
  const key = frame.toString('latin1')
  const known = decoded.get(key)
  if (known) return known
  const decoder = decoding.createDecoder(frame)
  decoding.readVarUint(decoder)
  const isUpdate = decoding.readVarUint(decoder) === 2
  const structs = isUpdate
    ? Y.decodeUpdate(decoding.readVarUint8Array(decoder)).structs.map(({ id, length }) => ({ client: id.client, clock: id.clock, length }))
    : []
  if (decoded.size > 500) decoded.clear()
  decoded.set(key, structs)
  return structs
}

class Person {
  readonly doc = new Y.Doc()
  readonly socket: WebSocket
  readonly #clientId = this.doc.clientID
  #cursorClock = 0
  synced = false

  constructor(address: string, token: string) {
    this.socket = new (socketWithToken(token))(address)
    this.socket.on('open', () => this.socket.send(encodeSyncStep1(new Uint8Array([0]))))
    this.socket.on('message', (data: Buffer) => this.#receive(data))
    this.socket.on('close', (code) => {
      if (measuring) throw new Error(`the server closed a connection with ${code}`)
    })
    this.doc.on('update', (update: Uint8Array) => {
      if (measuring) sentAt.get(this.#clientId)?.set(Y.getState(this.doc.store, this.#clientId) - 1, performance.now())
      this.socket.send(encodeUpdate(update))
    })
  }

  moveCursor(): void {
    this.#cursorClock += 1
    const json = JSON.stringify({ cursor: { x: Math.round(Math.random() * 2_000), y: Math.round(Math.random() * 1_000) }, selection: [] })
    this.socket.send(encodeAwareness([encodeAwarenessEntry({ clientId: this.#clientId, clock: this.#cursorClock, json })]))
  }

  makeCard(): void {
    sentAt.set(this.#clientId, new Map())
    this.doc.transact(() => writeRecord(recordsOf(this.doc), card(`shape:${this.#clientId}`, 'a card that moves')))
  }

  moveCard(): void {
    const facets = recordsOf(this.doc).get(`shape:${this.#clientId}`)
    const place = {
      x: Math.round(Math.random() * 2_000),
      y: Math.round(Math.random() * 1_000),
      rotation: 0,
      parentId: 'page:page',
      index: 'a1',
    }
    if (facets) this.doc.transact(() => writeFacets(facets, [{ key: 'place', value: place }]))
  }

  #receive(frame: Buffer): void {
    if (measuring) frames += 1
    if (frame[0] !== MessageType.sync) return
    if (frame[1] === 0) {
      this.socket.send(encodeSyncStep2(Y.encodeStateAsUpdate(this.doc)))
      return
    }
    if (frame[1] === 1) {
      this.synced = true
      return
    }
    const now = performance.now()
    for (const { client, clock, length } of structsOf(frame)) {
      if (client === this.#clientId) continue
      const sent = sentAt.get(client)
      for (let i = 0; sent && i < length; i++) {
        const at = sent.get(clock + i)
        if (at !== undefined) latencies.push(now - at)
      }
    }
  }
}

/** Calls `act` for each in turn, so often a second, spread evenly. Returns the way to stop. */
function evenly<Item>(items: readonly Item[], perSecond: number, act: (item: Item) => void): () => void {
  const startedAt = performance.now()
  let done = 0
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - startedAt) / 1_000) * perSecond * items.length)
    for (; done < due; done++) act(items[done % items.length] as Item)
  }, 1)
  return () => clearInterval(timer)
}

async function main(order: LoadOrder): Promise<void> {
  const { origin, board } = order
  const address = `${origin.replace('http', 'ws')}/sync/${board?.id ?? 'none'}`
  const people: Person[] = []
  for (let i = 0; i < order.people; i++) {
    people.push(new Person(address, board ? (await joinBoard(origin, board, `Person ${i}`)).token : ''))
  }
  while (!people.every(({ synced }) => synced)) await pause(20)
  const writers = people.slice(0, order.writers)
  for (const writer of writers) writer.makeCard()
  await pause(500)
  const stops = [
    evenly(writers, order.writesPerSecond, (writer) => writer.moveCard()),
    evenly(people, order.cursorsPerSecond, (person) => person.moveCursor()),
  ]
  await pause(WARM_UP_MS)
  process.stdout.write('begin\n')
  measuring = true
  const startedAt = performance.now()
  await pause(order.seconds * 1_000)
  const seconds = (performance.now() - startedAt) / 1_000
  process.stdout.write('end\n')
  stops.forEach((stop) => stop())
  await pause(LINGER_MS)
  measuring = false
  const sent = [...sentAt.values()].reduce((sum, times) => sum + times.size, 0)
  const sorted = Float64Array.from(latencies).sort()
  const report: LoadReport = {
    seconds,
    expected: sent * (order.people - 1),
    delivered: sorted.length,
    p50Ms: sorted[Math.floor(sorted.length * 0.5)] ?? 0,
    p99Ms: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
    frames: frames / order.people / seconds,
  }
  process.stdout.write(`${JSON.stringify(report)}\n`)
  for (const { socket } of people) socket.terminate()
  process.exit()
}

await main(JSON.parse(process.argv[2] ?? '{}') as LoadOrder) // written by bench-sync
