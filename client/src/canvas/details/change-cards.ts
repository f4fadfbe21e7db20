import type { BoardOperation } from '@remedyboard/shared/board/board-operation'
import type { CardMeta } from '@remedyboard/shared/board/card'
import { tagChange } from '@remedyboard/shared/board/card-tags'
import type { FacetChange } from '@remedyboard/shared/board/facets'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'

/** Fields that the details write as they are. */
export type PlainField = Exclude<keyof CardMeta, 'author' | 'parent' | 'origin' | 'mergedInto' | 'request' | 'driver'>

/** The same change of every card that it changes; nothing said removes the field. */
export function fieldOperations(cards: readonly BoardRecord[], field: PlainField, value: string | number | undefined): BoardOperation[] {
  return operations(
    cards.filter(({ meta = {} }) => meta[field] !== value),
    { key: `meta.${field}`, value },
  )
}

export function kindOperations(cards: readonly BoardRecord[], kind: string): BoardOperation[] {
  return operations(
    cards.filter(({ props = {} }) => props['kind'] !== kind),
    { key: 'props.kind', value: kind },
  )
}

/** Puts a tag on all cards, or takes it off. */
export function tagOperations(cards: readonly BoardRecord[], tag: string, on: boolean): BoardOperation[] {
  const change = tagChange(tag, on)
  return operations(
    cards.filter(({ meta = {} }) => (meta[`tag.${tag}`] === true) !== on),
    change,
  )
}

function operations(cards: readonly BoardRecord[], change: FacetChange): BoardOperation[] {
  return cards.map(({ id }) => ({ op: 'change', id, changes: [change] }))
}
