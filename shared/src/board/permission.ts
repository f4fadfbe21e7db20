import type { Role } from '../protocol/role.ts'
import type { PhasePermission } from '../workshop/state.ts'
import type { BoardRecord } from './board-record.ts'
import { PLACE, TOMBSTONE } from './facets.ts'

/** What somebody may do to a board now. `add` includes changing and deleting what one made oneself. */
export interface EditRights {
  /** everything, locked records included */
  facilitate: boolean
  add: boolean
  move: boolean
  edit: boolean
  link: boolean
  /** make, rename and take away clusters that no facilitator has settled */
  suggest: boolean
  /** write remarks on cards, and resolve them */
  comment: boolean
  /** say "me too" */
  react: boolean
}

const RIGHTS = ['facilitate', 'add', 'move', 'edit', 'link', 'suggest', 'comment', 'react'] as const satisfies readonly (keyof EditRights)[]

const NOTHING: EditRights = rightsWhere(() => false)
const FREE: EditRights = rightsWhere((right) => right !== 'facilitate')
const EVERYTHING: EditRights = rightsWhere(() => true)

/** What each phase permission adds. The others (watch, rate, vote) concern nothing in the document. */
const GRANTS: Partial<Record<PhasePermission, Partial<EditRights>>> = {
  add: { add: true },
  suggest: { move: true, suggest: true },
  move: { move: true },
  link: { link: true },
  comment: { comment: true },
  react: { react: true },
  // Whoever may change everything may make something new as well: plans and matrices are filled in under `edit`.
  edit: FREE,
}

/**
 * The permission table: role × what the running phase lets participants do (`null` = no running phase, everything that is not
 * locked).
 */
export function editRights(role: Role, can: readonly PhasePermission[] | null): EditRights {
  if (role === 'facilitator') return EVERYTHING
  if (role === 'viewer') return NOTHING
  return can === null ? FREE : can.reduce<EditRights>((rights, permission) => ({ ...rights, ...GRANTS[permission] }), NOTHING)
}

/** True when somebody may change a record of the board; remarks are no records. */
export function mayChangeSomething({ facilitate, add, move, edit, link, suggest }: EditRights): boolean {
  return facilitate || add || move || edit || link || suggest
}

/** What either of two sets of rights allows: for the seconds after a phase change in which both phases count. */
export function eitherRights(a: EditRights, b: EditRights): EditRights {
  return rightsWhere((right) => a[right] || b[right])
}

function rightsWhere(has: (right: keyof EditRights) => boolean): EditRights {
  return Object.fromEntries(RIGHTS.map((right) => [right, has(right)])) as Record<keyof EditRights, boolean>
}

/** The kinds of change that the table tells apart. */
export type ChangeKind = 'create' | 'place' | 'content'

/** The record that a change is about, as it was before. */
export interface ChangeTarget {
  /** the person's own: `meta.author` */
  own: boolean
  /** `meta.lock` */
  locked: boolean
  /** arrow or binding */
  link: boolean
  /** a named group of cards: see `isCluster` */
  cluster: boolean
}

/** Why a change is not allowed, or null when it is. */
export function refusalOf(rights: EditRights, kind: ChangeKind, target: ChangeTarget): 'locked' | 'phase' | null {
  if (rights.facilitate) return null
  if (target.locked) return 'locked'
  if (target.cluster && rights.suggest) return null
  if (target.link ? rights.link : kind === 'create' ? rights.add : kind === 'place' ? rights.move : rights.edit) return null
  return kind !== 'create' && target.own && rights.add ? null : 'phase'
}

/** Which kind of change a facet is. Bringing back what was deleted and deleting are changes of content. */
export function changeKindOf(facet: string): ChangeKind {
  return facet === PLACE || facet === 'props.w' || facet === 'props.h' ? 'place' : 'content'
}

/** Facets that participants never write: locks, and what waits for a facilitator's decision. */
export function isFacilitatorsFacet(facet: string): boolean {
  return facet === LOCK || facet === PARKED
}

/** Facets that nobody but the server writes after the birth. */
export function isServersFacet(facet: string): boolean {
  return facet === AUTHOR
}

/** True for a change that settles a cluster, which is a facilitator's decision. */
export function isSettling(facet: string, value: unknown): boolean {
  return facet === CLUSTER && value === 'settled'
}

/** `meta.cluster`: see `AreaMeta`. */
export const CLUSTER = 'meta.cluster'
/** `meta.lock`: only facilitators change the record. */
export const LOCK = 'meta.lock'
/** `meta.parked`: made when the phase no longer allowed it; stays deleted until a facilitator accepts it. */
export const PARKED = 'meta.parked'
/** `meta.author`: participantId of whoever made the record. */
export const AUTHOR = 'meta.author'

/** True for what a phase without `link` does not let people make. */
export function isLink(record: Pick<BoardRecord, 'typeName' | 'type'>): boolean {
  return record.typeName === 'binding' || record.type === 'arrow'
}

/** True for a named group of cards. An area is none, whatever its meta says: groups stand inside of areas. */
export function isCluster({ type, meta }: Pick<BoardRecord, 'type' | 'meta'>): boolean {
  return type === 'frame' && meta?.['area'] === undefined && (meta?.['cluster'] === 'suggested' || meta?.['cluster'] === 'settled')
}

/** True for a change that only hides a record. */
export function isDeletion(facet: string, value: unknown): boolean {
  return facet === TOMBSTONE && value === true
}
