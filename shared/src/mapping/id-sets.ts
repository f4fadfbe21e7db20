const NOTHING: ReadonlySet<string> = new Set()

/** Sets of ids by a key: who points at whom, read backwards. A key whose set is empty takes no room. */
export class IdSets {
  readonly #sets = new Map<string, Set<string>>()

  get(key: string): ReadonlySet<string> {
    return this.#sets.get(key) ?? NOTHING
  }

  /** A null key is nobody's: nothing happens. */
  add(key: string | null, id: string): void {
    if (key === null) return
    const set = this.#sets.get(key)
    if (set) set.add(id)
    else this.#sets.set(key, new Set([id]))
  }

  delete(key: string | null, id: string): void {
    if (key === null) return
    const set = this.#sets.get(key)
    set?.delete(id)
    if (set?.size === 0) this.#sets.delete(key)
  }

  /** Everything that can be reached from these ids through the sets, themselves included. `enter` may leave a branch out. */
  reachable(from: Iterable<string>, enter: (id: string) => boolean = () => true): Set<string> {
    const reached = new Set(from)
    // A set that grows while it is walked through is walked to its end.
    for (const id of reached) for (const next of this.get(id)) if (!reached.has(next) && enter(next)) reached.add(next)
    return reached
  }
}
