import * as Y from 'yjs'
import { BadFrameError } from './frame.ts'

/**
 * Items that Yjs may have to step over to find the places of an update's items: 60 ns each. Honest updates need some hundred where
 * people wrote at the same place at the same time; 120 kB can be made to need a billion.
 */
const MAX_STEPS = 1_000_000
/** Array elements that are moved when an item is split, for the time of one step. */
const MOVES_PER_STEP = 200
/** Types inside of types: some ten in honest rich text. Deleting them is recursive in Yjs, and ends its stack at some thousand. */
const MAX_TYPE_DEPTH = 1_000

/** A Y type of any kind. */
type AnyType = NonNullable<ReturnType<Y.Doc['share']['get']>>

/** A sequence of items: the content of a type, or the history of one key of it. */
interface Sequence {
  /** types around it */
  depth: number
  /** null for the content itself */
  key: string | null
  /** where the document has it; null for what the update brings */
  type: AnyType | null
  /** items of the update */
  count: number
  /** how many of them may have to step over the others */
  searching: number
  /** the newest item of the update at the beginning */
  lastAtStart: Y.ID | null
  /** the newest item of the update behind each origin; most sequences have none */
  lastBehind: Map<string, Y.ID> | null
}

/**
 * Steps that it takes at most to find the places of an update's items. `order` is that of `integrationOrder`. Throws `BadFrameError`
 * when it is out of all proportion.
 */
export function checkIntegrationCost(
  order: readonly (Y.Item | Y.GC)[],
  deletions: ReadonlyMap<number, readonly Range[]>,
  doc: Y.Doc,
): number {
  const cost = new IntegrationCost(doc)
  for (const struct of order) if (struct instanceof Y.Item) cost.add(struct)
  for (const [client, ranges] of deletions) cost.addDeletions(client, ranges)
  return cost.check()
}

interface Range {
  clock: number
  len: number
}

class IntegrationCost {
  readonly #doc: Y.Doc
  readonly #sequences = new Set<Sequence>()
  readonly #byParent = new Map<unknown, Map<string | null, Sequence>>()
  /** what the update brought so far, by client in the order of clocks */
  readonly #placed = new Map<number, { item: Y.Item; sequence: Sequence }[]>()
  #moves = 0

  constructor(doc: Y.Doc) {
    this.#doc = doc
  }

  add(item: Y.Item): void {
    const sequence = this.#sequenceOf(item)
    // Beside something that was collected: Yjs collects it as well.
    if (!sequence) return
    const placed = this.#placed.get(item.id.client)
    if (placed) placed.push({ item, sequence })
    else this.#placed.set(item.id.client, [{ item, sequence }])
    if (item.id.clock + item.length <= this.#state(item.id.client)) return
    sequence.count += 1
    if (item.content instanceof Y.ContentType && sequence.depth >= MAX_TYPE_DEPTH) throw new BadFrameError('Types nested too deep')
    if (this.#mustSearch(item, sequence)) sequence.searching += 1
    if (item.origin) (sequence.lastBehind ??= new Map<string, Y.ID>()).set(keyOf(item.origin), item.id)
    else sequence.lastAtStart = item.id
  }

  addDeletions(client: number, ranges: readonly Range[]): void {
    for (const { clock, len } of ranges) {
      if (this.#isInside(client, clock)) this.#noteSplit(client)
      if (this.#isInside(client, clock + len)) this.#noteSplit(client)
    }
  }

  check(): number {
    let steps = this.#moves / MOVES_PER_STEP
    for (const sequence of this.#sequences) {
      if (sequence.searching > 0) steps += sequence.searching * (sequence.count + knownLength(sequence))
    }
    if (steps > MAX_STEPS) throw new BadFrameError('An update that is too hard to place')
    return steps
  }

  /**
   * Yjs steps over what others put at the same place. It need not when nothing is there: behind the end of something new, or between
   * the two neighbours that the item names.
   */
  #mustSearch({ origin, rightOrigin }: Y.Item, sequence: Sequence): boolean {
    const last = origin ? sequence.lastBehind?.get(keyOf(origin)) : sequence.lastAtStart
    // Of a key's history Yjs looks for the beginning, wherever that is.
    if (!origin && sequence.key !== null) return last !== null || sequence.type?._map.has(sequence.key) === true
    // Written again and again at one place, each before the one before.
    if (last) return !isSame(rightOrigin, last)
    if (!origin) return sequence.type !== null && !isSame(rightOrigin, sequence.type._start?.id ?? null)
    const found = this.#find(origin)
    const left = found?.item ?? this.#known(origin)
    // Nothing in the document can stand behind what the update brings.
    if (left?.lastId.clock === origin.clock) return !found && !isSame(rightOrigin, left.right?.id ?? null)
    this.#noteSplit(origin.client)
    return !isSame(rightOrigin, new Y.ID(origin.client, origin.clock + 1))
  }

  #sequenceOf({ origin, rightOrigin, parent, parentSub }: Y.Item): Sequence | null {
    const beside = origin ?? rightOrigin
    if (beside) {
      const found = this.#find(beside)
      if (found) return found.sequence
      const neighbour = this.#known(beside)
      return neighbour && neighbour.parent instanceof Y.AbstractType ? this.#knownSequence(neighbour.parent, neighbour.parentSub) : null
    }
    const root: unknown = parent
    if (typeof root === 'string') {
      const type = this.#doc.share.get(root)
      return type ? this.#knownSequence(type, parentSub) : this.#sequence(root, parentSub, { depth: 0, type: null })
    }
    if (!(root instanceof Y.ID)) return null
    const found = this.#find(root)
    if (found) return this.#sequence(found.item, parentSub, { depth: found.sequence.depth + 1, type: null })
    const type = this.#known(root)?.content
    return type instanceof Y.ContentType ? this.#knownSequence(type.type, parentSub) : null
  }

  #knownSequence(type: AnyType, key: string | null): Sequence {
    return this.#sequence(type, key, { depth: depthOf(type), type })
  }

  #sequence(parent: unknown, key: string | null, as: Pick<Sequence, 'depth' | 'type'>): Sequence {
    const ofParent = this.#byParent.get(parent) ?? new Map<string | null, Sequence>()
    this.#byParent.set(parent, ofParent)
    const existing = ofParent.get(key)
    if (existing) return existing
    const sequence: Sequence = { ...as, key, count: 0, searching: 0, lastAtStart: null, lastBehind: null }
    ofParent.set(key, sequence)
    this.#sequences.add(sequence)
    return sequence
  }

  /** An item of the document, if that is where the id is. */
  #known(id: Y.ID): Y.Item | null {
    if (id.clock >= this.#state(id.client)) return null
    const found: unknown = Y.getItem(this.#doc.store, id)
    return found instanceof Y.Item ? found : null
  }

  /** An item of the update, if the document does not have it. */
  #find(id: Y.ID): { item: Y.Item; sequence: Sequence } | null {
    if (id.clock < this.#state(id.client)) return null
    const placed = this.#placed.get(id.client) ?? []
    let [low, high] = [0, placed.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const found = placed[middle]
      if (!found) return null
      if (found.item.id.clock > id.clock) high = middle - 1
      else if (found.item.id.clock + found.item.length <= id.clock) low = middle + 1
      else return found
    }
    return null
  }

  /** True when an item would have to be split before this clock. */
  #isInside(client: number, clock: number): boolean {
    const structs = this.#doc.store.clients.get(client)
    if (structs && clock < this.#state(client)) return structs[Y.findIndexSS(structs, clock)]?.id.clock !== clock
    const found = this.#find(new Y.ID(client, clock))
    return found !== null && found.item.id.clock !== clock
  }

  /** Whatever comes behind it in the list of its client's items moves by one. */
  #noteSplit(client: number): void {
    this.#moves += (this.#doc.store.clients.get(client)?.length ?? 0) + (this.#placed.get(client)?.length ?? 0)
  }

  #state(client: number): number {
    return Y.getState(this.#doc.store, client)
  }
}

function keyOf(id: Y.ID): string {
  return `${id.client}:${id.clock}`
}

function isSame(a: Y.ID | null, b: Y.ID | null): boolean {
  return a === null ? b === null : b !== null && a.client === b.client && a.clock === b.clock
}

/** Items of a sequence in the document; counting stops where the answer is known. */
function knownLength({ type, key }: Sequence): number {
  let length = 0
  let item = key === null ? type?._start : type?._map.get(key)
  for (; item && length < MAX_STEPS; length++) item = key === null ? item.right : item.left
  return length
}

function depthOf(type: AnyType): number {
  let depth = 0
  for (let item = type._item; item && depth < MAX_TYPE_DEPTH; depth++)
    item = item.parent instanceof Y.AbstractType ? item.parent._item : null
  return depth
}
