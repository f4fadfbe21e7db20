/** Cards that this device remembers; older ones count as read. */
const KEPT = 500

interface Stored {
  /** server ms: what was said before this device first opened the board counts as read */
  since: number
  /** server ms of the latest comment seen, by card */
  seen: Readonly<Record<string, number>>
}

/** Which comments this device has shown, so that new ones can be pointed out. A browser that keeps nothing remembers for one visit. */
export class ReadMarks {
  readonly #key: string
  readonly #since: number
  readonly #seen: Map<string, number>

  /** @param now server ms */
  constructor(boardId: string, now: () => number) {
    this.#key = `remedyboard.read.${boardId}`
    const stored = readStored(this.#key)
    this.#since = stored?.since ?? now()
    this.#seen = new Map(Object.entries(stored?.seen ?? {}))
    if (!stored) this.#store()
  }

  /** Server ms up to which the comments on a card are read. */
  seenAt(card: string): number {
    return Math.max(this.#since, this.#seen.get(card) ?? 0)
  }

  /** False when that was known. `at`: server ms of the latest comment shown. */
  see(card: string, at: number): boolean {
    if (at <= this.seenAt(card)) return false
    this.#seen.delete(card)
    this.#seen.set(card, at)
    for (const oldest of this.#seen.keys()) {
      if (this.#seen.size <= KEPT) break
      this.#seen.delete(oldest)
    }
    this.#store()
    return true
  }

  #store(): void {
    try {
      localStorage.setItem(this.#key, JSON.stringify({ since: this.#since, seen: Object.fromEntries(this.#seen) } satisfies Stored))
    } catch {
      // see above: remembered for this visit
    }
  }
}

function readStored(key: string): Stored | null {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? 'null') as Stored | null // written by `#store`
    return typeof stored?.since === 'number' && typeof stored.seen === 'object' ? stored : null
  } catch {
    return null
  }
}
