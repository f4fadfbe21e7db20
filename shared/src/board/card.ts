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

/** How far an action is. */
export const ACTION_STATUSES = ['planned', 'started', 'done', 'dropped'] as const
export type ActionStatus = (typeof ACTION_STATUSES)[number]

/** What a stakeholder thinks of the plan. */
export const STANCES = ['for', 'neutral', 'against'] as const
export type Stance = (typeof STANCES)[number]

/** A gap of coordination that a request card answers: which rule found it, and about which cards and links. */
export interface RequestOrigin {
  rule: string
  /** record ids */
  about: readonly string[]
}

/**
 * `record.meta` of a card. All optional: a card that a participant made has only `author`. Each field is a facet of its own, so that
 * two people who fill in different ones both keep theirs. Tags are facets too: `tag.<name>: true` (see `card-tags.ts`).
 */
export interface CardMeta {
  /** only facilitators change it */
  lock?: boolean
  /** participantId; absent on the template's own cards */
  author?: string
  /** record id of the card one level up (sub-dilemma → dilemma) */
  parent?: string
  /** item of the paper this card shows */
  origin?: { paper: string; section: string; quote?: string; desc?: string }
  setting?: Setting
  /** background, not a fault: never counted in coverage */
  driver?: boolean
  /** record id of the card that this one was merged into; resolved on read, so that it can be taken back */
  mergedInto?: string
  /** evidence: where it was seen */
  place?: string
  /** evidence: when, in people's words ("spring 2022") */
  period?: string
  /** evidence: people affected, a whole number */
  affected?: number
  /** evidence: the local case */
  case?: string
  /** whom a stakeholder belongs to: party, government, unit, social, market, people */
  actorKind?: string
  /** of a stakeholder, 0–3 (Net-Map's towers, three levels and none) */
  influence?: number
  /** of a stakeholder */
  stance?: Stance
  /** of an action; absent = planned */
  status?: ActionStatus
  /** of an action: ISO date YYYY-MM-DD */
  start?: string
  /** of an action: ISO date YYYY-MM-DD */
  due?: string
  /** of an action: how people will see that it worked */
  measure?: string
  /** of an action that asks somebody to close a gap */
  request?: RequestOrigin
}

/**
 * Why a link exists. The first five come from the paper's content file, strongest first;
 * `group` = people in the workshop drew it. `implied-weak` is a suggestion, not coverage.
 */
export const LINK_BASES = ['explicit', 'explicit-general', 'implied-strong', 'implied', 'implied-weak', 'group'] as const
export type LinkBasis = (typeof LINK_BASES)[number]

/** How well a relation between two stakeholders works. */
export const RELATION_STATES = ['positive', 'weak', 'tension'] as const
export type RelationState = (typeof RELATION_STATES)[number]

/** What a stakeholder does for an action: the columns of the responsibility matrix (RACI in the words of flow B). */
export const DUTIES = ['lead', 'support', 'consult', 'inform'] as const
export type Duty = (typeof DUTIES)[number]

/** `record.meta` of a link: an arrow bound to two cards. */
export interface LinkMeta {
  author?: string
  basis?: LinkBasis
  /** why it holds: the paper's words, or people's own */
  rationale?: string
  origin?: { paper: string; section: string; quote?: string }
  /** between stakeholders: leads, serves, informs, mobilizes, voices … A relation that works both ways has two arrowheads. */
  relation?: string
  state?: RelationState
  /** between stakeholder and action; a link without one supports */
  duty?: Duty
  /** what people want to remember about it */
  note?: string
}

/** `record.meta` of an area or cluster: a frame with a purpose. `instruction` is shown below its title. */
export interface AreaMeta {
  /** stable name that phases refer to: welcome, brief, dilemmas, local, remedies, map, plan, parking, report … */
  area?: string
  /** 1, 2 …: a further frame of the area, made when it was full (`area-annex.ts`) */
  annex?: number
  instruction?: string
  /** pigment of the frame */
  tone?: CardKind | 'neutral'
  /** a named group of cards inside an area; its name is the frame's. A settled one is locked as well (`meta.lock`). */
  cluster?: 'suggested' | 'settled'
}

export function isCard(record: BoardRecord): boolean {
  return record.typeName === 'shape' && record.type === 'card'
}

/** Limits that people could meet; the server enforces them. Text in characters. */
export const CARD_LIMITS = { textLength: 10_000, maxWidth: 4_000, maxHeight: 20_000 } as const
