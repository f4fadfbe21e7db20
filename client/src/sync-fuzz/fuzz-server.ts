import type { Role } from '@remedyboard/shared/protocol/role'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import type { PhasePermission } from '@remedyboard/shared/workshop/state'
import { Connection } from '../../../server/src/room/connection.ts'
import { loadBoard } from '../../../server/src/room/load-board.ts'
import { ManualClock } from '../../../server/src/room/manual-clock.ts'
import { silentLogger } from '../../../server/src/room/room-logger.ts'
import { createRoomRegistry, type RoomRegistry } from '../../../server/src/room/room-registry.ts'
import type { Room } from '../../../server/src/room/room.ts'
import type { RoomSocket } from '../../../server/src/room/room-socket.ts'
import type { BoardInfo } from '../../../server/src/storage/board-store.ts'
import type * as Y from 'yjs'
import { FuzzDisk, FuzzStore } from './fuzz-store.ts'
import { settled } from './settled.ts'
import type { Random } from './seeded-random.ts'

const BOARD: BoardInfo = {
  id: 'b1',
  createdAt: 1_750_000_000_000,
  title: 'East Street',
  template: 'blank',
  locale: 'en',
  joinCode: 'K7M4PX',
  generations: { facilitator: 1, participant: 1, viewer: 1 },
}

/** A process that can be killed and started again on the same disk. */
export class FuzzServer {
  readonly disk = new FuzzDisk()
  store: FuzzStore
  clock = new ManualClock()
  #registry: RoomRegistry
  readonly #random: Random
  /** whoever is connected, told when the process dies */
  readonly #sockets = new Set<{ die(): void }>()

  private constructor(random: Random) {
    this.#random = random
    this.store = new FuzzStore(this.disk)
    this.#registry = this.#start()
  }

  static async create(random: Random, records: readonly BoardRecord[], people: readonly (readonly [string, Role])[]): Promise<FuzzServer> {
    const server = new FuzzServer(random)
    const joins = people.map(([id, role]) => ({ type: 'joined', id, name: id, role, at: 1 }) as const)
    await server.#registry.create(BOARD, records, joins)
    return server
  }

  #start(): RoomRegistry {
    return createRoomRegistry({
      store: this.store,
      clock: this.clock,
      random: this.#random,
      logger: silentLogger,
      // Compaction at any moment: rooms that came up at different times compact after different numbers of entries.
      compactAfterEntries: 2 + Math.floor(this.#random() * 40),
    })
  }

  /** Connects a socket to the room as the upgrade handler does. Null when the process died meanwhile. */
  async attach(
    socket: RoomSocket & { die(): void },
    participantId: string,
  ): Promise<{ room: Room; connection: Connection } | number | null> {
    const registry = this.#registry
    this.#sockets.add(socket)
    const room = await registry.open(BOARD.id)
    if (registry !== this.#registry) return null
    if (!room) return 4404
    const connection = room.attach(socket, participantId)
    return connection instanceof Connection ? { room, connection } : connection
  }

  forget(socket: { die(): void }): void {
    this.#sockets.delete(socket)
  }

  /** SIGKILL and start again. */
  async kill(landing: number): Promise<void> {
    await this.store.kill(landing)
    const { clock } = this
    this.store = new FuzzStore(this.disk)
    this.clock = new ManualClock()
    this.clock.advance(clock.now() - this.clock.now())
    this.#registry = this.#start()
    for (const socket of [...this.#sockets]) socket.die()
    this.#sockets.clear()
  }

  /** As the eviction of an idle room, or an orderly restart. Does not wait for the end. */
  drain(): void {
    void this.#registry.open(BOARD.id).then((room) => room?.drain())
  }

  /** Lets participants do only what a phase allows. */
  setPhase(can: readonly PhasePermission[] | null): void {
    const registry = this.#registry
    const text = { en: 'x', zh: 'x' }
    void registry.open(BOARD.id).then((room) => {
      if (!room || room.state !== 'open') return
      const phase = can && {
        id: `phase-${can.join('-')}`,
        name: text,
        instruction: text,
        minutes: 5,
        area: 'x',
        can,
        privacy: 'open' as const,
      }
      const others = room.workshop.agenda.filter(({ id }) => id !== phase?.id)
      room
        .record([
          { type: 'agenda-set', agenda: phase ? [...others, phase] : others },
          { type: 'phase-set', phaseId: phase ? phase.id : null },
        ])
        .catch(() => undefined)
    })
  }

  setRole(id: string, role: Role): void {
    const registry = this.#registry
    void registry.open(BOARD.id).then((room) => {
      if (room?.state === 'open') room.record([{ type: 'role-set', id, role, by: 'p0' }]).catch(() => undefined)
    })
  }

  /** The board as the disk has it. */
  async durable(): Promise<Y.Doc> {
    const stored = await this.disk.board.load(BOARD.id)
    if (!stored) throw new Error('The board is gone.')
    return loadBoard(stored).doc
  }

  /** Everything that waits is written; time passes for retries. */
  async settleStore(): Promise<void> {
    for (let i = 0; i < 40 && this.store.waiting > 0; i++) {
      await this.store.commitOne()
      await settled()
    }
  }
}
