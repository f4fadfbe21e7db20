import * as Y from 'yjs'
import { remarksOf, type FacetMap } from './board-document.ts'
import { BIRTH } from './facets.ts'

/** `me-too`: somebody shares what the card says; at most one of each person per card. */
export type RemarkKind = 'comment' | 'me-too'

/**
 * What a person writes, once: nobody changes somebody's words, they themselves delete and write anew. Who and when is not theirs to
 * say: the server adds it as `stamp`. Deleting removes the whole remark, unlike a record: no undo and no concurrent edit can meet it,
 * and the words are really gone.
 */
export interface RemarkBirth {
  /** `remark:…` for a comment, `meTooId` for a me-too */
  id: string
  /** record id of the card */
  card: string
  kind: RemarkKind
  /** a comment's words; empty for a me-too */
  text: string
}

/** Who made a remark, and when the server took it in. */
export interface RemarkStamp {
  /** participantId */
  author: string
  /** their name at that time: participants see no roster, and a talk needs names also when somebody has left */
  name: string
  /** server ms since the epoch */
  at: number
}

/** A remark as it reads now. */
export interface Remark extends RemarkBirth {
  /** null: the server has not seen it yet, so that it is this person's own */
  stamp: RemarkStamp | null
  /** dealt with; a comment only */
  resolved: boolean
}

/** The facet that only the server writes. */
export const STAMP = 'stamp'
/** The facet by which a comment is marked as dealt with. */
export const RESOLVED = 'resolved'

/** The server enforces these; they bound what one client can do to everybody else. */
export const REMARK_LIMITS = {
  /** characters of a comment: half a page */
  textLength: 2_000,
  /** remarks of a board: 300 people who say "me too" to 30 cards each, and talk about it */
  remarks: 12_000,
  /** characters of an id: a me-too has the card's and the person's in it */
  idLength: 250,
} as const

/** The id of a person's me-too on a card: the same from two tabs, so that they make one. */
export function meTooId(card: string, personId: string): string {
  return `me-too:${card}:${personId}`
}

/** The comment that is meant: without outer spaces, cut at the limit. Empty when nobody wrote anything. */
export function cleanComment(text: string): string {
  const cut = text.trim().slice(0, REMARK_LIMITS.textLength)
  // Half a character at the end would arrive as another one.
  return cut.replace(/[\uD800-\uDBFF]$/u, '').trim()
}

/** Writes a comment under a new id (`remark:…`). Does nothing when there are no words. */
export function writeComment(doc: Y.Doc, id: string, card: string, text: string, origin?: unknown): void {
  const words = cleanComment(text)
  if (words !== '') doc.transact(() => bear(doc, { id, card, kind: 'comment', text: words }), origin)
}

/** Says "me too" to a card, or takes it back. */
export function setMeToo(doc: Y.Doc, card: string, personId: string, on: boolean, origin?: unknown): void {
  const id = meTooId(card, personId)
  if (!on) deleteRemark(doc, id, origin)
  else if (!remarksOf(doc).has(id)) doc.transact(() => bear(doc, { id, card, kind: 'me-too', text: '' }), origin)
}

/** Deletes a remark for good. */
export function deleteRemark(doc: Y.Doc, id: string, origin?: unknown): void {
  const remarks = remarksOf(doc)
  if (remarks.has(id)) doc.transact(() => remarks.delete(id), origin)
}

/** Removes the remarks of cards that are gone for good. Only the server may. Call inside `transact`. */
export function purgeRemarks(doc: Y.Doc, cards: ReadonlySet<string>): void {
  const remarks = remarksOf(doc)
  for (const [id, facets] of [...remarks.entries()]) {
    const birth: unknown = facets.get(BIRTH)
    if (isRemarkBirth(id, birth) && cards.has(birth.card)) remarks.delete(id)
  }
}

/** Marks a comment as dealt with, or as open again. */
export function resolveComment(doc: Y.Doc, id: string, resolved: boolean, origin?: unknown): void {
  const facets: unknown = remarksOf(doc).get(id)
  if (!(facets instanceof Y.Map) || (facets.get(RESOLVED) === true) === resolved) return
  doc.transact(() => facets.set(RESOLVED, resolved), origin)
}

/** The remark under `id`; null when it is none. */
export function readRemark(id: string, facets: unknown): Remark | null {
  if (!(facets instanceof Y.Map)) return null
  const birth: unknown = facets.get(BIRTH)
  if (!isRemarkBirth(id, birth)) return null
  const stamp: unknown = facets.get(STAMP)
  return { ...birth, stamp: isStamp(stamp) ? stamp : null, resolved: facets.get(RESOLVED) === true }
}

/** True for what may be the birth of the remark under `id`. */
export function isRemarkBirth(id: string, value: unknown): value is RemarkBirth {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 4) return false
  const { id: own, card, kind, text } = value as Partial<Record<keyof RemarkBirth, unknown>>
  if (own !== id || id.length > REMARK_LIMITS.idLength || typeof card !== 'string' || typeof text !== 'string') return false
  if (kind === 'me-too') return text === '' && id.startsWith(meTooId(card, ''))
  return kind === 'comment' && id.startsWith('remark:') && text !== '' && text.trim() === text && text.length <= REMARK_LIMITS.textLength
}

function isStamp(value: unknown): value is RemarkStamp {
  if (typeof value !== 'object' || value === null) return false
  const { author, name, at } = value as Partial<Record<keyof RemarkStamp, unknown>>
  return typeof author === 'string' && typeof name === 'string' && typeof at === 'number'
}

function bear(doc: Y.Doc, birth: RemarkBirth): void {
  const facets: FacetMap = new Y.Map()
  facets.set(BIRTH, birth)
  remarksOf(doc).set(birth.id, facets)
}
