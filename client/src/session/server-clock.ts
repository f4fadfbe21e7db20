/**
 * The server's clock as seen from here. The laptop's or phone's own clock may be minutes off, so a timer must never use
 * it alone. Of all samples the one that travelled fastest is nearest the truth: the largest offset wins.
 */
export class ServerClock {
  #offsetMs: number | undefined
  readonly #localNow: () => number

  constructor(localNow: () => number) {
    this.#localNow = localNow
  }

  /** Takes in a server time (ms) that has just arrived. */
  sample(serverNowMs: number): void {
    const offset = serverNowMs - this.#localNow()
    // A device that slept or had its clock set has an old offset that is far off: then believe the new one.
    const jumped = this.#offsetMs !== undefined && Math.abs(offset - this.#offsetMs) > 5_000
    this.#offsetMs = this.#offsetMs === undefined || jumped ? offset : Math.max(this.#offsetMs, offset)
  }

  now(): number {
    return this.#localNow() + (this.#offsetMs ?? 0)
  }
}
