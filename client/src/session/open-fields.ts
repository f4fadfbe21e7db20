import type { BoardSession } from './board-session.ts'
import { Cell, type Readable } from './readable.ts'

/** What can be written on now because its field is on the screen, by the names of `writing-target.ts`. Only the fields know. */
export class OpenFields {
  readonly #counts = new Map<string, number>()
  readonly #names = new Cell<ReadonlySet<string>>(new Set())

  get names(): Readable<ReadonlySet<string>> {
    return this.#names
  }

  /** A field is there; returns what takes it away again. The same text may have two. */
  open(name: string): () => void {
    this.#count(name, 1)
    return () => this.#count(name, -1)
  }

  #count(name: string, change: number): void {
    const count = (this.#counts.get(name) ?? 0) + change
    if (count > 0) this.#counts.set(name, count)
    else this.#counts.delete(name)
    if (count > 0 !== this.#names.get().has(name)) this.#names.set(new Set(this.#counts.keys()))
  }
}

const opened = new WeakMap<BoardSession, OpenFields>()

/** The fields of an open board: made on first use, gone with the session. */
export function openFields(session: BoardSession): OpenFields {
  const known = opened.get(session)
  if (known) return known
  const fields = new OpenFields()
  opened.set(session, fields)
  return fields
}
