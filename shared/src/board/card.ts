import type { BoardRecord } from './board-record.ts'

/** What a card stands for. Kinds differ by colour, icon and edge. */
export const CARD_KINDS = ['dilemma', 'remedy', 'stakeholder', 'action', 'practice', 'evidence', 'note'] as const
export type CardKind = (typeof CARD_KINDS)[number]

/** `l` = top-level heading card, `m` = every other card. */
export const CARD_SIZES = ['m', 'l'] as const
export type CardSize = (typeof CARD_SIZES)[number]

/** Props of the one custom shape, `type: 'card'`. `w`, `h` in board units; `text` lives in a Y.Text. */
export interface CardProps {
  w: number
  h: number
  kind: CardKind
  size: CardSize
  text: string
}

/** Where life happens: the paper tells urban from rural remedies. */
export type Setting = 'urban' | 'rural' | 'both'

/** `record.meta` of a card. All optional: a card that a participant made has only `author`. */
export interface CardMeta {
  /** participantId; absent on the template's own cards */
  author?: string
  /** record id of the card one level up (sub-dilemma → dilemma) */
  parent?: string
  /** item of the paper this card shows */
  origin?: { paper: string; section: string; quote?: string; desc?: string }
  setting?: Setting
  /** background, not a fault: never counted in coverage */
  driver?: boolean
  /** whom a stakeholder belongs to: party, government, unit, social, market, people */
  actorKind?: string
}

/**
 * Why a link exists. The first five come from the paper's content file, strongest first;
 * `group` = people in the workshop drew it. `implied-weak` is a suggestion, not coverage.
 */
export const LINK_BASES = ['explicit', 'explicit-general', 'implied-strong', 'implied', 'implied-weak', 'group'] as const
export type LinkBasis = (typeof LINK_BASES)[number]

/** How well a relation between two stakeholders works. */
export type RelationState = 'positive' | 'weak' | 'tension'

/** `record.meta` of a link: an arrow bound to two cards. */
export interface LinkMeta {
  author?: string
  basis?: LinkBasis
  rationale?: string
  origin?: { paper: string; section: string; quote?: string }
  /** between stakeholders: leads, serves, informs, mobilizes, voices … A relation that works both ways has two arrowheads. */
  relation?: string
  state?: RelationState
}

/** `record.meta` of an area: a frame with a purpose. `instruction` is shown below its title. */
export interface AreaMeta {
  /** stable name that phases refer to: welcome, brief, dilemmas, local, remedies, map, plan, parking, report … */
  area?: string
  instruction?: string
  /** pigment of the frame */
  tone?: CardKind | 'neutral'
}

export function isCard(record: BoardRecord): boolean {
  return record.typeName === 'shape' && record.type === 'card'
}

/** Limits that people could meet; the server enforces them. Text in characters. */
export const CARD_LIMITS = { textLength: 10_000, maxWidth: 4_000, maxHeight: 20_000 } as const
