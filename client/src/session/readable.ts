/** A value that changes over time. `subscribe` does not call back at once. */
export interface Readable<T> {
  get(): T
  subscribe(onChange: () => void): () => void
}

/** A readable that its owner sets. Setting the same value again tells nobody. */
export class Cell<T> implements Readable<T> {
  #value: T
  readonly #listeners = new Set<() => void>()

  constructor(value: T) {
    this.#value = value
  }

  get(): T {
    return this.#value
  }

  set(value: T): void {
    if (Object.is(value, this.#value)) return
    this.#value = value
    for (const listener of [...this.#listeners]) listener()
  }

  subscribe(onChange: () => void): () => void {
    this.#listeners.add(onChange)
    return () => this.#listeners.delete(onChange)
  }
}
