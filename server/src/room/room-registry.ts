import { BOARD_SCHEMA_VERSION } from '@remedyboard/shared/board/board-document'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { seedBoard } from '@remedyboard/shared/board/seed-board'
import type { WorkshopEvent } from '@remedyboard/shared/workshop/event'
import * as Y from 'yjs'
import type { BoardInfo, BoardStore } from '../storage/board-store.ts'
import { StoreError } from '../storage/store-error.ts'
import type { Clock, Random } from './clock.ts'
import { loadBoard } from './load-board.ts'
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

/** `loading` until the board was read; a room in `draining` is waited for before the board is loaded again. */
type Slot = { state: 'loading'; room: Promise<Room | undefined> } | { state: 'ready'; room: Room }

export function createRoomRegistry(options: RegistryOptions): RoomRegistry {
  const { store, clock, logger } = options
  const slots = new Map<string, Slot>()
  let closed = false
  let cancelSweep = clock.after(IDLE_GRACE_MS / 2, sweep)

  function sweep(): void {
    for (const slot of slots.values()) {
      if (slot.state !== 'ready') continue
      const since = slot.room.idleSince
      if (since !== undefined && clock.now() - since >= IDLE_GRACE_MS) void slot.room.drain({ compact: true })
    }
    cancelSweep = clock.after(IDLE_GRACE_MS / 2, sweep)
  }

  async function load(boardId: string): Promise<Room | undefined> {
    const stored = await store.load(boardId)
    if (!stored) return undefined
    const room = new Room({
      ...options,
      boardId,
      board: loadBoard(stored),
      onClosed: () => {
        const slot = slots.get(boardId)
        if (slot?.state === 'ready' && slot.room === room) slots.delete(boardId)
      },
    })
    return room
  }

  async function open(boardId: string): Promise<Room | undefined> {
    for (;;) {
      if (closed) throw new StoreError('closed', 'The server is going down.')
      const slot = slots.get(boardId)
      if (slot?.state === 'loading') return slot.room
      if (slot?.state === 'ready') {
        if (slot.room.state === 'draining') {
          await slot.room.drain()
          continue
        }
        slot.room.touch()
        return slot.room
      }
      const loading = load(boardId)
      slots.set(boardId, { state: 'loading', room: loading })
      try {
        const room = await loading
        if (room) slots.set(boardId, { state: 'ready', room })
        else slots.delete(boardId)
        if (room && closed) await room.drain()
        return room
      } catch (error) {
        slots.delete(boardId)
        logger.error({ board: boardId, error: String(error) }, 'the board cannot be loaded')
        throw error
      }
    }
  }

  return {
    async create(board, records, events) {
      const doc = new Y.Doc()
      const { title, locale, template } = board
      seedBoard(doc, { title, locale, template, schemaVersion: BOARD_SCHEMA_VERSION }, records)
      const update = Y.encodeStateAsUpdate(doc)
      doc.destroy()
      await store.createBoard(board, { update, events })
    },
    open,
    stats() {
      const rooms = [...slots.values()].flatMap((slot) => (slot.state === 'ready' ? [slot.room] : []))
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
          const room = slot.state === 'ready' ? slot.room : await slot.room.catch(() => undefined)
          await room?.drain()
        }),
      )
    },
  }
}
