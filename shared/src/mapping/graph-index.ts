import type { BoardRecord } from '../board/board-record.ts'
import { isCard } from '../board/card.ts'
import type { RecordChanges } from '../board/record-index.ts'
import { ChangeList, keepEqual, patchSorted, type ChangedValues } from './changed-values.ts'
import { compareIds } from './compare-ids.ts'
import { IdSets } from './id-sets.ts'
import { readArea, surroundings, type MappingArea } from './mapping-area.ts'
import { readCard, textOf, type CardFields, type MappingCard } from './mapping-card.ts'
import { linkBetween, parentIdOf, type MappingGraph } from './mapping-graph.ts'
import { countingLinks, readLink, sayingOf, type LinkFields, type MappingLink } from './mapping-link.ts'
import { resolveMerged } from './resolve-merged.ts'

/** What changed in the graph. */
export interface GraphChanges {
  cards: ChangedValues<MappingCard>
  links: ChangedValues<MappingLink>
}

interface OwnCard extends CardFields {
  /** record id that `meta.parent` names, before merging */
  above: string | null
}

interface Binding {
  arrowId: string
  cardId: string
  terminal: 'start' | 'end'
}

/**
 * `mappingGraph` kept up to date. Cost of `apply`: the changed records and what hangs on them — cards inside a changed area, cards
 * merged into a changed one, links at either — plus one copy of the maps in which something changed.
 */
export class GraphIndex {
  readonly #parentIds = new Map<string, string | null>()
  readonly #insideOf = new IdSets()
  #areas: ReadonlyMap<string, MappingArea> = new Map()
  readonly #own = new Map<string, OwnCard>()
  readonly #mergedInto = new IdSets()
  readonly #below = new IdSets()
  readonly #targets = new Map<string, string>()
  readonly #absorbed = new IdSets()
  readonly #arrows = new Map<string, LinkFields>()
  readonly #bindings = new Map<string, Binding>()
  readonly #bindingsOf = new IdSets()
  readonly #bindingsAt = new IdSets()
  readonly #drawn = new Map<string, MappingLink>()
  readonly #sayings = new IdSets()
  #links: ReadonlyMap<string, MappingLink> = new Map()
  #graph: MappingGraph = { cards: new Map(), links: [], areas: new Map(), targets: new Map(), absorbed: new Map() }

  get graph(): MappingGraph {
    return this.#graph
  }

  apply(changes: RecordChanges): GraphChanges {
    const dirty = { cards: new Set<string>(), merges: new Set<string>(), surroundings: new Set<string>(), arrows: new Set<string>() }
    const areas = new ChangeList<MappingArea>()
    for (const [id, record] of changes) {
      this.#takeShape(id, record, dirty.surroundings, areas)
      this.#takeCard(id, record, dirty.cards, dirty.merges)
      this.#takeArrow(id, record, dirty.arrows)
      this.#takeBinding(id, record, dirty.arrows)
    }
    this.#areas = patchSorted(this.#areas, areas.changes)
    const mergedAnew = this.#mergeAnew(dirty.merges, dirty.cards, dirty.arrows)
    for (const id of this.#insideOf.reachable(dirty.surroundings)) if (this.#own.has(id)) dirty.cards.add(id)
    const cards = this.#readCards(dirty.cards, dirty.arrows)
    const links = this.#readLinks(dirty.arrows)
    this.#renew(cards, links, areas.changes.size > 0, mergedAnew || [...dirty.cards].some((id) => this.#targets.has(id)))
    return { cards, links }
  }

  #takeShape(id: string, record: BoardRecord | null, moved: Set<string>, areas: ChangeList<MappingArea>): void {
    const shape = record?.typeName === 'shape' ? record : null
    const known = this.#parentIds.has(id)
    if (!shape && !known) return
    const [before, after] = [this.#parentIds.get(id) ?? null, shape ? parentIdOf(shape) : null]
    if (before !== after || known !== (shape !== null)) moved.add(id)
    this.#insideOf.delete(before, id)
    this.#insideOf.add(after, id)
    if (shape) this.#parentIds.set(id, after)
    else this.#parentIds.delete(id)

    const area = keepEqual(this.#areas.get(id), (shape && readArea(shape)) ?? undefined)
    if (area !== this.#areas.get(id)) moved.add(id)
    areas.add(id, this.#areas.get(id), area)
  }

  #takeCard(id: string, record: BoardRecord | null, changed: Set<string>, merged: Set<string>): void {
    const before = this.#own.get(id)
    const read = record && isCard(record) ? { ...readCard(record), above: textOf(record.meta?.['parent']) } : undefined
    const after = keepEqual(before, read)
    if (after === before) return
    changed.add(id)
    if (!before || !after || before.mergedInto !== after.mergedInto) merged.add(id)
    this.#mergedInto.delete(before?.mergedInto ?? null, id)
    this.#mergedInto.add(after?.mergedInto ?? null, id)
    this.#below.delete(before?.above ?? null, id)
    this.#below.add(after?.above ?? null, id)
    if (after) this.#own.set(id, after)
    else this.#own.delete(id)
  }

  #takeArrow(id: string, record: BoardRecord | null, changed: Set<string>): void {
    const before = this.#arrows.get(id)
    const isArrow = record?.typeName === 'shape' && record.type === 'arrow'
    const after = keepEqual(before, isArrow ? readLink(record) : undefined)
    if (after === before) return
    changed.add(id)
    if (after) this.#arrows.set(id, after)
    else this.#arrows.delete(id)
  }

  #takeBinding(id: string, record: BoardRecord | null, changed: Set<string>): void {
    const before = this.#bindings.get(id)
    const after = keepEqual(before, (record && bindingOf(record)) ?? undefined)
    if (after === before) return
    for (const binding of [before, after]) if (binding) changed.add(binding.arrowId)
    this.#bindingsOf.delete(before?.arrowId ?? null, id)
    this.#bindingsOf.add(after?.arrowId ?? null, id)
    this.#bindingsAt.delete(before?.cardId ?? null, id)
    this.#bindingsAt.add(after?.cardId ?? null, id)
    if (after) this.#bindings.set(id, after)
    else this.#bindings.delete(id)
  }

  /** Resolves again whatever may now end elsewhere: everything that was merged, at once or through others, into a changed card. */
  #mergeAnew(changed: ReadonlySet<string>, cards: Set<string>, arrows: Set<string>): boolean {
    let anyChanged = false
    for (const id of this.#mergedInto.reachable(changed)) {
      const before = this.#targets.get(id)
      const standing = this.#own.has(id) ? this.#standingFor(id) : id
      const after = standing === id ? undefined : standing
      if (after === before) continue
      anyChanged = true
      this.#absorbed.delete(before ?? null, id)
      this.#absorbed.add(after ?? null, id)
      if (after === undefined) this.#targets.delete(id)
      else this.#targets.set(id, after)
      if (this.#own.has(id)) cards.add(id)
      for (const part of this.#below.get(id)) cards.add(part)
      this.#addArrowsAt(id, arrows)
    }
    return anyChanged
  }

  #standingFor(id: string): string {
    return resolveMerged(
      id,
      (at) => this.#own.get(at)?.mergedInto ?? null,
      (at) => this.#own.has(at),
    )
  }

  #addArrowsAt(cardId: string, arrows: Set<string>): void {
    for (const bindingId of this.#bindingsAt.get(cardId)) {
      const binding = this.#bindings.get(bindingId)
      if (binding) arrows.add(binding.arrowId)
    }
  }

  #readCards(ids: ReadonlySet<string>, arrows: Set<string>): ChangedValues<MappingCard> {
    const changes = new ChangeList<MappingCard>()
    for (const id of ids) {
      const before = this.#graph.cards.get(id)
      const after = keepEqual(before, this.#cardNow(id))
      changes.add(id, before, after)
      if (before?.kind === after?.kind) continue
      for (const member of [id, ...this.#absorbed.get(id)]) this.#addArrowsAt(member, arrows)
    }
    return changes.changes
  }

  #cardNow(id: string): MappingCard | undefined {
    const own = this.#own.get(id)
    if (!own || this.#targets.has(id)) return undefined
    const { above, ...fields } = own
    const parent = above === null ? null : (this.#targets.get(above) ?? above)
    const around = surroundings(
      this.#parentIds.get(id) ?? null,
      (at) => this.#areas.get(at),
      (at) => this.#parentIds.get(at) ?? null,
    )
    return { ...fields, ...around, parent: parent === id ? null : parent }
  }

  #readLinks(arrows: ReadonlySet<string>): ChangedValues<MappingLink> {
    const changes = new ChangeList<MappingLink>()
    const sayings = new Set<string>()
    for (const id of arrows) {
      const before = this.#drawn.get(id)
      const after = this.#drawnNow(id)
      const [saidBefore, saysNow] = [before && sayingOf(before), after && sayingOf(after)]
      this.#sayings.delete(saidBefore ?? null, id)
      this.#sayings.add(saysNow ?? null, id)
      if (after) this.#drawn.set(id, after)
      else this.#drawn.delete(id)
      for (const saying of [saidBefore, saysNow]) if (saying !== undefined) sayings.add(saying)
      if (!after) changes.add(id, this.#links.get(id), undefined)
    }
    for (const saying of sayings) {
      const links = [...this.#sayings.get(saying)].sort(compareIds).flatMap((id) => this.#drawn.get(id) ?? [])
      const counting = new Map(countingLinks(links).map((link) => [link.id, link]))
      for (const { id } of links) changes.add(id, this.#links.get(id), keepEqual(this.#links.get(id), counting.get(id)))
    }
    return changes.changes
  }

  /** The link that an arrow makes now. Where concurrent edits left two bindings at one end, the larger id holds. */
  #drawnNow(id: string): MappingLink | undefined {
    const arrow = this.#arrows.get(id)
    if (!arrow) return undefined
    const ends: { start?: string; end?: string } = {}
    for (const bindingId of [...this.#bindingsOf.get(id)].sort(compareIds)) {
      const binding = this.#bindings.get(bindingId)
      if (binding && this.#own.has(binding.cardId)) ends[binding.terminal] = binding.cardId
    }
    if (ends.start === undefined || ends.end === undefined) return undefined
    return linkBetween(arrow, ends.start, ends.end, this.#own, this.#targets) ?? undefined
  }

  #renew(cards: GraphChanges['cards'], links: GraphChanges['links'], areas: boolean, merges: boolean): void {
    if (cards.size === 0 && links.size === 0 && !areas && !merges) return
    const { targets, absorbed } = merges ? this.#merges() : this.#graph
    this.#links = patchSorted(this.#links, links)
    this.#graph = {
      cards: patchSorted(this.#graph.cards, cards),
      links: links.size > 0 ? [...this.#links.values()] : this.#graph.links,
      areas: this.#areas,
      targets,
      absorbed,
    }
  }

  #merges(): Pick<MappingGraph, 'targets' | 'absorbed'> {
    const targets = new Map([...this.#targets].sort(([a], [b]) => compareIds(a, b)))
    const absorbed = new Map<string, CardFields[]>()
    for (const [id, target] of targets) {
      const own = this.#own.get(id)
      if (!own) continue
      const { above: _, ...fields } = own
      absorbed.set(target, [...(absorbed.get(target) ?? []), fields])
    }
    return { targets, absorbed }
  }
}

function bindingOf({ typeName, type, fromId, toId, props }: BoardRecord): Binding | null {
  const terminal = props?.['terminal']
  if (typeName !== 'binding' || type !== 'arrow' || typeof fromId !== 'string' || typeof toId !== 'string') return null
  return terminal === 'start' || terminal === 'end' ? { arrowId: fromId, cardId: toId, terminal } : null
}
