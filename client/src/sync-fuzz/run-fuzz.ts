import type { Role } from '@remedyboard/shared/protocol/role'
import { DocumentRecordType, PageRecordType, TLDOCUMENT_ID, type IndexKey } from 'tldraw'
import { vi } from 'vitest'
import { toBoardRecord } from '../canvas/binding/record-casts.ts'
import { checkDurable, checkEnd, checkPage, must } from './check.ts'
import { edit } from './edit.ts'
import { FuzzPeer } from './fuzz-peer.ts'
import { FuzzServer } from './fuzz-server.ts'
import type { EditKind, Operation } from './operation.ts'
import { seededRandom } from './seeded-random.ts'
import { settled } from './settled.ts'

const SEED_RECORDS = [
  toBoardRecord(DocumentRecordType.create({ id: TLDOCUMENT_ID })),
  toBoardRecord(PageRecordType.create({ id: PageRecordType.createId('page'), name: 'Board', index: 'a1' as IndexKey })),
]

const FAKED = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] as const

/** Screens repaint every 16 ms; in long waits, where nothing else happens, a few frames are enough, and half of a run's cost. */
const FRAME_MS = 16
const LONG_WAIT = { from: 200, frameMs: 200 } as const

/** Long enough for every retry of provider and store, which back off up to 5 s. */
const ALL_RETRIES_MS = 6_500

/** One run: people, their networks, one server and its disk. Throws a `FuzzFinding` when something is not as it must be. */
export async function runFuzz(seed: number, people: number, operations: readonly Operation[]): Promise<string> {
  vi.useFakeTimers({ toFake: [...FAKED], now: 1_750_000_000_000 })
  const random = seededRandom(seed)
  const frames = new FuzzFrames()
  // tldraw tells of changes once per frame, and only in tests at once: what waits for the frame is half of the danger.
  vi.stubGlobal('__FORCE_RAF_IN_TESTS__', true)
  // No spy: it would keep every number.
  const chance = Math.random
  Math.random = random
  const run = await FuzzRun.start(random, people, frames)
  try {
    for (const [i, operation] of operations.entries()) {
      run.step = `operation ${i} ${JSON.stringify(operation)}`
      await run.do(operation, i)
    }
    run.step = 'the end'
    return await run.finish()
  } catch (error) {
    if (error instanceof Error) error.message = `at ${run.step}: ${error.message}`
    throw error
  } finally {
    run.close()
    Math.random = chance
    vi.unstubAllGlobals()
    vi.useRealTimers()
  }
}

/** Everybody's screens: frames are timers, so that faked time drives them. */
class FuzzFrames {
  ms = FRAME_MS

  constructor() {
    vi.stubGlobal('requestAnimationFrame', (callback: (now: number) => void) => setTimeout(() => callback(Date.now()), this.ms))
    vi.stubGlobal('cancelAnimationFrame', (handle: ReturnType<typeof setTimeout>) => clearTimeout(handle))
  }
}

class FuzzRun {
  step = ''
  readonly #server: FuzzServer
  readonly #frames: FuzzFrames
  readonly #peers: FuzzPeer[]
  /** ends of half-open connections that the server has not noticed yet */
  #unnoticed: (() => void)[] = []
  #nextClientId = 1_000

  private constructor(server: FuzzServer, peers: FuzzPeer[], frames: FuzzFrames) {
    this.#server = server
    this.#frames = frames
    this.#peers = peers
  }

  static async start(random: () => number, people: number, frames: FuzzFrames): Promise<FuzzRun> {
    const ids = Array.from({ length: people }, (_, i): [string, Role] => [`p${i}`, i === 0 ? 'facilitator' : 'participant'])
    const server = await FuzzServer.create(random, SEED_RECORDS, [...ids, ['late', 'participant']])
    const run = new FuzzRun(server, [], frames)
    for (const [id] of ids) run.#peers.push(run.#join(id))
    await run.#flow()
    await run.#flow()
    for (const peer of run.#peers) must(peer.editor !== undefined, `${peer.name} did not get in`)
    return run
  }

  #join(participantId: string, former?: { kept: Uint8Array; ownIds: ReadonlySet<number> }): FuzzPeer {
    this.#nextClientId += 1
    return new FuzzPeer(this.#server, participantId, this.#nextClientId, former)
  }

  async do(operation: Operation, serial: number): Promise<void> {
    const { who, kind, a, b } = operation
    const index = who % this.#peers.length
    const peer = this.#peers[index]
    if (!peer) return
    const { link } = peer
    switch (kind) {
      case 'up':
        void link.socket?.open()
        await settled()
        link.socket?.deliverUp(1 + (a % 6))
        break
      case 'down':
        this.#receive(peer, 1 + (a % 6))
        break
      case 'commit':
        await this.#server.store.commitOne()
        break
      case 'settle':
        await this.#flow()
        break
      case 'offline':
        link.online = false
        link.socket?.cut()
        break
      case 'online':
        link.online = true
        this.#pass(2_000)
        void link.socket?.open()
        await settled()
        break
      case 'cut':
        link.socket?.cut()
        break
      case 'halfOpen': {
        const { socket } = link
        if (socket) this.#unnoticed.push(socket.cutUnnoticed())
        break
      }
      case 'fail':
      case 'failLanded':
        for (let i = 0; i <= a % 3; i++) this.#server.store.failures.push({ landed: kind === 'failLanded' })
        break
      case 'compactNow':
      case 'drain':
        this.#server.drain()
        break
      case 'kill':
        await this.#kill(a % 3)
        break
      case 'wait':
        this.#pass(a * 5)
        if (b % 3 === 0) this.#unnoticed.shift()?.()
        break
      case 'frameTick':
        this.#pass(16 + (a % 80))
        if (peer.mustStartOver) {
          peer.close()
          this.#peers[index] = this.#join(peer.name)
          break
        }
        peer.render()
        if (!peer.gesturing) peer.bound?.flush()
        await settled()
        if (peer.isAtRest()) checkPage(peer)
        break
      case 'reopen':
        this.#peers[index] = this.#join(peer.name, { kept: peer.close(), ownIds: peer.ownIds })
        break
      case 'phase':
        this.#server.setPhase(([null, null, ['add'], ['move'], ['edit'], ['link', 'add'], ['watch']] as const)[a % 7] ?? null)
        break
      case 'role':
        if (index > 0)
          this.#server.setRole(peer.name, (['viewer', 'participant', 'participant', 'facilitator'] as const)[a % 4] ?? 'viewer')
        break
      default:
        if (kind !== 'move' && kind !== 'moveMany' && kind !== 'gestureEnd') peer.held.clear()
        edit(peer, kind satisfies EditKind, operation, serial)
    }
    await settled()
  }

  /** Frames arrive; nobody answers them with writes of their own. */
  #receive(peer: FuzzPeer, count: number): void {
    // What this person has not written yet is no answer to a remote change.
    peer.bound?.store._flushHistory()
    peer.receiving = true
    peer.link.socket?.deliverDown(count)
    peer.receiving = false
    peer.start()
  }

  #pass(ms: number): void {
    this.#frames.ms = ms >= LONG_WAIT.from ? LONG_WAIT.frameMs : FRAME_MS
    vi.advanceTimersByTime(ms)
    this.#server.clock.advance(ms)
  }

  async #kill(landing: number): Promise<void> {
    await this.#server.kill(landing)
    this.#unnoticed = []
    const durable = await this.#server.durable()
    for (const peer of this.#peers) checkDurable(peer, durable)
  }

  /** Everything that is on its way arrives and is stored. */
  async #flow(): Promise<void> {
    for (let round = 0; round < 8; round++) {
      for (const peer of this.#peers) {
        void peer.link.socket?.open()
        await settled()
        peer.link.socket?.deliverUp(Infinity)
      }
      await this.#server.settleStore()
      for (const peer of this.#peers) this.#receive(peer, Infinity)
      await settled()
    }
  }

  async finish(): Promise<string> {
    this.#server.store.failures = []
    this.#server.setPhase(null)
    for (const peer of this.#peers) {
      peer.closeText()
      peer.endGesture()
      peer.link.online = true
    }
    for (let round = 0; round < 6; round++) {
      this.#pass(ALL_RETRIES_MS)
      for (const end of this.#unnoticed.splice(0)) end()
      await this.#flow()
      for (const [index, peer] of this.#peers.entries()) {
        if (!peer.mustStartOver) continue
        peer.close()
        this.#peers[index] = this.#join(peer.name)
      }
    }
    for (const peer of this.#peers) {
      peer.bound?.flush()
      await settled()
    }
    await this.#flow()
    this.#peers.push(this.#join('late'))
    await this.#flow()
    const durable = await this.#server.durable()
    checkEnd(this.#peers, durable)
    return JSON.stringify([...(this.#peers[0]?.shown() ?? new Map<string, unknown>()).values()])
  }

  close(): void {
    for (const peer of this.#peers.splice(0)) peer.close()
  }
}
