import { recordsOf } from '@remedyboard/shared/board/board-document'
import { writeFacets, writeRecord } from '@remedyboard/shared/board/facets'
import { MessageType } from '@remedyboard/shared/protocol/message-type'
import * as decoding from 'lib0/decoding'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { encodeAck, encodeAwareness, encodeAwarenessEntry, encodeSyncStep1, encodeSyncStep2, encodeUpdate } from '../room/frame.ts'
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
  /** from sending 102 n to its echo, at the writers */
  ackP50Ms: number
  ackP99Ms: number
  ackMaxMs: number
  /** all frames, presence included, per person and second */
  frames: number
  /** CPU of the load generator as a share of one core: near 1 it measures itself */
  ownCore: number
}

/**
 * A room lasts for an hour, and the first minute of it would be spent compiling: the writers write this often a second among
 * themselves before the others come.
 */
const COMPILING = { writesPerSecond: 100, ms: 4_000 }
const WARM_UP_MS = 3_000
/** Updates that are still on their way when the window ends. */
const LINGER_MS = 1_500

/** When each update was sent: by Yjs client id, then by clock. Only those of the measured window. */
const sentAt = new Map<number, Map<number, number>>()
const latencies: number[] = []
const ackTimes: number[] = []
let measuring = false
let frames = 0

/** Where an update stands in its author's history. */
interface Structs {
  client: number
  clock: number
  length: number
}

/** The latest sync frames and what they bring: everybody gets the same ones at about the same time. */
const recent: { frame: Buffer; structs: Structs[] }[] = []
const MAX_RECENT = 16

function structsOf(frame: Buffer): Structs[] {
  const known = recent.find((other) => other.frame.equals(frame))
  if (known) return known.structs
  const decoder = decoding.createDecoder(frame)
  decoding.readVarUint(decoder)
  const isUpdate = decoding.readVarUint(decoder) === 2
  const structs = isUpdate
    ? Y.decodeUpdate(decoding.readVarUint8Array(decoder)).structs.map(({ id, length }) => ({ client: id.client, clock: id.clock, length }))
    : []
  recent.unshift({ frame, structs })
  recent.length = Math.min(recent.length, MAX_RECENT)
  return structs
}

class Person {
  readonly doc = new Y.Doc()
  readonly socket: WebSocket
  readonly #clientId = this.doc.clientID
  #cursorClock = 0
  #lastAck = 0
  /** when each acknowledgement was asked for that is still out */
  readonly #askedAt = new Map<number, number>()
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
      this.#askAck()
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

  #askAck(): void {
    this.#lastAck += 1
    if (measuring) this.#askedAt.set(this.#lastAck, performance.now())
    this.socket.send(encodeAck(this.#lastAck))
  }

  /** One echo answers for all lower numbers. */
  #receiveAck(n: number): void {
    const now = performance.now()
    for (const [asked, at] of this.#askedAt) {
      if (asked > n) break
      ackTimes.push(now - at)
      this.#askedAt.delete(asked)
    }
  }

  #receive(frame: Buffer): void {
    if (measuring) frames += 1
    if (frame[0] === MessageType.ack) return this.#receiveAck(decoding.readVarUint(decoding.createDecoder(frame.subarray(1))))
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

const percentile = (sorted: Float64Array, share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

async function main(order: LoadOrder): Promise<void> {
  const { origin, board } = order
  const address = `${origin.replace('http', 'ws')}/sync/${board?.id ?? 'none'}`
  const people: Person[] = []
  const come = async (count: number): Promise<void> => {
    while (people.length < count) {
      people.push(new Person(address, board ? (await joinBoard(origin, board, `Person ${people.length}`)).token : ''))
    }
    while (!people.every(({ synced }) => synced)) await pause(20)
  }
  await come(order.writers)
  const writers = [...people]
  for (const writer of writers) writer.makeCard()
  const stopCompiling = evenly(writers, COMPILING.writesPerSecond, (writer) => writer.moveCard())
  await pause(COMPILING.ms)
  stopCompiling()
  await come(order.people)
  await pause(500)
  const stops = [
    evenly(writers, order.writesPerSecond, (writer) => writer.moveCard()),
    evenly(people, order.cursorsPerSecond, (person) => person.moveCursor()),
  ]
  await pause(WARM_UP_MS)
  process.stdout.write('begin\n')
  measuring = true
  const startedAt = performance.now()
  const startedWith = process.cpuUsage()
  await pause(order.seconds * 1_000)
  const seconds = (performance.now() - startedAt) / 1_000
  const used = process.cpuUsage(startedWith)
  const framesSeen = frames
  process.stdout.write('end\n')
  stops.forEach((stop) => stop())
  await pause(LINGER_MS)
  measuring = false
  const sent = [...sentAt.values()].reduce((sum, times) => sum + times.size, 0)
  const sorted = Float64Array.from(latencies).sort()
  const acks = Float64Array.from(ackTimes).sort()
  const report: LoadReport = {
    seconds,
    expected: sent * (order.people - 1),
    delivered: sorted.length,
    p50Ms: percentile(sorted, 0.5),
    p99Ms: percentile(sorted, 0.99),
    ackP50Ms: percentile(acks, 0.5),
    ackP99Ms: percentile(acks, 0.99),
    ackMaxMs: acks.at(-1) ?? 0,
    frames: framesSeen / order.people / seconds,
    ownCore: (used.user + used.system) / 1_000_000 / seconds,
  }
  process.stdout.write(`${JSON.stringify(report)}\n`)
  for (const { socket } of people) socket.terminate()
  process.exit()
}

await main(JSON.parse(process.argv[2] ?? '{}') as LoadOrder) // written by bench-sync
