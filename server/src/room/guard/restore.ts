import type { FacetMap } from '@remedyboard/shared/board/board-document'
import { diffText } from '@remedyboard/shared/board/diff-text'
import { bearRichText, writeRichText } from '@remedyboard/shared/board/rich-text-fragment'
import * as Y from 'yjs'
import { hadBefore, isUnchanged, textBefore, valueBefore } from './before.ts'
import { richTextBefore } from './rich-text-before.ts'

/** Puts a facet back to what it was before the transaction, text character by character. */
export function restoreFacet(facets: FacetMap, key: string, transaction: Y.Transaction): void {
  if (isUnchanged(facets, key, transaction)) {
    const value = facets.get(key)
    if (value instanceof Y.Text) restoreText(value, transaction)
    else if (value instanceof Y.XmlFragment) writeRichText(value, richTextBefore(value, transaction))
    return
  }
  if (hadBefore(facets, key, transaction)) facets.set(key, copyBefore(valueBefore(facets, key, transaction), transaction))
  else facets.delete(key)
}

/** Puts a whole record back. A deleted Y type cannot be revived, so that people who have it open bind to its copy. */
export function restoreRecord(records: Y.Map<FacetMap>, id: string, former: FacetMap, transaction: Y.Transaction): void {
  const copy: FacetMap = new Y.Map()
  for (const key of former._map.keys()) {
    if (hadBefore(former, key, transaction)) copy.set(key, copyBefore(valueBefore(former, key, transaction), transaction))
  }
  records.set(id, copy)
}

/** Empties a root that has no place in a board, or puts a protected map back. */
export function restoreRoot(type: SharedType, keys: ReadonlySet<string | null>, transaction: Y.Transaction): void {
  for (const key of keys) {
    if (key === null) removeItems(type, transaction)
    else if (!(type instanceof Y.Map)) type._map.get(key)?.delete(transaction)
    else if (hadBefore(type, key, transaction)) type.set(key, valueBefore(type, key, transaction))
    else type.delete(key)
  }
}

/** A Y type of any kind, as a transaction lists them. */
export type SharedType = Y.Transaction['changed'] extends Map<infer Type, unknown> ? Type : never

/** A map has no sequence; whatever was put there goes. */
export function removeItems(type: { readonly _start: Y.Item | null }, transaction: Y.Transaction): void {
  for (let item = type._start; item !== null; item = item.right) if (!item.deleted) item.delete(transaction)
}

function restoreText(text: Y.Text, transaction: Y.Transaction): void {
  // Embeds and formatting first: what is left is characters.
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted && !(item.content instanceof Y.ContentString)) item.delete(transaction)
  }
  for (const key of text._map.keys()) text._map.get(key)?.delete(transaction)
  const { index, remove, insert } = diffText(text.toString(), textBefore(text, transaction))
  if (remove > 0) text.delete(index, remove)
  if (insert) text.insert(index, insert)
}

function copyBefore(value: unknown, transaction: Y.Transaction): unknown {
  if (value instanceof Y.XmlFragment) return bearRichText(richTextBefore(value, transaction))
  return value instanceof Y.Text ? new Y.Text(textBefore(value, transaction)) : value
}
