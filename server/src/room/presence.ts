import type { PresenceUser } from '@remedyboard/shared/protocol/presence'
import { AwarenessFrame } from './awareness-frame.ts'
import type { Clock } from './clock.ts'
import type { Connection } from './connection.ts'
import { encodeAwarenessEntry, type AwarenessEntry } from './frame.ts'
import { fadesAt, Reactions, toldReaction, type TakenReaction } from './reactions.ts'

/** Cursors move at 20 per second: smooth to the eye, and one frame per receiver instead of one per mover. */
export const PRESENCE_TICK_MS = 50

/** Above this many people cursors slow down, by this much each: nobody follows a hundred of them. */
const MAX_PEOPLE_AT_FULL_RATE = 20
const SLOWER_PER_PERSON_MS = 0.7
const SLOWEST_TICK_MS = 250

/** Pause between presence frames, in ms: 50 for a table of people, 106 for 100, 246 for 300. */
export function presenceTickMs(people: number): number {
  return Math.min(SLOWEST_TICK_MS, PRESENCE_TICK_MS + Math.max(0, people - MAX_PEOPLE_AT_FULL_RATE) * SLOWER_PER_PERSON_MS)
}

/** States per frame. The others wait for the next tick, oldest first: a frame to a thousand people about a thousand is a megabyte per second each. */
const MAX_STATES_PER_FRAME = 64

/** A selection of several hundred shapes fits. */
const MAX_STATE_CHARACTERS = 16_384

/** A cursor, a viewport and some thirty selected shapes; larger states never keep these waiting. */
const LARGE_STATE_BYTES = 1_024

/** Large states of one frame go out until they have this many bytes together: of three hundred with 8 kB each everybody would get 10 MB a second. */
const MAX_LARGE_BYTES_PER_FRAME = 32 * 1024

/** Large states that a newcomer gets at once; the others come in their turn. */
const MAX_LARGE_BYTES_AT_FIRST = 256 * 1024

const MAX_STATE_DEPTH = 8

const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

interface Present {
  connection: Connection
  user: PresenceUser | undefined
  /** as the client sent it, checked; without the reaction */
  state: Readonly<Record<string, unknown>>
  reaction: TakenReaction | undefined
  /** length of the state as the client sent it */
  size: number
  /** made when somebody hears of it: of a thousand cursors that move, few go out with each tick */
  entry: EncodedEntry | null
}

/** A state as it goes out, encoded once for everybody and every frame. */
interface EncodedEntry {
  clientId: number
  json: string
  bytes: Uint8Array
  /** `Clock.elapsed` when what it tells has faded; Infinity as a rule */
  staleAt: number
}

/**
 * Who points where. The server keeps its own map instead of relaying: it stamps who somebody is, numbers the states itself (so a
 * client that comes back is never taken for an old message), and knows which socket speaks for which client.
 */
export class Presence {
  readonly #clock: Clock
  readonly #receivers: () => ReadonlySet<Connection>
  readonly #userOf: (participantId: string) => PresenceUser | undefined
  readonly #present = new Map<number, Present>()
  /** client ids that the others have to be told about, longest waiting first */
  readonly #changed = new Set<number>()
  readonly #reactions: Reactions
  #cancelTick: (() => void) | null = null
  #lastClock = 0

  constructor(options: {
    clock: Clock
    receivers: () => ReadonlySet<Connection>
    userOf: (participantId: string) => PresenceUser | undefined
  }) {
    this.#clock = options.clock
    this.#reactions = new Reactions(options.clock)
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
      else if (state) this.#set(connection, clientId, state, Buffer.byteLength(json))
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
    for (const [clientId, present] of this.#present) {
      present.user = this.#userOf(present.connection.participantId)
      if (present.entry?.json === stamped(present, this.#clock.elapsed())) continue
      present.entry = null
      this.#note(clientId)
    }
  }

  /** Everybody's state, for somebody who has just come. */
  sendAll(to: Connection): void {
    const others = [...this.#present].flatMap(([clientId, { connection }]) => (connection === to ? [] : [clientId]))
    if (others.length === 0) return
    const atFirst = this.#fitting(others, MAX_LARGE_BYTES_AT_FIRST)
    to.send(new AwarenessFrame(atFirst.map((clientId) => this.#entryOf(clientId))).whole, this.#clock.elapsed())
    if (atFirst.length === others.length) return
    const told = new Set(atFirst)
    // Whoever has them already knows them by their number.
    for (const clientId of others) if (!told.has(clientId)) this.#note(clientId)
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

  #set(connection: Connection, clientId: number, { reaction: claimed, ...state }: Readonly<Record<string, unknown>>, size: number): void {
    const known = this.#present.get(clientId)
    const user = known?.connection === connection ? known.user : this.#userOf(connection.participantId)
    const reaction = this.#reactions.take(connection.participantId, claimed, known?.reaction)
    this.#present.set(clientId, { connection, user, state, reaction, size, entry: null })
    this.#note(clientId)
  }

  #remove(clientId: number): void {
    if (this.#present.delete(clientId)) this.#note(clientId)
  }

  /** What to tell about a client now. */
  #entryOf(clientId: number): EncodedEntry {
    const present = this.#present.get(clientId)
    if (!present) return this.#encode(clientId, 'null')
    const now = this.#clock.elapsed()
    if (present.entry && present.entry.staleAt <= now) present.entry = null
    return (present.entry ??= this.#encode(clientId, stamped(present, now), fadesAt(present.reaction, now)))
  }

  #encode(clientId: number, json: string, staleAt = Infinity): EncodedEntry {
    return { clientId, json, bytes: encodeAwarenessEntry({ clientId, clock: this.#nextClock(), json }), staleAt }
  }

  /** Grows across restarts, because clients compare it with what they last saw of this client. */
  #nextClock(): number {
    this.#lastClock = Math.max(this.#lastClock + 1, this.#clock.now())
    return this.#lastClock
  }

  #note(clientId: number): void {
    // Somebody who moves again keeps their place in the queue.
    this.#changed.add(clientId)
    this.#schedule()
  }

  #schedule(): void {
    this.#cancelTick ??= this.#clock.after(presenceTickMs(this.#receivers().size), () => this.#tick())
  }

  #tick(): void {
    this.#cancelTick = null
    const frame = new AwarenessFrame(this.#takeNext().map((clientId) => this.#entryOf(clientId)))
    const now = this.#clock.elapsed()
    for (const receiver of this.#receivers()) {
      const bytes = receiver.slow ? null : frame.for(receiver.clientId)
      if (bytes) receiver.send(bytes, now)
    }
    if (this.#changed.size > 0) this.#schedule()
  }

  #takeNext(): number[] {
    const waiting = [...this.#changed]
    const leaders = waiting.filter((id) => this.#goesFirst(id))
    const ordered = leaders.length > 0 ? [...leaders, ...waiting.filter((id) => !this.#goesFirst(id))] : waiting
    const taken = this.#fitting(ordered, MAX_LARGE_BYTES_PER_FRAME, MAX_STATES_PER_FRAME)
    for (const clientId of taken) this.#changed.delete(clientId)
    return taken
  }

  /** Those of these clients that one frame may tell about. Whoever waits longest comes before others of their size, so that all have a turn. */
  #fitting(clientIds: readonly number[], maxLargeBytes: number, maxStates = Infinity): number[] {
    const fitting: number[] = []
    let largeBytes = 0
    for (const clientId of clientIds) {
      if (fitting.length === maxStates) break
      const { size = 0 } = this.#present.get(clientId) ?? {}
      if (size > LARGE_STATE_BYTES) {
        // The last one may go beyond: else one that is larger than the rest of each frame would wait for ever.
        if (largeBytes >= maxLargeBytes) continue
        largeBytes += size
      }
      fitting.push(clientId)
    }
    return fitting
  }

  /** Who leads is followed by everybody. */
  #goesFirst(clientId: number): boolean {
    return this.#present.get(clientId)?.user?.role === 'facilitator'
  }
}

/** The state as everybody hears it now. */
function stamped({ state, user, reaction }: Present, elapsed: number): string {
  return JSON.stringify({ ...state, reaction: toldReaction(reaction, elapsed), user })
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
