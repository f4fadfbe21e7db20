import { equalityDeep } from 'lib0/function'
import * as Y from 'yjs'
import type { FacetMap } from './board-document.ts'
import type { BoardRecord, Json } from './board-record.ts'
import { diffText, rebaseSplice } from './diff-text.ts'
import { bearRichText, readRichText, writeRichText } from './rich-text-fragment.ts'
import { EMPTY_RICH_TEXT, hasRichText, isSameRichText, RICH_TEXT, RICH_TEXT_PROP, richTextAsJson } from './rich-text.ts'
import { appendGrowth, chunkKey, chunkNumber, encodeGrowth, isStroke, SEGMENTS_PROP, STROKE_LIMITS } from './stroke.ts'
import { wellFormed } from './well-formed.ts'

/**
 * A record on the wire is a Y.Map of facets. `birth` is the whole record, written once; each later change writes only
 * the facets it touched, and a reader lays them over the birth. So two people who change different facets of one record
 * both keep their change, and an update is a few dozen bytes (measured against whole records: 48 instead of 466).
 *
 * Facets: `birth`; `place` (x, y, rotation, parentId, index as ONE value: they only make sense together); `props.<name>`;
 * `meta.<name>`; any other top-level field by its name; `text`, a Y.Text, for cards; `richText`, a Y.XmlFragment, for tldraw's
 * own texts (records born without one keep theirs as `props.richText`); `seg.N`, what a pen stroke grew by; `del`, the tombstone.
 */
export const BIRTH = 'birth'
export const TOMBSTONE = 'del'
export const TEXT = 'text'
export const PLACE = 'place'

const PLACE_FIELDS = ['x', 'y', 'rotation', 'parentId', 'index'] as const

/** One facet's new value. `undefined` removes the property; for `text` and rich text it is the whole new text. */
export interface FacetChange {
  key: string
  value: Json | undefined
  /** for `text`: what the new text was made from */
  from?: Json
}

function hasSharedText(record: BoardRecord): boolean {
  return record.typeName === 'shape' && record.type === 'card'
}

function textOf(record: BoardRecord): string {
  const text = record.props?.['text']
  return typeof text === 'string' ? text : ''
}

function richTextOf(record: BoardRecord): Json | undefined {
  return record.props?.['richText']
}

/** A shape's place as the facet that would put it there. */
export function placeFacet(record: BoardRecord): FacetChange {
  return { key: PLACE, value: placeOf(record) }
}

function placeOf(record: BoardRecord): Json {
  const place: Record<string, Json> = {}
  for (const field of PLACE_FIELDS) {
    const value = record[field]
    if (value !== undefined) place[field] = value
  }
  return place
}

function diffGroup(prefix: string, from: Readonly<Record<string, Json>>, to: Readonly<Record<string, Json>>, changes: FacetChange[]): void {
  for (const name of new Set([...Object.keys(from), ...Object.keys(to)])) {
    if (from[name] !== to[name] && !equalityDeep(from[name], to[name])) changes.push({ key: `${prefix}.${name}`, value: to[name] })
  }
}

/** The facets in which `to` differs from `from`. Both must be the same record (same id and type). */
export function diffFacets(from: BoardRecord, to: BoardRecord): FacetChange[] {
  if (from === to) return []
  const changes: FacetChange[] = []
  const isShape = to.typeName === 'shape'
  if (isShape && !equalityDeep(placeOf(from), placeOf(to))) changes.push({ key: PLACE, value: placeOf(to) })
  for (const field of new Set([...Object.keys(from), ...Object.keys(to)])) {
    if (field === 'id' || field === 'typeName' || field === 'type' || field === 'props' || field === 'meta') continue
    if (isShape && (PLACE_FIELDS as readonly string[]).includes(field)) continue
    if (from[field] !== to[field] && !equalityDeep(from[field], to[field])) changes.push({ key: field, value: to[field] })
  }
  if (from.props !== to.props) diffGroup('props', from.props ?? {}, to.props ?? {}, changes)
  if (from.meta !== to.meta) diffGroup('meta', from.meta ?? {}, to.meta ?? {}, changes)
  if (hasRichText(to)) return changes.filter(({ key }) => key !== RICH_TEXT_PROP || !isSameRichText(richTextOf(from), richTextOf(to)))
  if (!hasSharedText(to)) return changes
  return changes.map((change) => (change.key === 'props.text' ? { key: TEXT, value: textOf(to), from: textOf(from) } : change))
}

/** Writes a new, live record. */
export function writeRecord(records: Y.Map<FacetMap>, record: BoardRecord): void {
  records.set(record.id, newFacets(record))
}

/** Writes a new record as deleted; `reviveRecord` makes it appear. Undo then takes back the appearance, never the birth. */
export function bearRecord(records: Y.Map<FacetMap>, record: BoardRecord): void {
  const facets = newFacets(record)
  facets.set(TOMBSTONE, true)
  records.set(record.id, facets)
}

/** Lifts the tombstone and writes only what differs from what the record was. */
export function reviveRecord(facets: FacetMap, record: BoardRecord): void {
  if (facets.get(TOMBSTONE) === true) facets.set(TOMBSTONE, false)
  const former = readFacets(facets)
  if (former) writeFacets(facets, diffFacets(former, record))
}

function newFacets(given: BoardRecord): FacetMap {
  const facets: FacetMap = new Y.Map()
  const record = wellFormed(given as Json) as BoardRecord // a record is JSON; optional fields are absent
  if (hasSharedText(record)) {
    facets.set(BIRTH, { ...record, props: { ...record.props, text: '' } })
    facets.set(TEXT, new Y.Text(textOf(record)))
  } else if (hasRichText(record)) {
    facets.set(BIRTH, { ...record, props: { ...record.props, richText: richTextAsJson(EMPTY_RICH_TEXT) } })
    facets.set(RICH_TEXT, bearRichText(richTextOf(record)))
  } else {
    facets.set(BIRTH, record)
  }
  return facets
}

/** Writes facet changes; plain text becomes one splice between the common prefix and suffix, rich text changes where it differs. */
export function writeFacets(facets: FacetMap, changes: readonly FacetChange[]): void {
  for (const { key, value: given, from } of changes) {
    const value = wellFormed(given)
    if (key === SEGMENTS_PROP && appendChunk(facets, value)) continue
    const shared = key === RICH_TEXT_PROP ? facets.get(RICH_TEXT) : undefined
    if (shared instanceof Y.XmlFragment) writeRichText(shared, value)
    else if (key === TEXT) spliceText(facets, typeof from === 'string' ? from : undefined, typeof value === 'string' ? value : '')
    else facets.set(key, value)
  }
}

/** Marks a record as deleted. Its facets stay, so that an undo and a concurrent edit never fight. */
export function deleteRecord(facets: FacetMap): void {
  facets.set(TOMBSTONE, true)
}

/** The record as it reads now, or null when it was deleted or never had a valid birth. */
export function readRecord(facets: FacetMap): BoardRecord | null {
  return facets.get(TOMBSTONE) === true ? null : readFacets(facets)
}

/** The record whatever its tombstone says. */
export function readFacets(facets: FacetMap): BoardRecord | null {
  const birth = facets.get(BIRTH)
  if (!isBirth(birth)) return null
  const record: Record<string, Json | undefined> = { ...birth }
  let props: Record<string, Json> | undefined
  let meta: Record<string, Json> | undefined
  for (const [key, value] of facets.entries()) {
    if (key === BIRTH || key === TOMBSTONE || key === 'id' || key === 'typeName' || key === 'type' || chunkNumber(key) !== null) continue
    if (key === TEXT) {
      if (value instanceof Y.Text) (props ??= { ...birth.props })['text'] = value.toString()
    } else if (key === RICH_TEXT) {
      if (value instanceof Y.XmlFragment) (props ??= { ...birth.props })['richText'] = richTextAsJson(readRichText(value))
    } else if (key === RICH_TEXT_PROP && facets.get(RICH_TEXT) instanceof Y.XmlFragment) {
      // One of the two must count, on every device the same.
      continue
    } else if (key === PLACE) {
      Object.assign(record, value)
    } else if (key.startsWith('props.')) {
      setOrRemove((props ??= { ...birth.props }), key.slice(6), value)
    } else if (key.startsWith('meta.')) {
      setOrRemove((meta ??= { ...birth.meta }), key.slice(5), value)
    } else {
      setOrRemove(record, key, value)
    }
  }
  if (isStroke(birth) && !facets.has(SEGMENTS_PROP)) {
    const segments = readChunks(facets, birth)
    if (segments !== birth.props?.['segments']) (props ??= { ...birth.props })['segments'] = segments
  }
  if (props) record['props'] = props
  if (meta) record['meta'] = meta
  return record as BoardRecord
}

/** False when the stroke did not just grow. */
function appendChunk(facets: FacetMap, segments: Json | undefined): boolean {
  const birth = facets.get(BIRTH)
  if (!isBirth(birth) || !isStroke(birth) || facets.has(SEGMENTS_PROP)) return false
  let next = 0
  while (facets.has(chunkKey(next))) next++
  const chunk = next < STROKE_LIMITS.maxChunks ? encodeGrowth(readChunks(facets, birth), segments) : null
  if (chunk) facets.set(chunkKey(next), chunk)
  return chunk !== null
}

function readChunks(facets: FacetMap, birth: BoardRecord): Json {
  let segments: Json = birth.props?.['segments'] ?? []
  for (let n = 0; n < STROKE_LIMITS.maxChunks; n++) {
    const chunk = facets.get(chunkKey(n))
    if (chunk === undefined) break
    if (!(chunk instanceof Uint8Array)) continue
    try {
      segments = appendGrowth(segments, chunk) ?? segments
    } catch {
      // Not written by any of us: the others are still readable.
    }
  }
  return segments
}

function setOrRemove(target: Record<string, Json | undefined>, name: string, value: unknown): void {
  if (value === undefined) delete target[name]
  else Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true })
}

function isBirth(value: unknown): value is BoardRecord {
  if (typeof value !== 'object' || value === null) return false
  const { id, typeName } = value as Partial<BoardRecord>
  return typeof id === 'string' && typeof typeName === 'string'
}

/**
 * Writes the change from `from` to `next` where it was made. The text may have changed meanwhile (others' typing arrives at any
 * moment, ours once per frame): what others wrote stays.
 */
function spliceText(facets: FacetMap, from: string | undefined, next: string): void {
  const existing = facets.get(TEXT)
  if (!(existing instanceof Y.Text)) {
    facets.set(TEXT, new Y.Text(next))
    return
  }
  const now = existing.toString()
  const splices = from === undefined || from === now ? [diffText(now, next)] : rebaseSplice(diffText(from, next), diffText(from, now))
  for (const { index, remove, insert } of splices) {
    if (remove > 0) existing.delete(index, remove)
    if (insert) existing.insert(index, insert)
  }
}
