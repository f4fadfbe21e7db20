import type { FacetMap } from '@remedyboard/shared/board/board-document'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { CARD_LIMITS, isCard } from '@remedyboard/shared/board/card'
import { BIRTH, PLACE, readFacets, TEXT, TOMBSTONE } from '@remedyboard/shared/board/facets'
import { isOrderKey } from '@remedyboard/shared/board/order-key'
import { RECORD_LIMITS } from '@remedyboard/shared/board/record-limits'
import { flawOfFragment, flawOfRichText } from '@remedyboard/shared/board/rich-text-flaw'
import { hasRichText, RICH_TEXT, RICH_TEXT_PROP } from '@remedyboard/shared/board/rich-text'
import { chunkNumber, isChunk, STROKE_LIMITS } from '@remedyboard/shared/board/stroke'
import { createBoardSchema } from '@remedyboard/shared/board/tl-schema'
import * as Y from 'yjs'

/** What is wrong with a value that somebody wants to put on the board. */
export type Flaw = 'invalid' | 'too-large'

const schema = createBoardSchema()
const RECORD_TYPES = schema.types as Readonly<Record<string, { scope: string; validate(record: unknown): unknown } | undefined>>

const PLACE_FIELDS: ReadonlySet<string> = new Set(['x', 'y', 'rotation', 'parentId', 'index'])

/** Facets that would change what a record is. */
const IDENTITY: ReadonlySet<string> = new Set(['id', 'typeName', 'type', 'props', 'meta', '__proto__', 'x', 'y', 'rotation', 'parentId'])

/** Checks one facet by itself. */
export function flawOfFacet(key: string, value: unknown): Flaw | null {
  if (key.length > RECORD_LIMITS.idLength) return 'too-large'
  if (key === TEXT) return value instanceof Y.Text && !(value instanceof Y.XmlText) ? flawOfText(value) : 'invalid'
  if (key === RICH_TEXT) return value instanceof Y.XmlFragment ? flawOfFragment(value) : 'invalid'
  if (chunkNumber(key) !== null) return flawOfChunk(value)
  if (value instanceof Y.AbstractType || !isJson(value)) return 'invalid'
  const richText =
    key === RICH_TEXT_PROP ? value : key === BIRTH ? (value as Partial<BoardRecord> | undefined)?.props?.['richText'] : undefined
  const richTextFlaw = richText === undefined ? null : flawOfRichText(richText)
  if (richTextFlaw) return richTextFlaw
  if (key === TOMBSTONE) return typeof value === 'boolean' ? null : 'invalid'
  if (key === PLACE && !isPlace(value)) return 'invalid'
  if (key === '' || IDENTITY.has(key)) return 'invalid'
  return value !== undefined && JSON.stringify(value).length > RECORD_LIMITS.facetLength ? 'too-large' : null
}

/** Checks a whole record, deleted or not, as tldraw would read it. `id` is its key in the document. */
export function flawOfRecord(id: string, facets: FacetMap): Flaw | null {
  if (facets._map.size > RECORD_LIMITS.facets || id.length > RECORD_LIMITS.idLength) return 'too-large'
  const birth = facets.get(BIRTH)
  const record = readFacets(facets)
  // A birth without text and a text without a card would read as something else on each device.
  if (!record || record.id !== id || !(isCard(record) === facets.get(TEXT) instanceof Y.Text)) return 'invalid'
  if (isCard(record) && (birth as BoardRecord).props?.['text'] !== '') return 'invalid'
  // Boards from before fragments have texts without one; a fragment without a text has nobody who shows it.
  if (facets.has(RICH_TEXT) && !hasRichText(birth as BoardRecord)) return 'invalid'
  const type = Object.hasOwn(RECORD_TYPES, record.typeName) ? RECORD_TYPES[record.typeName] : undefined
  if (type?.scope !== 'document') return 'invalid'
  try {
    type.validate(record)
  } catch {
    return 'invalid'
  }
  if (!isDrawable(record) || !isOrdered(record)) return 'invalid'
  return isWithinLimits(record) ? null : 'too-large'
}

/** Lines without points satisfy tldraw's schema and end the canvas of everybody who sees them. */
function isDrawable({ type, props }: BoardRecord): boolean {
  if (type === 'line') return Object.keys(props?.['points'] ?? {}).length >= 2
  if (type !== 'draw' && type !== 'highlight') return true
  const segments = (props?.['segments'] ?? []) as readonly { points: readonly unknown[] }[] // the schema has checked it
  return segments.length > 0 && segments.every(({ points }) => points.length > 0)
}

/** tldraw takes indices that nothing can be put above: one of them would stop every reveal, annex and new card. */
function isOrdered({ index }: BoardRecord): boolean {
  return typeof index !== 'string' || isOrderKey(index)
}

/** What a stroke grew by. One that does not fit the stroke is left out by readers. */
function flawOfChunk(value: unknown): Flaw | null {
  if (!(value instanceof Uint8Array)) return 'invalid'
  return value.length > STROKE_LIMITS.chunkBytes ? 'too-large' : isChunk(value) ? null : 'invalid'
}

function flawOfText(text: Y.Text): Flaw | null {
  if (text.length > CARD_LIMITS.textLength) return 'too-large'
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted && !(item.content instanceof Y.ContentString)) return 'invalid'
  }
  return [...text._map.values()].every((item) => item.deleted) ? null : 'invalid'
}

function isWithinLimits(record: BoardRecord): boolean {
  if (record.typeName !== 'shape') return true
  const { x, y, props } = record
  if (![x, y, props].every(isNearOrigin)) return false
  return !isCard(record) || (Number(props?.['w']) <= CARD_LIMITS.maxWidth && Number(props?.['h']) <= CARD_LIMITS.maxHeight)
}

/** One shape at the end of the world would make "zoom to fit" and image export useless for everybody. */
function isNearOrigin(value: unknown): boolean {
  if (typeof value === 'number') return Math.abs(value) <= RECORD_LIMITS.coordinate
  return typeof value !== 'object' || value === null || Object.values(value).every(isNearOrigin)
}

function isPlace(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const fields = Object.keys(value)
  return fields.length === PLACE_FIELDS.size && fields.every((field) => PLACE_FIELDS.has(field))
}

/** What JSON can say. The depth was checked when the update was decoded. */
function isJson(value: unknown): boolean {
  if (value === undefined || value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (Array.isArray(value)) return value.every((item) => item !== undefined && isJson(item))
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return false
  return Object.values(value).every(isJson)
}
