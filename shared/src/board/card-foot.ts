import type { BoardRecord } from './board-record.ts'
import { cardForm } from './card-metrics.ts'
import { tagsOf } from './card-tags.ts'
import type { CardMeta, CardSize } from './card.ts'

/** Height of one line below a card's text, in board units. */
const FOOT_LINE: Readonly<Record<CardSize, number>> = { m: 25, l: 32 }

/** Fields that a card says in words below its text, in this order. */
export const FACT_FIELDS = [
  'status',
  'influence',
  'stance',
  'place',
  'period',
  'affected',
  'case',
] as const satisfies readonly (keyof CardMeta)[]

/** What stands below a card's text: one line for its facts, one for its tags. */
export interface CardFoot {
  facts: boolean
  tags: boolean
  /** board units, added to the card's own height; 0 when there is nothing to say, and on rows, which have no room below */
  height: number
}

/** True for a value that a card says; 0 is one. */
export function isSaid(value: unknown): boolean {
  return (typeof value === 'string' && value.trim() !== '') || typeof value === 'number'
}

/** The foot of a card. It follows from its fields and is not part of `props.h`, so that people who fill in different fields never fight. */
export function cardFoot(card: Pick<BoardRecord, 'props' | 'meta'>): CardFoot {
  const { props = {}, meta = {} } = card
  const size = props['size'] === 'l' ? 'l' : 'm'
  const facts = FACT_FIELDS.some((field) => isSaid(meta[field]))
  const tags = tagsOf(card).length > 0
  const isRow = cardForm(size, typeof props['w'] === 'number' ? props['w'] : 0) === 'row'
  return { facts, tags, height: isRow ? 0 : (Number(facts) + Number(tags)) * FOOT_LINE[size] }
}
