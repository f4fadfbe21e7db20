import type { BoardRecord, Json } from '../board/board-record.ts'
import { tagsOf } from '../board/card-tags.ts'
import {
  ACTION_STATUSES,
  CARD_KINDS,
  STANCES,
  type ActionStatus,
  type CardKind,
  type RequestOrigin,
  type Setting,
  type Stance,
} from '../board/card.ts'
import { isIsoDate } from './iso-date.ts'

const SETTINGS: readonly Setting[] = ['urban', 'rural', 'both']

/** What a card says, read from its record alone. A field that is missing or not valid reads as null; nothing throws. */
export interface CardFields {
  /** record id */
  id: string
  kind: CardKind
  text: string
  /** participantId; null = the template's own card */
  author: string | null
  /** id of the paper's item; null = somebody in the workshop wrote the card */
  paper: string | null
  /** section of the paper */
  section: string | null
  /** record id of the card that it was merged into, as written on it; who stands for it in the end is in `MappingGraph.targets` */
  mergedInto: string | null
  /** background, not a fault */
  driver: boolean
  setting: Setting | null
  /** sorted, without # */
  tags: readonly string[]
  /** only facilitators change it */
  locked: boolean
  /** evidence: where it was seen */
  place: string | null
  /** evidence: when, in people's words */
  period: string | null
  /** evidence: people affected, a whole number */
  affected: number | null
  /** evidence: the local case */
  case: string | null
  /** whom a stakeholder belongs to */
  actorKind: string | null
  /** of a stakeholder: 0–3 */
  influence: number | null
  /** of a stakeholder */
  stance: Stance | null
  /** of an action; `planned` where nothing is said */
  status: ActionStatus
  /** of an action: YYYY-MM-DD */
  start: string | null
  /** of an action: YYYY-MM-DD */
  due: string | null
  /** of an action: how people will see that it worked */
  measure: string | null
  /** of an action that asks somebody to close a gap */
  request: RequestOrigin | null
}

/** A card as the rules of mapping see it: its own fields, and what follows from the records around it. */
export interface MappingCard extends CardFields {
  /** record id of the card one level up, which is the target when it was merged; it may not exist any more */
  parent: string | null
  /** stable name of the area it stands in */
  area: string | null
  /** record id of the cluster it belongs to */
  cluster: string | null
}

/** Reads a card's own fields. */
export function readCard(record: BoardRecord): CardFields {
  const { id, props = {}, meta = {} } = record
  const origin = objectOf(meta['origin'])
  return {
    id,
    kind: oneOf(CARD_KINDS, props['kind']) ?? 'note',
    text: textOf(props['text']) ?? '',
    author: textOf(meta['author']),
    paper: textOf(origin?.['paper']),
    section: textOf(origin?.['section']),
    mergedInto: textOf(meta['mergedInto']),
    driver: meta['driver'] === true,
    setting: oneOf(SETTINGS, meta['setting']),
    tags: tagsOf(record),
    locked: meta['lock'] === true,
    place: textOf(meta['place']),
    period: textOf(meta['period']),
    affected: wholeOf(meta['affected'], Number.MAX_SAFE_INTEGER),
    case: textOf(meta['case']),
    actorKind: textOf(meta['actorKind']),
    influence: wholeOf(meta['influence'], MOST_INFLUENCE),
    stance: oneOf(STANCES, meta['stance']),
    status: oneOf(ACTION_STATUSES, meta['status']) ?? 'planned',
    start: dateOf(meta['start']),
    due: dateOf(meta['due']),
    measure: textOf(meta['measure']),
    request: requestOf(meta['request']),
  }
}

/** Highest influence of a stakeholder, as flow B rates it (phase B5: 0–3). */
export const MOST_INFLUENCE = 3

/** The record id that a card names as the one it was merged into; it may lead nowhere. */
export function mergedIntoOf(record: BoardRecord | undefined): string | null {
  return textOf(record?.meta?.['mergedInto'])
}

/** One of the listed values, or null. */
export function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | null {
  return values.find((candidate) => candidate === value) ?? null
}

/** A text, or null. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** The fields of a JSON object, or null. */
export function objectOf(value: Json | undefined): Readonly<Record<string, Json>> | null {
  // Array.isArray does not narrow readonly arrays away.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, Json>>) : null
}

function wholeOf(value: unknown, most: number): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most ? value : null
}

function dateOf(value: unknown): string | null {
  return isIsoDate(value) ? value : null
}

function requestOf(value: Json | undefined): RequestOrigin | null {
  const request = objectOf(value)
  const rule = textOf(request?.['rule'])
  if (rule === null) return null
  const about = request?.['about']
  return { rule, about: Array.isArray(about) ? about.filter((id): id is string => typeof id === 'string') : [] }
}
