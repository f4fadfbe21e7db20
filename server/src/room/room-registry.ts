import { BOARD_SCHEMA_VERSION } from '@remedyboard/shared/board/board-document'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { seedBoard } from '@remedyboard/shared/board/seed-board'
import type { WorkshopEvent } from '@remedyboard/shared/workshop/event'
import * as Y from 'yjs'
import type { BoardInfo, BoardStore } from '../storage/board-store.ts'
import { StoreError } from '../storage/store-error.ts'
import type { Clock, Random } from './clock.ts'
import { loadBoard } from './load-board.ts'
import { RoomLife } from './room-life.ts'
import type { RoomLogger } from './room-logger.ts'
import { Room } from './room.ts'

/** How long an empty room stays in memory: a reload of the last person's page must not load the board again. */
const IDLE_GRACE_MS = 30_000

export interface RegistryOptions {
  store: BoardStore
  clock: Clock
  random: Random
  logger: RoomLogger
  /** how many log entries make a snapshot worth while; the compactor's own number when left out */
  compactAfterEntries?: number
}

/** All boards in memory. There is never more than one room per board. */
export interface RoomRegistry {
  /** Stores a new board with its template's records and its first events (the agenda). Rejects with `StoreError` 'conflict' when id or join code are taken. */
  create(board: BoardInfo, records: readonly BoardRecord[], events: readonly WorkshopEvent[]): Promise<void>
  /** The room of a board, loaded when needed; undefined when there is no such board. Rejects with a `StoreError`. */
  open(boardId: string): Promise<Room | undefined>
  /** Rooms in memory and people connected, for health and metrics. */
  stats(): { rooms: number; connections: number; suspended: number }
  /** Stores everything and closes all rooms; opens none any more. */
  close(): Promise<void>
}

/** A board in memory, from the moment somebody asked for it. */
interface Slot {
  life: RoomLife
  opening: Promise<Room | undefined>
  /** once the board was read */
  room?: Room
}

export function createRoomRegistry(options: RegistryOptions): RoomRegistry {
  const { store, clock, logger } = options
  const slots = new Map<string, Slot>()
  let closed = false
  let cancelSweep = clock.after(IDLE_GRACE_MS / 2, sweep)

  function sweep(): void {
    for (const { room } of slots.values()) {
      const since = room?.idleSince
      if (since !== undefined && clock.elapsed() - since >= IDLE_GRACE_MS) void room?.drain({ compact: true })
    }
    cancelSweep = clock.after(IDLE_GRACE_MS / 2, sweep)
  }

  async function load(boardId: string, slot: Slot): Promise<Room | undefined> {
    const stored = await store.load(boardId)
    if (!stored) return undefined
    const board = loadBoard(stored)
    board.doc.clientID = newClientId(options.random)
    const room = new Room({ ...options, boardId, board, life: slot.life })
    slot.room = room
    void room.closed.then(() => forget(boardId, slot))
    if (closed) await room.drain()
    return room
  }

  function forget(boardId: string, slot: Slot): void {
    if (slots.get(boardId) === slot) slots.delete(boardId)
  }

  /** The one room that everybody gets who asks while the board is read. */
  async function start(boardId: string, slot: Slot): Promise<Room | undefined> {
    try {
      const room = await load(boardId, slot)
      if (!room) forget(boardId, slot)
      return room
    } catch (error) {
      slot.life.on('end')
      forget(boardId, slot)
      logger.error({ board: boardId, error: String(error) }, 'the board cannot be loaded')
      throw error
    }
  }

  async function open(boardId: string): Promise<Room | undefined> {
    for (;;) {
      if (closed) throw new StoreError('closed', 'The server is going down.')
      const slot = slots.get(boardId)
      if (!slot) {
        const life = new RoomLife()
        const fresh: Slot = { life, opening: Promise.resolve(undefined) }
        slots.set(boardId, fresh)
        fresh.opening = start(boardId, fresh)
        return fresh.opening
      }
      if (slot.life.state === 'loading' || !slot.room) return slot.opening
      if (slot.life.admits) {
        slot.room.touch()
        return slot.room
      }
      await slot.room.closed
      forget(boardId, slot)
    }
  }

  return {
    async create(board, records, events) {
      const doc = new Y.Doc()
      doc.clientID = newClientId(options.random)
      const { title, locale, template } = board
      seedBoard(doc, { title, locale, template, schemaVersion: BOARD_SCHEMA_VERSION }, records)
      const update = Y.encodeStateAsUpdate(doc)
      doc.destroy()
      await store.createBoard(board, { update, events })
    },
    open,
    stats() {
      const rooms = [...slots.values()].flatMap(({ room }) => room ?? [])
      return {
        rooms: rooms.length,
        connections: rooms.reduce((sum, room) => sum + room.connectionCount, 0),
        suspended: rooms.filter((room) => room.state === 'suspended').length,
      }
    },
    async close() {
      closed = true
      cancelSweep()
      await Promise.all(
        [...slots.values()].map(async (slot) => {
          const room = slot.room ?? (await slot.opening.catch(() => undefined))
          await room?.drain()
        }),
      )
    },
  }
}

/** The id under which the server writes into a document. Yjs would draw one of its own; chance comes from outside, so that runs can be repeated. */
function newClientId(random: Random): number {
  return Math.floor(random() * 2 ** 32)
}
