import type { PresenceUser } from '@remedyboard/shared/protocol/presence'
import type { Clock } from './clock.ts'
import type { Connection } from './connection.ts'
import { encodeAwareness, type AwarenessEntry } from './frame.ts'

/** Cursors move at 20 per second: smooth to the eye, and one frame per receiver instead of one per mover. */
export const PRESENCE_TICK_MS = 50

/** A selection of several hundred shapes fits. */
const MAX_STATE_CHARACTERS = 16_384

const MAX_STATE_DEPTH = 8

const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

interface Present {
  connection: Connection
  /** as the client sent it, checked */
  state: Readonly<Record<string, unknown>>
  entry: AwarenessEntry
}

/**
 * Who points where. The server keeps its own map instead of relaying: it stamps who somebody is, numbers the states itself (so a
 * client that comes back is never taken for an old message), and knows which socket speaks for which client.
 */
export class Presence {
  readonly #clock: Clock
  readonly #receivers: () => Iterable<Connection>
  readonly #userOf: (participantId: string) => PresenceUser | undefined
  readonly #present = new Map<number, Present>()
  #changed = new Map<number, AwarenessEntry>()
  #cancelTick: (() => void) | null = null
  #lastClock = 0

  constructor(options: {
    clock: Clock
    receivers: () => Iterable<Connection>
    userOf: (participantId: string) => PresenceUser | undefined
  }) {
    this.#clock = options.clock
    this.#receivers = options.receivers
    this.#userOf = options.userOf
  }

  get size(): number {
    return this.#present.size
  }

  /** Takes in what a socket says about itself; what it says about others is ignored. */
  receive(connection: Connection, entries: readonly AwarenessEntry[]): void {
    for (const { clientId, json } of entries) {
      if (!this.#maySpeakFor(connection, clientId)) continue
      const state = parseState(json)
      if (state === null) this.#remove(clientId)
      else if (state) this.#set(connection, clientId, state)
    }
  }

  /** The socket is gone. */
  leave(connection: Connection): void {
    if (connection.clientId !== undefined && this.#present.get(connection.clientId)?.connection === connection) {
      this.#remove(connection.clientId)
    }
  }

  /** Names and roles may have changed. */
  restamp(): void {
    for (const [clientId, { connection, state, entry }] of this.#present) {
      const json = this.#stamp(connection, state)
      if (json !== entry.json) this.#set(connection, clientId, state)
    }
  }

  /** Everybody's state, for somebody who has just come. */
  sendAll(to: Connection): void {
    const entries = [...this.#present.values()].filter(({ connection }) => connection !== to).map(({ entry }) => entry)
    if (entries.length > 0) to.send(encodeAwareness(entries), this.#clock.now())
  }

  close(): void {
    this.#cancelTick?.()
    this.#cancelTick = null
    this.#present.clear()
    this.#changed.clear()
  }

  #maySpeakFor(connection: Connection, clientId: number): boolean {
    if (connection.clientId !== undefined) return connection.clientId === clientId
    const holder = this.#present.get(clientId)?.connection
    if (holder && holder.participantId !== connection.participantId) return false
    // The same person through a new socket: the old one is half open, and its end must not remove the new state.
    if (holder) holder.terminate()
    connection.clientId = clientId
    return true
  }

  #set(connection: Connection, clientId: number, state: Readonly<Record<string, unknown>>): void {
    const entry = { clientId, clock: this.#nextClock(), json: this.#stamp(connection, state) }
    this.#present.set(clientId, { connection, state, entry })
    this.#note(entry)
  }

  #remove(clientId: number): void {
    if (this.#present.delete(clientId)) this.#note({ clientId, clock: this.#nextClock(), json: 'null' })
  }

  #stamp(connection: Connection, state: Readonly<Record<string, unknown>>): string {
    return JSON.stringify({ ...state, user: this.#userOf(connection.participantId) })
  }

  /** Grows across restarts, because clients compare it with what they last saw of this client. */
  #nextClock(): number {
    this.#lastClock = Math.max(this.#lastClock + 1, this.#clock.now())
    return this.#lastClock
  }

  #note(entry: AwarenessEntry): void {
    this.#changed.set(entry.clientId, entry)
    this.#cancelTick ??= this.#clock.after(PRESENCE_TICK_MS, () => this.#tick())
  }

  #tick(): void {
    this.#cancelTick = null
    const changed = this.#changed
    this.#changed = new Map()
    const entries = [...changed.values()]
    const shared = encodeAwareness(entries)
    const now = this.#clock.now()
    for (const receiver of this.#receivers()) {
      if (receiver.slow) continue
      const own = receiver.clientId
      if (own === undefined || !changed.has(own)) receiver.send(shared, now)
      else if (entries.length > 1) receiver.send(encodeAwareness(entries.filter(({ clientId }) => clientId !== own)), now)
    }
  }
}

/** null = left; undefined = not acceptable. */
function parseState(json: string): Readonly<Record<string, unknown>> | null | undefined {
  if (json.length > MAX_STATE_CHARACTERS) return undefined
  let state: unknown
  try {
    state = JSON.parse(json)
  } catch {
    return undefined
  }
  if (state === null) return null
  return typeof state === 'object' && !Array.isArray(state) && isPlain(state, 0) ? { ...state } : undefined
}

function isPlain(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (depth >= MAX_STATE_DEPTH) return false
  return Object.entries(value).every(([key, item]) => !FORBIDDEN_KEYS.has(key) && isPlain(item, depth + 1))
}
