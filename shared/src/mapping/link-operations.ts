import type { BoardOperation } from '../board/board-operation.ts'
import type { BoardRecord } from '../board/board-record.ts'
import type { LinkMeta } from '../board/card.ts'
import { newLinkRecords, topIndices } from '../board/new-records.ts'
import { compareIds } from './compare-ids.ts'

/** The board's live records, for finding a place in the pile and what is bound to what. */
export type Records = ReadonlyMap<string, BoardRecord>

/** A link that somebody makes from a panel or a phone. */
export interface LinkToMake {
  /** `shape:…` */
  id: string
  /** record ids of the cards */
  from: string
  to: string
  bothWays?: boolean
  meta: LinkMeta
}

/** Makes a link above everything that lies on the page. Nothing on a board without a page, which has nobody to show it to. */
export function addLink(records: Records, link: LinkToMake): BoardOperation[] {
  const pageId = firstPage(records)
  const [index] = pageId === null ? [] : topIndices(records.values(), pageId, 1)
  if (pageId === null || index === undefined) return []
  return newLinkRecords({ ...link, pageId, index }).map((record) => ({ op: 'create', record }))
}

/** Deletes links with what binds them to their cards. */
export function removeLinks(records: Records, linkIds: readonly string[]): BoardOperation[] {
  if (linkIds.length === 0) return []
  const arrows = new Set(linkIds)
  const bindings = [...records.values()].filter(({ typeName, fromId }) => typeName === 'binding' && arrows.has(String(fromId)))
  return [...arrows, ...bindings.map(({ id }) => id)].map((id) => ({ op: 'delete', id }))
}

/** Lets a link lead the other way: what was its start is its end. */
export function turnLink(records: Records, linkId: string): BoardOperation[] {
  return [...records.values()].flatMap(({ typeName, fromId, id, props = {} }): BoardOperation[] => {
    if (typeName !== 'binding' || fromId !== linkId) return []
    return [{ op: 'change', id, changes: [{ key: 'props.terminal', value: props['terminal'] === 'start' ? 'end' : 'start' }] }]
  })
}

/** The page that boards have; the first by id should there be several. */
export function firstPage(records: Records): string | null {
  const pages = [...records.values()].flatMap(({ typeName, id }) => (typeName === 'page' ? [id] : []))
  return pages.sort(compareIds)[0] ?? null
}

/** What people say about a link; null takes it back. */
export type LinkChange = { readonly [Field in 'basis' | 'rationale' | 'relation' | 'state' | 'duty' | 'note']?: LinkMeta[Field] | null }

/** Changes what a link says. Each field is written for itself, so that two people who change different ones both keep theirs. */
export function changeLink(id: string, change: LinkChange): BoardOperation[] {
  const changes = Object.entries(change).map(([field, value]: [string, string | null]) => ({
    key: `meta.${field}`,
    value: value ?? undefined,
  }))
  return changes.length === 0 ? [] : [{ op: 'change', id, changes }]
}

/** Where a link leads: from where it was drawn to the other card, back, or both. */
export type LinkDirection = 'forth' | 'back' | 'both'

/**
 * Points a link. What it is bound to stays as it is: the arrowheads say where it leads, so that two people who turn it round at once do
 * not leave it with two starts.
 */
export function pointLink(id: string, direction: LinkDirection): BoardOperation[] {
  const head = (shown: boolean) => (shown ? 'arrow' : 'none')
  return [
    {
      op: 'change',
      id,
      changes: [
        { key: 'props.arrowheadStart', value: head(direction !== 'forth') },
        { key: 'props.arrowheadEnd', value: head(direction !== 'back') },
      ],
    },
  ]
}
