import type { BoardRecord } from '../board/board-record.ts'
import { DUTIES, LINK_BASES, RELATION_STATES, type CardKind, type Duty, type LinkBasis, type RelationState } from '../board/card.ts'
import { objectOf, oneOf, textOf } from './mapping-card.ts'

/**
 * What a link says, told by its ends. `answer`: dilemma – remedy; `relation`: stakeholder – stakeholder; `duty`: stakeholder – action;
 * `step`: remedy – action; `support`: evidence or practice – anything; `other`: the rest.
 */
export type LinkType = 'answer' | 'relation' | 'duty' | 'step' | 'support' | 'other'

/** What a link says, read from its arrow alone. A field that is missing or not valid reads as null; nothing throws. */
export interface LinkFields {
  /** record id of the arrow */
  id: string
  /** a link without a basis was drawn by the group */
  basis: LinkBasis
  /** two arrowheads: the relation works in both directions */
  bothWays: boolean
  /** the only arrowhead is at its start: it leads the other way than it was drawn */
  backwards: boolean
  /** participantId; null = the template's own link */
  author: string | null
  /** why it holds */
  rationale: string | null
  /** id of the paper's link */
  paper: string | null
  /** section of the paper */
  section: string | null
  /** between stakeholders: leads, serves, informs … */
  relation: string | null
  /** between stakeholders; null = nobody has said */
  state: RelationState | null
  /** between stakeholder and action; `support` where nothing is said */
  duty: Duty
  /** what people want to remember about it */
  note: string | null
}

/** An arrow bound to two living cards. */
export interface MappingLink extends LinkFields {
  type: LinkType
  /** record ids of the cards that it leads from and to, merged ones replaced; the direction means nothing but for relations */
  from: string
  to: string
  /** the cards that the arrow is bound to, when one of them was merged into another; else null */
  drawn: { from: string; to: string } | null
  /** record ids of links that say the same since cards were merged, and do not count beside this one */
  alike: readonly string[]
}

/** Reads an arrow's own fields. */
export function readLink({ id, props = {}, meta = {} }: BoardRecord): LinkFields {
  const origin = objectOf(meta['origin'])
  const [headAtStart, headAtEnd] = [hasHead(props['arrowheadStart']), hasHead(props['arrowheadEnd'])]
  return {
    id,
    basis: oneOf(LINK_BASES, meta['basis']) ?? 'group',
    bothWays: headAtStart && headAtEnd,
    backwards: headAtStart && !headAtEnd,
    author: textOf(meta['author']),
    rationale: textOf(meta['rationale']),
    paper: textOf(origin?.['paper']),
    section: textOf(origin?.['section']),
    relation: textOf(meta['relation']),
    state: oneOf(RELATION_STATES, meta['state']),
    duty: oneOf(DUTIES, meta['duty']) ?? 'support',
    note: textOf(meta['note']),
  }
}

function hasHead(arrowhead: unknown): boolean {
  return typeof arrowhead === 'string' && arrowhead !== 'none'
}

/** What a link between cards of these kinds says. */
export function linkType(a: CardKind, b: CardKind): LinkType {
  const joins = (one: CardKind, other: CardKind) => (a === one && b === other) || (a === other && b === one)
  if (joins('dilemma', 'remedy')) return 'answer'
  if (joins('stakeholder', 'stakeholder')) return 'relation'
  if (joins('stakeholder', 'action')) return 'duty'
  if (joins('remedy', 'action')) return 'step'
  if (a === 'evidence' || b === 'evidence' || a === 'practice' || b === 'practice') return 'support'
  return 'other'
}

/** True for a link that answers; a weak one is only a suggestion. */
export function isAnswer({ type, basis }: Pick<MappingLink, 'type' | 'basis'>): boolean {
  return type === 'answer' && basis !== 'implied-weak'
}

/**
 * Links with the same key say the same about the same two cards. The direction counts for relations only, and there only when the
 * relation does not work both ways.
 */
export function sayingOf({ type, from, to, relation, bothWays }: MappingLink): string {
  const turned = from > to && !(type === 'relation' && !bothWays)
  const ends = turned ? `${to}|${from}` : `${from}|${to}`
  return type === 'relation' ? `${type}|${ends}|${bothWays ? 'both' : 'one'}|${relation ?? ''}` : `${type}|${ends}`
}

/**
 * Which of the links that say the same count once cards were merged: as long as every arrow is bound to both cards itself, all of
 * them, as drawn. Else only the best one: the strongest answer or duty, then one that was drawn between these very cards, then the
 * smallest id.
 */
export function countingLinks(links: readonly MappingLink[]): readonly MappingLink[] {
  if (links.length < 2 || links.every(({ drawn }) => drawn === null)) return links
  const best = links.reduce((a, b) => (isBetter(b, a) ? b : a))
  return [{ ...best, alike: links.flatMap(({ id }) => (id === best.id ? [] : [id])) }]
}

function isBetter(a: MappingLink, b: MappingLink): boolean {
  const strength = weight(a) - weight(b)
  if (strength !== 0) return strength < 0
  if ((a.drawn === null) !== (b.drawn === null)) return a.drawn === null
  return a.id < b.id
}

/** Smaller is stronger. */
function weight({ type, basis, duty }: MappingLink): number {
  if (type === 'duty') return DUTIES.indexOf(duty)
  return basis === 'implied-weak' ? 1 : 0
}
