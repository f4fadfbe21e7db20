import type { Anchor } from '../board/new-records.ts'
import type { Rect } from './board-plan.ts'

/** Two cards that a link joins. */
export interface LinkEnds {
  id: string
  from: string
  to: string
}

/** The part of a side that links may use; its ends are left to the corners. */
const USABLE = 0.72

/**
 * Where links across a gutter leave and meet their cards: on the sides that face each other, spread over each side in the order of
 * what they lead to, so that several links of one card fan out and parallel ones lie beside each other. The result is by link id.
 */
export function spreadAnchors(links: readonly LinkEnds[], places: ReadonlyMap<string, Rect>): Map<string, { from: Anchor; to: Anchor }> {
  const placeOf = (card: string): Rect => {
    const place = places.get(card)
    if (!place) throw new Error(`The template links a card that it does not have: ${card}`)
    return place
  }
  const anchorAt = (card: string, link: LinkEnds): Anchor => {
    const other = link.from === card ? link.to : link.from
    const isLeft = placeOf(card).x < placeOf(other).x
    const rank = (candidate: LinkEnds) => placeOf(candidate.from === card ? candidate.to : candidate.from).y
    const siblings = links
      .filter((candidate) => {
        const otherEnd = candidate.from === card ? candidate.to : candidate.to === card ? candidate.from : null
        return otherEnd !== null && placeOf(card).x < placeOf(otherEnd).x === isLeft
      })
      .sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
    const at = siblings.indexOf(link)
    const y = siblings.length === 1 ? 0.5 : 0.5 + USABLE * (at / (siblings.length - 1) - 0.5)
    return { x: isLeft ? 1 : 0, y: Number(y.toFixed(4)) }
  }
  return new Map(links.map((link) => [link.id, { from: anchorAt(link.from, link), to: anchorAt(link.to, link) }]))
}

/** Places on the page of every card in these areas. */
export function cardPlaces(areas: readonly { x: number; y: number; cards: readonly (Rect & { id: string })[] }[]): Map<string, Rect> {
  return new Map(areas.flatMap((area) => area.cards.map((card) => [card.id, { ...card, x: area.x + card.x, y: area.y + card.y }] as const)))
}
