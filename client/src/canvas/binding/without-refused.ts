import type { FacetMap } from '@remedyboard/shared/board/board-document'
import type { RefusedChange } from '@remedyboard/shared/protocol/refused-change'
import * as Y from 'yjs'

type Ranges = Y.UndoManager['undoStack'][number]['insertions']

/**
 * What is left of an undo step's insertions or deletions when the server has refused some of it: to take back what was taken back
 * already would, at best, do nothing, and write a deleted text twice at worst. A refusal without a record is one of everything,
 * one without a facet of the whole record.
 */
export function withoutRefused(records: Y.Map<FacetMap>, ranges: Ranges, refused: readonly RefusedChange[]): Ranges {
  const isRefused = (struct: unknown): boolean => {
    const [id, facet] = struct instanceof Y.Item ? placeOf(struct, records) : []
    return refused.some((change) => change.record === '' || (change.record === id && (change.facet === '' || change.facet === facet)))
  }
  const kept = Y.createDeleteSet()
  records.doc?.transact((transaction) => {
    Y.iterateDeletedStructs(transaction, ranges, (struct) => {
      if (isRefused(struct)) return
      const { client, clock } = struct.id
      const all = kept.clients.get(client) ?? []
      all.push({ clock, len: struct.length })
      kept.clients.set(client, all)
    })
  })
  return kept
}

/** The record and the facet that an item belongs to, however deep in a text. */
function placeOf(item: Y.Item, records: Y.Map<FacetMap>): readonly (string | null)[] {
  let facet: string | null = null
  for (let current: Y.Item | null = item; current; current = parentOf(current)?._item ?? null) {
    if (parentOf(current) === records) return [current.parentSub, facet]
    facet = current.parentSub ?? facet
  }
  return []
}

function parentOf({ parent }: Y.Item): Y.AbstractType<unknown> | null {
  return parent instanceof Y.AbstractType ? parent : null
}
