import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import { failureCode, type ApiFailure } from './api-client.ts'
import { Cell, type Readable } from './readable.ts'

/** Why the server did not take a command, when asking again would not help. */
export type CommandRefusal = ApiFailure['code']

/** Answers after which the same command may be taken later: no connection, a busy or restarting server. */
const PASSING: ReadonlySet<CommandRefusal> = new Set(['offline', 'too-many-requests', 'store-unavailable', 'internal'])

/** Waits between tries: short at first, never so long that a room waits for it. */
export const RETRY_MS = { first: 800, most: 6_000 } as const

interface Waiting {
  command: WorkshopCommand
  /** this device has it in its store, too: closing the page loses nothing */
  isKept: boolean
  /** `refusal` null: taken, decided on that version of the session (undefined when it is not known) */
  done: (refusal: CommandRefusal | null, version?: number) => void
}

/**
 * Sends commands one after another until each has its answer, however often the connection goes. Of several under one key only the
 * newest counts: commands set state, so the others would be overwritten anyway.
 */
export class CommandQueue {
  readonly #waiting = new Map<string, Waiting>()
  readonly #send: (command: WorkshopCommand) => Promise<number | undefined>
  /** calls back after a while; returns what calls it off */
  readonly #later: (ms: number, run: () => void) => () => void
  readonly #stuck = new Cell(false)
  readonly #held = new Cell<'nothing' | 'kept' | 'unkept'>('nothing')
  #sending = false
  #wait: number = RETRY_MS.first
  #callOff: (() => void) | null = null

  constructor(send: (command: WorkshopCommand) => Promise<number | undefined>, later = laterByTimer) {
    this.#send = send
    this.#later = later
  }

  put(key: string, waiting: Waiting): void {
    this.#waiting.set(key, waiting)
    this.#tellHeld()
    this.tryNow()
  }

  /** What has no answer yet, on its way or between two tries; `unkept` when closing the page would lose some of it. */
  get held(): Readable<'nothing' | 'kept' | 'unkept'> {
    return this.#held
  }

  /** The last try got no answer: what waits is tried again and again. */
  get stuck(): Readable<boolean> {
    return this.#stuck
  }

  /** The connection may be back. */
  tryNow(): void {
    this.#callOff?.()
    this.#callOff = null
    void this.#pump()
  }

  async #pump(): Promise<void> {
    if (this.#sending) return
    this.#sending = true
    for (let next = this.#first(); next && !this.#callOff; next = this.#first()) {
      const [key, waiting] = next
      const { refusal, version } = await this.#try(waiting.command)
      const isNewest = this.#waiting.get(key) === waiting
      const failed = refusal !== null && PASSING.has(refusal)
      this.#stuck.set(failed)
      if (failed) {
        // Last of all from now on: what the server cannot take must not hold up the rest.
        if (isNewest) this.#moveToEnd(key, waiting)
        this.#callOff = this.#later(this.#wait, () => this.tryNow())
        this.#wait = Math.min(this.#wait * 2, RETRY_MS.most)
      } else {
        this.#wait = RETRY_MS.first
        if (!isNewest) continue
        this.#waiting.delete(key)
        waiting.done(refusal, version)
        this.#tellHeld()
      }
    }
    this.#sending = false
  }

  #moveToEnd(key: string, waiting: Waiting): void {
    this.#waiting.delete(key)
    this.#waiting.set(key, waiting)
  }

  #tellHeld(): void {
    const all = [...this.#waiting.values()]
    this.#held.set(all.length === 0 ? 'nothing' : all.every(({ isKept }) => isKept) ? 'kept' : 'unkept')
  }

  #first(): [string, Waiting] | undefined {
    return this.#waiting.entries().next().value
  }

  async #try(command: WorkshopCommand): Promise<{ refusal: CommandRefusal | null; version?: number | undefined }> {
    try {
      return { refusal: null, version: await this.#send(command) }
    } catch (error) {
      return { refusal: failureCode(error) }
    }
  }
}

function laterByTimer(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
