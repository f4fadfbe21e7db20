import type { BoardRecord, Json } from './board-record.ts'

/** Records that changed, by id; null = gone or hidden. */
export type RecordChanges = ReadonlyMap<string, BoardRecord | null>

/**
 * All live records of a board, repaired on read. Concurrent edits can leave a shape whose parent is gone, parents in a
 * circle, two shapes at one place of an order, or a binding with a missing end; tldraw would hide them, overflow on them, or throw
 * when something is to come between. Every peer repairs the same way from the same records and writes nothing: an orphan moves to
 * the page, in a circle the smallest id moves to the page, of two at one place the larger id stands right above, a dangling
 * binding is hidden.
 *
 * Cost of `apply`: the changed records, their children and bindings, and the few that needed repair before.
 */
export class RecordIndex {
  readonly #raw = new Map<string, BoardRecord>()
  readonly #visible = new Map<string, BoardRecord>()
  readonly #children = new Map<string, Set<string>>()
  readonly #bindingsAt = new Map<string, Set<string>>()
  /** shapes by parent and index */
  readonly #places = new Map<string, Set<string>>()
  readonly #repaired = new Set<string>()

  /** Valid, live, repaired records by id. Read only; the same map object for the life of the index. */
  get visible(): ReadonlyMap<string, BoardRecord> {
    return this.#visible
  }

  /** Takes in changed records as read from the document; returns what changed for a reader. */
  apply(changes: RecordChanges): RecordChanges {
    const affected = new Set<string>(this.#repaired)
    for (const [id, record] of changes) {
      affected.add(id)
      for (const twin of this.#twinsOf(this.#raw.get(id))) affected.add(twin)
      this.#replace(id, record)
      for (const twin of this.#twinsOf(record)) affected.add(twin)
      for (const child of this.#children.get(id) ?? []) affected.add(child)
      for (const binding of this.#bindingsAt.get(id) ?? []) affected.add(binding)
      // A circle closes where a parent changed, but the one to repair may be any of its members.
      if (record) for (const member of this.#circleThrough(record)) affected.add(member)
    }
    const visibleChanges = new Map<string, BoardRecord | null>()
    for (const id of affected) {
      const before = this.#visible.get(id)
      const after = this.#repair(id)
      if (after === before) continue
      if (after) this.#visible.set(id, after)
      else this.#visible.delete(id)
      if (before || after) visibleChanges.set(id, after ?? null)
    }
    return visibleChanges
  }

  #replace(id: string, record: BoardRecord | null): void {
    const former = this.#raw.get(id)
    if (former) {
      for (const [map, key] of links(former, this.#children, this.#bindingsAt, this.#places)) unlink(map, key, id)
    }
    if (!record) {
      this.#raw.delete(id)
      return
    }
    this.#raw.set(id, record)
    for (const [map, key] of links(record, this.#children, this.#bindingsAt, this.#places)) link(map, key, id)
  }

  #repair(id: string): BoardRecord | undefined {
    this.#repaired.delete(id)
    const record = this.#raw.get(id)
    if (!record) return undefined
    if (record.typeName === 'binding') {
      const whole = this.#isShape(record['fromId']) && this.#isShape(record['toId'])
      if (!whole) this.#repaired.add(id)
      return whole ? record : undefined
    }
    if (record.typeName !== 'shape') return record
    const parent = this.#raw.get(String(record['parentId']))
    const sound = parent && (parent.typeName === 'page' || (parent.typeName === 'shape' && this.#mayKeepParent(record)))
    if (sound) return this.#hasSmallerTwin(record) ? this.#shown(record, record['parentId']) : record
    this.#repaired.add(id)
    const page = this.#firstPage()
    return page === undefined ? undefined : this.#shown(record, page)
  }

  /** The record below another parent, at a place of its own. */
  #shown(record: BoardRecord, parentId: BoardRecord[string]): BoardRecord {
    const { index } = record
    const place = { parentId, ...(typeof index === 'string' ? { index: rightAbove(index, record.id) } : {}) }
    const former = this.#visible.get(record.id)
    return former && samePlace(former, place) && sameExceptPlace(former, record) ? former : { ...record, ...place }
  }

  #twinsOf(record: BoardRecord | null | undefined): ReadonlySet<string> {
    return (record?.typeName === 'shape' && this.#places.get(placeKey(record))) || NOBODY
  }

  #hasSmallerTwin(record: BoardRecord): boolean {
    for (const twin of this.#twinsOf(record)) if (twin < record.id) return true
    return false
  }

  #mayKeepParent(record: BoardRecord): boolean {
    const circle = this.#circleThrough(record)
    return circle.length === 0 || circle.some((id) => id < record.id)
  }

  /** The ids of the parent circle that `record` is part of; empty when it is in none. */
  #circleThrough(record: BoardRecord): string[] {
    const path: string[] = []
    const seen = new Set<string>()
    let current: BoardRecord | undefined = record
    while (current && current.typeName === 'shape') {
      if (seen.has(current.id)) return current.id === record.id ? path : []
      seen.add(current.id)
      path.push(current.id)
      current = this.#raw.get(String(current['parentId']))
    }
    return []
  }

  #isShape(id: unknown): boolean {
    return typeof id === 'string' && this.#raw.get(id)?.typeName === 'shape'
  }

  #firstPage(): string | undefined {
    let first: string | undefined
    for (const child of this.#children.get(PAGES) ?? []) if (first === undefined || child < first) first = child
    return first
  }
}

/** Pages hang below this made-up id, so that finding one costs nothing. */
const PAGES = '(pages)'

type IdSets = Map<string, Set<string>>

function links(record: BoardRecord, children: IdSets, bindingsAt: IdSets, places: IdSets): [IdSets, string][] {
  if (record.typeName === 'shape') {
    return [
      [children, String(record['parentId'])],
      [places, placeKey(record)],
    ]
  }
  if (record.typeName === 'page') return [[children, PAGES]]
  if (record.typeName === 'binding') {
    return [
      [bindingsAt, String(record['fromId'])],
      [bindingsAt, String(record['toId'])],
    ]
  }
  return []
}

function link(map: IdSets, key: string, id: string): void {
  const set = map.get(key)
  if (set) set.add(id)
  else map.set(key, new Set([id]))
}

function unlink(map: IdSets, key: string, id: string): void {
  const set = map.get(key)
  set?.delete(id)
  if (set?.size === 0) map.delete(key)
}

function sameExceptPlace(a: BoardRecord, b: BoardRecord): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  for (const key of ['parentId', 'index']) keys.delete(key)
  for (const key of keys) if (a[key] !== b[key]) return false
  return true
}

function samePlace(a: BoardRecord, b: { parentId?: Json; index?: Json }): boolean {
  return a['parentId'] === b.parentId && a['index'] === b.index
}

const NOBODY: ReadonlySet<string> = new Set()

function placeKey(record: BoardRecord): string {
  return `${String(record['parentId'])} ${String(record['index'])}`
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * An index right above another: what begins with an index is larger than it, and smaller than every other index that does not. Which one
 * follows from the id, so that shapes of one place stand in the same order for everybody (FNV-1a in base 62).
 */
function rightAbove(index: string, id: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193) >>> 0
  let digits = ''
  for (; hash > 0; hash = Math.floor(hash / DIGITS.length)) digits += DIGITS[hash % DIGITS.length]
  // An index ends with no zero.
  return `${index}${digits}1`
}
