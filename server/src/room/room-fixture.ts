import { recordsOf } from '@remedyboard/shared/board/board-document'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { writeRecord } from '@remedyboard/shared/board/facets'
import type { CloseCodeValue } from '@remedyboard/shared/protocol/close-code'
import { MessageType } from '@remedyboard/shared/protocol/message-type'
import type { RefusedMessage } from '@remedyboard/shared/protocol/refused-change'
import type { Role } from '@remedyboard/shared/protocol/role'
import { withMessage, type SessionMessage, type SessionView } from '@remedyboard/shared/workshop/view'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { BoardInfo, LogEntry } from '../storage/board-store.ts'
import { card } from '../load/load-card.ts'
import { MemoryBoardStore } from '../storage/memory-board-store.ts'
import { StoreError } from '../storage/store-error.ts'
import { Connection } from './connection.ts'
import { decodeFrame, encodeAwareness, encodeAwarenessEntry, encodeSyncStep1, encodeSyncStep2, encodeUpdate } from './frame.ts'
import type { Random } from './clock.ts'
import { ManualClock } from './manual-clock.ts'
import { createRoomRegistry, type RoomRegistry } from './room-registry.ts'
import { silentLogger } from './room-logger.ts'
import type { Room } from './room.ts'

export const BOARD: BoardInfo = {
  id: 'b1',
  createdAt: 1_750_000_000_000,
  title: 'East Street',
  template: 'blank',
  locale: 'en',
  joinCode: 'K7M4PX',
  generations: { facilitator: 1, participant: 1, viewer: 1 },
}

/** A store whose commits wait for the test, or fail as it says. */
export class GatedStore extends MemoryBoardStore {
  failWith: StoreError | null = null
  /** this many appends fail from now on */
  failNext = 0
  appends: LogEntry[] = []
  #gate: Promise<void> | null = null
  #open: () => void = () => undefined

  hold(): void {
    this.#gate = new Promise((resolve) => (this.#open = resolve))
  }

  release(): void {
    this.#gate = null
    this.#open()
  }

  override async append(boardId: string, entry: LogEntry, after: number): Promise<void> {
    await this.#gate
    if (this.failWith) throw this.failWith
    if (this.failNext > 0) {
      this.failNext -= 1
      throw new StoreError('unavailable', 'The test says so.')
    }
    await super.append(boardId, entry, after)
    this.appends.push(entry)
  }
}

/** What a fake client received, decoded. */
export type Received =
  | { type: 'step-1' }
  | { type: 'step-2'; update: Uint8Array }
  | { type: 'update'; update: Uint8Array }
  | { type: 'awareness'; states: { clientId: number; clock: number; state: unknown }[] }
  | { type: 'ack'; n: number }
  | { type: 'session'; message: SessionMessage }
  | { type: 'refused'; message: RefusedMessage }

/** A client without a network: frames go straight in and out of the room. */
export class FakeClient {
  readonly doc = new Y.Doc()
  readonly received: Received[] = []
  bufferedAmount = 0
  /** live frames received */
  live = 0
  onAck: (n: number) => void = () => undefined
  closed: number | 'terminated' | null = null
  #room: Room
  #connection: Connection | null = null
  participantId = ''
  #n = 0

  constructor(room: Room) {
    this.#room = room
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.sendFrame(encodeUpdate(update))
    })
  }

  connect(participantId: string): CloseCodeValue | null {
    const connection = this.#room.attach(this, participantId)
    if (!(connection instanceof Connection)) return connection
    this.#connection = connection
    this.participantId = participantId
    this.sendFrame(encodeSyncStep1(Y.encodeStateVector(this.doc)))
    return null
  }

  get online(): boolean {
    return this.#connection !== null && this.closed === null
  }

  /** Comes back after a close, with the same document. */
  reopen(room: Room, participantId: string): CloseCodeValue | null {
    this.vanish()
    this.#room = room
    this.closed = null
    const refused = this.connect(participantId)
    if (refused === null && this.#n > 0) queueMicrotask(() => this.#ask())
    return refused
  }

  // RoomSocket: what the room does to this end.
  send(frame: Uint8Array): void {
    if (this.closed === null) this.#receive(frame)
  }
  close(code: number): void {
    this.closed ??= code
  }
  terminate(): void {
    this.closed ??= 'terminated'
  }

  sendFrame(frame: Uint8Array): void {
    if (this.#connection && this.closed === null) this.#room.receive(this.#connection, frame)
  }

  askAck(): number {
    this.#n += 1
    this.#ask()
    return this.#n
  }

  #ask(): void {
    this.sendFrame(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, MessageType.ack)
        encoding.writeVarUint(encoder, this.#n)
      }),
    )
  }

  sendPresence(state: unknown, clientId = this.doc.clientID, clock = 1): void {
    this.sendFrame(encodeAwareness([encodeAwarenessEntry({ clientId, clock, json: JSON.stringify(state) })]))
  }

  /** The network is gone without a close frame. */
  vanish(): void {
    if (this.#connection) this.#room.detach(this.#connection)
    this.#connection = null
  }

  all<T extends Received['type']>(type: T): Extract<Received, { type: T }>[] {
    return this.received.filter((item): item is Extract<Received, { type: T }> => item.type === type)
  }

  /** the workshop as this client knows it */
  get view(): SessionView {
    const messages = this.all('session').map(({ message }) => message)
    // The first message of a connection is whole.
    return messages.reduce((view, message) => withMessage(view, message), {} as SessionView)
  }

  /** the last number that was asked for */
  get lastAsked(): number {
    return this.#n
  }

  get acks(): number[] {
    return this.all('ack').map(({ n }) => n)
  }

  #receive(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type === MessageType.session) {
      this.received.push({ type: 'session', message: JSON.parse(decoding.readVarString(decoder)) as SessionMessage })
    } else if (type === MessageType.refused) {
      this.received.push({ type: 'refused', message: JSON.parse(decoding.readVarString(decoder)) as RefusedMessage })
    } else if (type === MessageType.live) {
      this.live += 1
    } else if (type === MessageType.sync) {
      this.#receiveSync(decoder)
    } else {
      const decoded = decodeFrame(frame)
      if (decoded.type === 'ack') {
        this.received.push({ type: 'ack', n: decoded.n })
        this.onAck(decoded.n)
      }
      if (decoded.type === 'awareness') {
        const states = decoded.entries.map(({ clientId, clock, json }) => ({ clientId, clock, state: JSON.parse(json) as unknown }))
        this.received.push({ type: 'awareness', states })
      }
    }
  }

  #receiveSync(decoder: decoding.Decoder): void {
    const syncType = decoding.readVarUint(decoder)
    const payload = decoding.readVarUint8Array(decoder)
    if (syncType === 0) {
      this.received.push({ type: 'step-1' })
      // A real client answers when it got the frame, never in the middle of the room's own doing.
      queueMicrotask(() => this.sendFrame(encodeSyncStep2(Y.encodeStateAsUpdate(this.doc, payload))))
      return
    }
    this.received.push({ type: syncType === 1 ? 'step-2' : 'update', update: payload })
    Y.applyUpdate(this.doc, payload, this)
  }
}

export interface RoomFixture {
  clock: ManualClock
  store: GatedStore
  registry: RoomRegistry
  room: Room
  /** A person who joined, connected and synced. */
  client(participantId: string): FakeClient
}

/** One board with a facilitator `f1`, participants `p1` … `p3` and a viewer `v1`. */
export async function roomFixture(store = new GatedStore(), random: Random = () => 0.5): Promise<RoomFixture> {
  const clock = new ManualClock()
  const registry = createRoomRegistry({ store, clock, random, logger: silentLogger })
  const people: [string, Role][] = [
    ['f1', 'facilitator'],
    ['p1', 'participant'],
    ['p2', 'participant'],
    ['p3', 'participant'],
    ['v1', 'viewer'],
  ]
  const joins = people.map(([id, role]) => ({ type: 'joined', id, name: `Name ${id}`, role, at: 1 }) as const)
  await registry.create(BOARD, [], joins)
  const room = await openRoom(registry)
  return {
    clock,
    store,
    registry,
    room,
    client(participantId) {
      const client = new FakeClient(room)
      const refused = client.connect(participantId)
      if (refused !== null) throw new Error(`refused with ${refused}`)
      return client
    },
  }
}

export async function openRoom(registry: RoomRegistry): Promise<Room> {
  const room = await registry.open(BOARD.id)
  if (!room) throw new Error('no room')
  return room
}

/** Lets promises and microtasks settle; no time passes. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve()
}

/** A plain card of `p1`. */
export function note(id: string): BoardRecord {
  return { ...card(id, ''), meta: { author: 'p1' } }
}

export function addCard(client: FakeClient, id: string): void {
  writeRecord(recordsOf(client.doc), { ...note(id), meta: { author: client.participantId || 'p1' } })
}

/** Record ids of a client's board, pages and the like left out. */
export function cards(client: FakeClient): string[] {
  return [...recordsOf(client.doc).keys()].filter((id) => id.startsWith('shape:')).sort()
}
