import type { Anchor } from '../board/new-records.ts'
import type { AreaMeta, CardKind, CardMeta, CardSize, LinkMeta } from '../board/card.ts'

/** A rectangle in board units. */
export interface Rect {
  x: number
  y: number
  w: number
  h: number
}

/** A card of a template; `x`, `y` count from the top-left corner of its area. */
export interface CardPlan extends Rect {
  /** stable name, unique on the board; the record is `shape:<id>` */
  id: string
  kind: CardKind
  size: CardSize
  text: string
  meta: CardMeta
}

/** An area of a template, in page coordinates. */
export interface AreaPlan extends Rect {
  area: string
  title: string
  instruction: string
  tone: NonNullable<AreaMeta['tone']>
  cards: readonly CardPlan[]
}

/** How a link is drawn: tldraw's own style values. */
export interface LinkLook {
  color: 'green' | 'light-green' | 'grey' | 'black' | 'blue' | 'orange' | 'red' | 'light-blue'
  dash: 'solid' | 'dashed' | 'dotted'
  size: 's' | 'm' | 'l'
  bothWays?: boolean
}

/** An arrow between two cards of the plan. */
export interface LinkPlan {
  id: string
  from: { card: string; anchor: Anchor }
  to: { card: string; anchor: Anchor }
  look: LinkLook
  meta: LinkMeta
}

/** Everything that a template puts on its page. */
export interface BoardPlan {
  areas: readonly AreaPlan[]
  links: readonly LinkPlan[]
}

export const EMPTY_PLAN: BoardPlan = { areas: [], links: [] }
