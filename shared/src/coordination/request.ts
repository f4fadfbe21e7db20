import type { BoardOperation } from '../board/board-operation.ts'
import type { RequestOrigin } from '../board/card.ts'
import { addLink, type Records } from '../mapping/link-operations.ts'
import type { MappingCard } from '../mapping/mapping-card.ts'
import type { MappingGraph } from '../mapping/mapping-graph.ts'
import type { CoordinationGap } from './coordination-rules.ts'
import { addAction, REQUEST_AREAS } from './new-action.ts'

/** A request to be made about a gap: one request to one actor, with a date (flow B, phase B7). */
export interface RequestToMake {
  /** `shape:…` of the new card */
  cardId: string
  /** `shape:…` of the link to its owner */
  linkId: string
  /** in people's words */
  text: string
  /** record id of the stakeholder who is asked; null = nobody yet */
  ownerId: string | null
  /** YYYY-MM-DD */
  due?: string
  /** participantId of whoever makes it */
  author?: string
}

/**
 * Makes a gap into a request: an action card that remembers the gap, led by its owner. Throws `RangeError` for a date that is none.
 */
export function requestFromGap(graph: MappingGraph, records: Records, found: CoordinationGap, request: RequestToMake): BoardOperation[] {
  const { cardId, linkId, text, ownerId, due, author } = request
  const card = addAction(records, { id: cardId, text, meta: { author, due, request: originOf(found) } }, REQUEST_AREAS)
  if (card.length === 0 || ownerId === null || graph.cards.get(ownerId)?.kind !== 'stakeholder') return card
  return [...card, ...addLink(records, { id: linkId, from: ownerId, to: cardId, meta: { author, basis: 'group', duty: 'lead' } })]
}

function originOf({ rule, cards, links }: CoordinationGap): RequestOrigin {
  return { rule, about: [...links, ...cards] }
}

/** The request that somebody has already made about a gap; the first by id. A dropped one does not count. */
export function requestAbout({ cards, links, targets }: MappingGraph, found: CoordinationGap): MappingCard | undefined {
  // What the gap is about tells one from another: the link, or the card to go to; who else is involved changes.
  const [linkId] = found.links
  const link = links.find(({ id }) => id === linkId)
  const keys = new Set(linkId === undefined ? found.cards.slice(0, 1) : [linkId, ...(link?.alike ?? [])])
  for (const card of cards.values()) {
    const { kind, status, request } = card
    if (kind !== 'action' || status === 'dropped' || request?.rule !== found.rule) continue
    const [about = ''] = request.about
    // Cards that were merged since are meant by who stands for them.
    if (keys.has(targets.get(about) ?? about)) return card
  }
  return undefined
}
