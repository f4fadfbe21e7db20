import { setTimeout as pause } from 'node:timers/promises'
import { below, type Random } from './seeded-random.ts'

/** A reveal takes about as long as this. */
const LATEST_MS = 40

/**
 * Has the server killed once: in the moment in which `look` first hears that it is time, so that an answer that was given too early is
 * caught in the act, or a little later.
 */
export class OneKill {
  readonly #delayMs: number
  readonly #crash: (() => Promise<void>) | null
  #killing: Promise<void> | undefined

  /** @param crash kills it and brings it back; null: it is left alone */
  constructor(random: Random, crash: (() => Promise<void>) | null) {
    this.#delayMs = random() < 0.5 ? 0 : below(random, LATEST_MS)
    this.#crash = crash
  }

  look(isTime: boolean): void {
    if (isTime && this.#crash) this.#killing ??= this.#kill(this.#crash)
  }

  /** Resolves with how often it was killed, when it is back; kills it now if it was never time. */
  async over(): Promise<number> {
    this.look(true)
    await this.#killing
    return this.#crash ? 1 : 0
  }

  async #kill(crash: () => Promise<void>): Promise<void> {
    if (this.#delayMs > 0) await pause(this.#delayMs)
    await crash()
  }
}
