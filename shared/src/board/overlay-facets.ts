import { equalityDeep } from 'lib0/function'
import type { BoardRecord, Json } from './board-record.ts'
import { PLACE, TEXT, type FacetChange } from './facets.ts'

/** The record with facet changes laid over it: what a person sees while their own unsent changes meet the others'. */
export function overlayFacets(record: BoardRecord, changes: readonly FacetChange[]): BoardRecord {
  if (changes.length === 0) return record
  const next: Record<string, Json | undefined> = { ...record }
  const props: Record<string, Json> = { ...record.props }
  const meta: Record<string, Json> = { ...record.meta }
  for (const { key, value } of changes) {
    if (key === PLACE) Object.assign(next, value)
    else if (key === TEXT) set(props, 'text', value)
    else if (key.startsWith('props.')) set(props, key.slice(6), value)
    else if (key.startsWith('meta.')) set(meta, key.slice(5), value)
    else set(next, key, value)
  }
  if (record.props) next['props'] = props
  if (record.meta) next['meta'] = meta
  return next as BoardRecord
}

function set(target: Record<string, Json | undefined>, name: string, value: Json | undefined): void {
  if (value === undefined) delete target[name]
  else target[name] = value
}

/**
 * `next`, reusing every part of `former` that is equal, and `former` itself when all is. tldraw compares by reference:
 * a new but equal rich text would reset the editor of somebody who is typing in it.
 */
export function shareStructure(former: BoardRecord | undefined, next: BoardRecord): BoardRecord {
  if (!former || former === next) return next
  let same = Object.keys(former).length === Object.keys(next).length
  const shared: Record<string, Json | undefined> = {}
  for (const [field, value] of Object.entries(next)) {
    const before = former[field]
    if (equalityDeep(before, value)) shared[field] = before
    else {
      same = false
      shared[field] = (field === 'props' || field === 'meta') && before && value ? shareValues(before, value) : value
    }
  }
  return same ? former : (shared as BoardRecord)
}

function shareValues(before: Json, value: Json): Json {
  const from = before as Readonly<Record<string, Json>>
  return Object.fromEntries(
    Object.entries(value as Readonly<Record<string, Json>>).map(([name, after]) => [
      name,
      name in from && equalityDeep(from[name], after) ? (from[name] ?? after) : after,
    ]),
  )
}
