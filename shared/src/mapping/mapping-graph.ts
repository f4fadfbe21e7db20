import type { BoardRecord } from '../board/board-record.ts'
import { CARD_KINDS, isCard, LINK_BASES, type CardKind, type LinkBasis } from '../board/card.ts'

/** A card as the rules of mapping see it. */
export interface MappingCard {
  /** record id */
  id: string
  kind: CardKind
  text: string
  /** record id of the card one level up; it may not exist any more */
  parent: string | null
  /** id of the paper's item; null = somebody in the workshop wrote the card */
  paper: string | null
  /** background, not a fault */
  driver: boolean
}

/**
 * What a link says, told by its ends. `answer`: dilemma – remedy; `relation`: stakeholder – stakeholder; `duty`: stakeholder – action;
 * `step`: remedy – action; `support`: evidence or practice – anything; `other`: the rest.
 */
export type LinkType = 'answer' | 'relation' | 'duty' | 'step' | 'support' | 'other'

/** An arrow bound to two living cards. */
export interface MappingLink {
  /** record id of the arrow */
  id: string
  type: LinkType
  /** record ids of the cards at the arrow's start and end; the direction means nothing for `answer` */
  from: string
  to: string
  /** a link without a basis was drawn by the group */
  basis: LinkBasis
}

/** The board as cards and links, in the order of their ids, so that every reader agrees. */
export interface MappingGraph {
  cards: ReadonlyMap<string, MappingCard>
  links: readonly MappingLink[]
}

/** Reads cards and links from live records. Ignored: half-bound arrows, arrows to something else than a card, and loops. */
export function mappingGraph(records: Iterable<BoardRecord>): MappingGraph {
  const cards = new Map<string, MappingCard>()
  const arrows = new Map<string, BoardRecord>()
  const bindings: BoardRecord[] = []
  for (const record of [...records].sort(byId)) {
    if (isCard(record)) cards.set(record.id, cardOf(record))
    else if (record.typeName === 'shape' && record.type === 'arrow') arrows.set(record.id, record)
    else if (record.typeName === 'binding' && record.type === 'arrow') bindings.push(record)
  }
  const ends = new Map<string, { start?: MappingCard; end?: MappingCard }>()
  for (const { fromId, toId, props } of bindings) {
    const card = typeof toId === 'string' ? cards.get(toId) : undefined
    const terminal = props?.['terminal']
    if (!card || typeof fromId !== 'string' || !arrows.has(fromId) || (terminal !== 'start' && terminal !== 'end')) continue
    ends.set(fromId, { ...ends.get(fromId), [terminal]: card })
  }
  const links: MappingLink[] = []
  for (const [id, arrow] of arrows) {
    const { start, end } = ends.get(id) ?? {}
    if (!start || !end || start.id === end.id) continue
    links.push({ id, type: linkType(start.kind, end.kind), from: start.id, to: end.id, basis: basisOf(arrow) })
  }
  return { cards, links }
}

function byId(a: BoardRecord, b: BoardRecord): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function cardOf({ id, props = {}, meta = {} }: BoardRecord): MappingCard {
  const origin = meta['origin']
  const paper = typeof origin === 'object' && origin !== null && 'paper' in origin ? origin['paper'] : undefined
  return {
    id,
    kind: CARD_KINDS.find((kind) => kind === props['kind']) ?? 'note',
    text: typeof props['text'] === 'string' ? props['text'] : '',
    parent: typeof meta['parent'] === 'string' ? meta['parent'] : null,
    paper: typeof paper === 'string' ? paper : null,
    driver: meta['driver'] === true,
  }
}

function basisOf(arrow: BoardRecord): LinkBasis {
  return LINK_BASES.find((basis) => basis === arrow.meta?.['basis']) ?? 'group'
}

function linkType(a: CardKind, b: CardKind): LinkType {
  const joins = (one: CardKind, other: CardKind) => (a === one && b === other) || (a === other && b === one)
  if (joins('dilemma', 'remedy')) return 'answer'
  if (joins('stakeholder', 'stakeholder')) return 'relation'
  if (joins('stakeholder', 'action')) return 'duty'
  if (joins('remedy', 'action')) return 'step'
  if (a === 'evidence' || b === 'evidence' || a === 'practice' || b === 'practice') return 'support'
  return 'other'
}
