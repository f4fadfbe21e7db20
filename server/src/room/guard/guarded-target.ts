import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { BIRTH } from '@remedyboard/shared/board/facets'
import {
  AUTHOR,
  changeKindOf,
  CLUSTER,
  isCluster,
  isDeletion,
  isFacilitatorsFacet,
  isLink,
  isServersFacet,
  isSettling,
  LOCK,
  PARKED,
  refusalOf,
  type ChangeTarget,
  type EditRights,
} from '@remedyboard/shared/board/permission'
import type { RefusalCode } from '@remedyboard/shared/protocol/refused-change'

/** A record that somebody wants to change, as far as the answer depends on it. */
export interface GuardedTarget extends ChangeTarget {
  /** waits for a facilitator's decision */
  parked: boolean
  /** belongs to the board as a whole */
  ours: boolean
}

/** Records that belong to the board as a whole. */
export const FACILITATORS_TYPES: ReadonlySet<string> = new Set(['document', 'page'])

/** Puts a record into the words of the permission table. `meta` reads a facet such as `meta.lock` as it was before the change. */
export function guardedTarget(editorId: string, birth: BoardRecord | undefined, meta: (facet: string) => unknown): GuardedTarget {
  return {
    own: meta(AUTHOR) === editorId,
    locked: meta(LOCK) === true,
    parked: meta(PARKED) === true,
    link: birth !== undefined && isLink(birth),
    cluster:
      birth !== undefined && isCluster({ ...birth, meta: { area: meta('meta.area'), cluster: meta(CLUSTER) } as BoardRecord['meta'] }),
    ours: birth !== undefined && FACILITATORS_TYPES.has(birth.typeName),
  }
}

/** Why somebody may not give a facet this value, or null when they may. Whether the value is valid is another question. */
export function refusalOfFacet(rights: EditRights, key: string, value: unknown, target: GuardedTarget): RefusalCode | null {
  if (key === BIRTH || isServersFacet(key)) return 'protected'
  if (rights.facilitate) return null
  if (target.ours || isFacilitatorsFacet(key) || isSettling(key, value)) return 'protected'
  if (target.parked && !isDeletion(key, value)) return 'phase'
  return refusalOf(rights, changeKindOf(key), target)
}
