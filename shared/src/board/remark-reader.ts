import * as Y from 'yjs'
import { remarksOf, type FacetMap } from './board-document.ts'
import { readRemark, type Remark } from './remarks.ts'

/** Follows the remarks of a document. Cost of a change: the remarks of the cards that it concerns. */
export class RemarkReader {
  readonly #remarks: Y.Map<FacetMap>
  readonly #byId = new Map<string, Remark>()
  readonly #byCard = new Map<string, readonly Remark[]>()
  readonly #onChange: (cards: ReadonlySet<string>) => void

  /** `onChange` tells the record ids of the cards whose remarks changed. */
  constructor(doc: Y.Doc, onChange: (cards: ReadonlySet<string>) => void) {
    this.#remarks = remarksOf(doc)
    this.#onChange = onChange
    this.#take([...this.#remarks.keys()])
    this.#remarks.observeDeep(this.#observe)
  }

  /** Cards with remarks, each with its remarks in the order in which the server took them in, unsent ones last. */
  get byCard(): ReadonlyMap<string, readonly Remark[]> {
    return this.#byCard
  }

  close(): void {
    this.#remarks.unobserveDeep(this.#observe)
  }

  readonly #observe = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    const changed = new Set<string>()
    for (const event of events) {
      if (event.path.length > 0) changed.add(String(event.path[0]))
      else for (const id of event.changes.keys.keys()) changed.add(id)
    }
    const cards = this.#take(changed)
    if (cards.size > 0) this.#onChange(cards)
  }

  #take(ids: Iterable<string>): Set<string> {
    const changed = new Map<string, Map<string, Remark | null>>()
    for (const id of ids) {
      const former = this.#byId.get(id)
      const remark = readRemark(id, this.#remarks.get(id))
      if (remark) this.#byId.set(id, remark)
      else this.#byId.delete(id)
      for (const card of new Set([former?.card, remark?.card])) {
        if (card === undefined) continue
        const ofCard = changed.get(card) ?? new Map<string, Remark | null>()
        changed.set(card, ofCard.set(id, remark?.card === card ? remark : null))
      }
    }
    for (const [card, remarks] of changed) this.#rearrange(card, remarks)
    return new Set(changed.keys())
  }

  #rearrange(card: string, changed: ReadonlyMap<string, Remark | null>): void {
    const next = (this.#byCard.get(card) ?? []).filter(({ id }) => !changed.has(id))
    for (const remark of changed.values()) if (remark) next.push(remark)
    if (next.length === 0) this.#byCard.delete(card)
    else this.#byCard.set(card, next.sort(byTime))
  }
}

function byTime(a: Remark, b: Remark): number {
  const [at, bt] = [a.stamp?.at ?? Infinity, b.stamp?.at ?? Infinity]
  return at === bt ? (a.id < b.id ? -1 : 1) : at - bt
}
