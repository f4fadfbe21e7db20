/**
 * One thing that somebody sets again and again (a note, a ballot, a raised hand): what the server said it keeps, and what it was asked
 * to keep since then without an answer. Whatever happens, it has one of these.
 */
export class Promised<T> {
  readonly #same: (a: T, b: T) => boolean
  #acknowledged: T
  #attempted: T[] = []

  constructor(start: T, same: (a: T, b: T) => boolean = Object.is) {
    this.#acknowledged = start
    this.#same = same
  }

  get acknowledged(): T {
    return this.#acknowledged
  }

  /** Asks until there is an answer; true when the server took it. */
  async set(value: T, ask: () => Promise<boolean>): Promise<boolean> {
    this.#attempted.push(value)
    const taken = await ask()
    if (taken) this.#acknowledged = value
    this.#attempted = this.#attempted.filter((each) => each !== value)
    return taken
  }

  /** The server's own rules changed it: notes were turned over, a phase began. */
  became(value: T): void {
    this.#acknowledged = value
  }

  allows(found: T): boolean {
    return [this.#acknowledged, ...this.#attempted].some((value) => this.#same(value, found))
  }
}
