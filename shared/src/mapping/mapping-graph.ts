import type { BoardRecord } from '../board/board-record.ts'
import { isCard } from '../board/card.ts'
import { compareIds } from './compare-ids.ts'
import { readArea, surroundings, type MappingArea } from './mapping-area.ts'
import { mergedIntoOf, readCard, textOf, type CardFields, type MappingCard } from './mapping-card.ts'
import { countingLinks, linkType, readLink, sayingOf, type LinkFields, type MappingLink } from './mapping-link.ts'
import { resolveMerged } from './resolve-merged.ts'

/** The board as cards and links, in the order of their ids, so that every reader agrees. Merged cards are replaced by their targets. */
export interface MappingGraph {
  /** cards that stand for themselves */
  cards: ReadonlyMap<string, MappingCard>
  /** links between two of them; what merging made say the same is one link */
  links: readonly MappingLink[]
  /** areas and clusters */
  areas: ReadonlyMap<string, MappingArea>
  /** of each merged card: the card that stands for it */
  targets: ReadonlyMap<string, string>
  /** of each such target: what was merged into it, at once or through others */
  absorbed: ReadonlyMap<string, readonly CardFields[]>
}

/**
 * Reads the board from live records. Ignored: half-bound arrows, arrows to something else than a card, loops. This is the plain
 * definition; `MappingIndex` keeps the same up to date at the cost of what changed.
 */
export function mappingGraph(records: Iterable<BoardRecord>): MappingGraph {
  const sorted = [...records].sort((a, b) => compareIds(a.id, b.id))
  const shapes = new Map(sorted.filter(({ typeName }) => typeName === 'shape').map((record) => [record.id, record]))
  const cardRecords = new Map([...shapes].filter(([, record]) => isCard(record)))

  const standing = (id: string) =>
    resolveMerged(
      id,
      (at) => mergedIntoOf(cardRecords.get(at)),
      (at) => cardRecords.has(at),
    )
  const targets = new Map<string, string>()
  for (const id of cardRecords.keys()) {
    const target = standing(id)
    if (target !== id) targets.set(id, target)
  }

  const areas = new Map<string, MappingArea>()
  for (const record of shapes.values()) {
    const area = readArea(record)
    if (area) areas.set(record.id, area)
  }

  const cards = new Map<string, MappingCard>()
  const absorbed = new Map<string, CardFields[]>()
  for (const [id, record] of cardRecords) {
    const target = targets.get(id)
    if (target === undefined) {
      const around = surroundings(
        parentIdOf(record),
        (at) => areas.get(at),
        (at) => parentIdOf(shapes.get(at)),
      )
      cards.set(id, { ...readCard(record), ...around, parent: parentOf(record, targets) })
    } else absorbed.set(target, [...(absorbed.get(target) ?? []), readCard(record)])
  }
  return { cards, links: linksAmong(sorted, cards, targets), areas, targets, absorbed }
}

function linksAmong(sorted: readonly BoardRecord[], cards: ReadonlyMap<string, MappingCard>, targets: ReadonlyMap<string, string>) {
  const ends = new Map<string, { start?: string; end?: string }>()
  for (const { typeName, type, fromId, toId, props } of sorted) {
    if (typeName !== 'binding' || type !== 'arrow' || typeof fromId !== 'string' || typeof toId !== 'string') continue
    const terminal = props?.['terminal']
    if ((terminal !== 'start' && terminal !== 'end') || !(cards.has(toId) || targets.has(toId))) continue
    ends.set(fromId, { ...ends.get(fromId), [terminal]: toId })
  }
  const sayings = new Map<string, MappingLink[]>()
  for (const record of sorted) {
    if (record.typeName !== 'shape' || record.type !== 'arrow') continue
    const { start, end } = ends.get(record.id) ?? {}
    const link = start !== undefined && end !== undefined ? linkBetween(readLink(record), start, end, cards, targets) : null
    if (link) sayings.set(sayingOf(link), [...(sayings.get(sayingOf(link)) ?? []), link])
  }
  return [...sayings.values()].flatMap(countingLinks).sort((a, b) => compareIds(a.id, b.id))
}

/** The link that an arrow bound to these two cards makes, or null when both are the same card. */
export function linkBetween(
  arrow: LinkFields,
  start: string,
  end: string,
  cards: ReadonlyMap<string, Pick<MappingCard, 'kind'>>,
  targets: ReadonlyMap<string, string>,
): MappingLink | null {
  const [source, aim] = arrow.backwards ? [end, start] : [start, end]
  const from = targets.get(source) ?? source
  const to = targets.get(aim) ?? aim
  const [a, b] = [cards.get(from), cards.get(to)]
  if (!a || !b || from === to) return null
  const drawn = from === source && to === aim ? null : { from: source, to: aim }
  return { ...arrow, type: linkType(a.kind, b.kind), from, to, drawn, alike: [] }
}

/** The card one level up, after merging; a card that was merged with the one above it has none. */
export function parentOf(record: BoardRecord, targets: ReadonlyMap<string, string>): string | null {
  const parent = textOf(record.meta?.['parent'])
  const target = parent === null ? null : (targets.get(parent) ?? parent)
  return target === record.id ? null : target
}

/** The shape or page that a shape lies in. */
export function parentIdOf(record: BoardRecord | undefined): string | null {
  const parentId = record?.['parentId']
  return typeof parentId === 'string' ? parentId : null
}
