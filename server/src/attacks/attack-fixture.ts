import { once } from 'node:events'
import { recordsOf } from '@remedyboard/shared/board/board-document'
import { writeRecord } from '@remedyboard/shared/board/facets'
import type { CreateBoardResponse } from '@remedyboard/shared/protocol/api'
import { MessageType } from '@remedyboard/shared/protocol/message-type'
import type { Role } from '@remedyboard/shared/protocol/role'
import { expect, vi } from 'vitest'
import { WebSocket, type ClientOptions } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { AppConfig } from '../app.ts'
import { appFixture, closeApps, type AppFixture } from '../http/app-fixture.ts'
import { card } from '../load/load-card.ts'
import { loadBoard } from '../room/load-board.ts'
import { slowness } from './slowness.ts'

/** The promise to honest people: what one of them does reaches the others in this time, whatever somebody else does, on a machine as in `slowness`. */
const ECHO_MS = 100

/** Echoes before and after an attack, so that its beginning and its end are seen. */
const ROUNDS_AROUND = 3

/** A pause of the machine would have to come in each of them. */
const ATTEMPTS = 3

const CARD = 'shape:honest'

// Three attempts on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const providers: WebsocketProvider[] = []
const sockets: WebSocket[] = []

/** Somebody who speaks to the server without our client: whatever they like. */
export interface Intruder {
  participantId: string
  socket: WebSocket
  /** resolves with the close code */
  closed: Promise<number>
  send(...frames: Uint8Array[]): void
}

export interface AttackScene extends AppFixture {
  attacked: CreateBoardResponse
  /** Ann works; Ben sees what she does. */
  ann: WebsocketProvider
  ben: WebsocketProvider
  token(role?: Role): Promise<{ token: string; participantId: string }>
  /** A socket of somebody who joined just now, or of the bearer of `token`. */
  intrude(options?: { role?: Role; token?: string; socket?: ClientOptions }): Promise<Intruder>
  /**
   * Runs the attack while Ann writes and Ben reads, one change after the other, and asserts that Ben sees each within 100 ms, on a slower
   * machine (`slowness`) in proportion.
   *
   * Server, honest people and attacker share one process here, and other programs its processor. So each echo counts as its time on
   * the clock or the processor time that this whole process spent meanwhile, whichever is less: what other programs take does not
   * count, and what the server spends on the attacker counts fully (with what the attacker's own end costs: rather too much than too
   * little). What remains is chance, such as a large collection of garbage: the attack runs up to three times, and a server that is
   * really held up is so in each of them.
   */
  withstand(attack: (attempt: number) => Promise<void>): Promise<void>
  /** Asserts that everybody, a newcomer and the store have one and the same sound board. */
  expectUnharmed(): Promise<void>
}

export async function attackScene(config: Partial<AppConfig> = {}): Promise<AttackScene> {
  const app = await appFixture(config)
  const attacked = await app.board()
  const token = (role: Role = 'participant') => app.join(attacked, role, `${role} of the scene`)
  const ann = connect(app, attacked.id, (await token('facilitator')).token)
  const ben = connect(app, attacked.id, (await token()).token)
  await vi.waitFor(() => expect(ann.synced && ben.synced).toBe(true))
  writeRecord(recordsOf(ann.doc), card(CARD, 'What we work on'))
  await vi.waitFor(() => expect(recordsOf(ben.doc).has(CARD)).toBe(true))

  let x = 0
  /** One change of Ann's until Ben has it; in ms as `withstand` counts. */
  async function echo(): Promise<number> {
    const [startMs, startCpu] = [performance.now(), process.cpuUsage()]
    x += 1
    const place = { x, y: 0, rotation: 0, parentId: 'page:page', index: 'a1' }
    const seen = new Promise<void>((resolve) => {
      const look = () => {
        if ((recordsOf(ben.doc).get(CARD)?.get('place') as typeof place | undefined)?.x !== place.x) return
        ben.doc.off('update', look)
        resolve()
      }
      ben.doc.on('update', look)
    })
    recordsOf(ann.doc).get(CARD)?.set('place', place)
    await seen
    const cpu = process.cpuUsage(startCpu)
    return Math.min(performance.now() - startMs, (cpu.user + cpu.system) / 1_000)
  }

  async function longestEcho(attack: () => Promise<void>): Promise<number> {
    let longest = 0
    let isOver = false
    const during = attack().finally(() => (isOver = true))
    for (let after = 0; after < ROUNDS_AROUND; after += isOver ? 1 : 0) {
      longest = Math.max(longest, await echo())
      // Everybody else's turn, the attacker's included.
      await new Promise((resolve) => setImmediate(resolve))
    }
    await during
    return longest
  }

  return {
    ...app,
    attacked,
    ann,
    ben,
    token,
    async intrude({ role, token: given, socket: options } = {}) {
      const { token: proof, participantId } = given === undefined ? await token(role) : { token: given, participantId: '' }
      const socket = new WebSocket(`ws://127.0.0.1:${app.app.port}/sync/${attacked.id}`, {
        headers: { authorization: `Bearer ${proof}` },
        ...options,
      })
      sockets.push(socket)
      // Cut connections are the point of many attacks.
      socket.on('error', () => undefined)
      const closed = new Promise<number>((resolve) => socket.once('close', resolve))
      await Promise.race([once(socket, 'message'), closed])
      return {
        participantId,
        socket,
        closed,
        send(...frames) {
          for (const frame of frames) if (socket.readyState === socket.OPEN) socket.send(frame)
        },
      }
    },
    async withstand(attack) {
      const longest: number[] = []
      for (let i = 0; i < ROUNDS_AROUND; i++) await echo()
      const mostMs = ECHO_MS * slowness()
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const ms = await longestEcho(() => attack(attempt))
        longest.push(ms)
        if (ms <= mostMs) return
      }
      expect(Math.min(...longest), `Ben waited for ${longest.map(Math.round).join(', ')} ms`).toBeLessThanOrEqual(mostMs)
    },
    async expectUnharmed() {
      const board = () => recordsOf(ann.doc).toJSON()
      expect(ann.wsconnected && ben.wsconnected).toBe(true)
      const newcomer = connect(app, attacked.id, (await token()).token)
      await vi.waitFor(() => {
        expect(recordsOf(newcomer.doc).toJSON()).toEqual(board())
        expect(recordsOf(ben.doc).toJSON()).toEqual(board())
      })
      for (const { doc } of [ann, ben, newcomer]) expect(doc.store.pendingStructs ?? doc.store.pendingDs).toBeNull()
      const stored = await app.store.load(attacked.id)
      if (!stored) throw new Error('the board is gone')
      // Throws when parts are missing.
      const { doc } = loadBoard(stored)
      expect(recordsOf(doc).toJSON()).toEqual(board())
      newcomer.destroy()
    },
  }
}

/** For `afterEach`. */
export async function endScenes(): Promise<void> {
  for (const provider of providers.splice(0)) {
    provider.destroy()
    provider.awareness.destroy()
  }
  for (const socket of sockets.splice(0)) socket.terminate()
  await closeApps()
}

/** The stock provider, with the token where programs put it. */
function connect({ app }: AppFixture, boardId: string, token: string): WebsocketProvider {
  class SignedInSocket extends WebSocket {
    constructor(address: string) {
      super(address, { headers: { authorization: `Bearer ${token}` } })
    }
  }
  const provider = new WebsocketProvider(`ws://127.0.0.1:${app.port}/sync`, boardId, new Y.Doc(), {
    disableBc: true,
    WebSocketPolyfill: SignedInSocket as unknown as typeof globalThis.WebSocket, // the DOM's type, which `ws` implements in all that the provider uses
  })
  // A stock provider works without these, but writes to the console.
  for (const type of [MessageType.session, MessageType.live, MessageType.ack, MessageType.refused]) {
    provider.messageHandlers[type] = () => undefined
  }
  providers.push(provider)
  return provider
}
