import type { CardSize } from './card.ts'
import { estimateTextLines, type TextWeight } from './estimate-text.ts'

/** Type sizes and paddings of a card, in board units; screen, template layout and image export all read them here. */
export interface CardMetrics {
  fontSize: number
  lineHeight: number
  kindFontSize: number
  /** height of the line that carries icon, kind and section */
  kindLine: number
  paddingX: number
  paddingY: number
  /** width of the coloured edge on the left */
  edge: number
  defaultWidth: number
  minHeight: number
}

export const CARD_METRICS: Readonly<Record<CardSize, CardMetrics>> = {
  m: {
    fontSize: 22,
    lineHeight: 28,
    kindFontSize: 15,
    kindLine: 22,
    paddingX: 16,
    paddingY: 10,
    edge: 7,
    defaultWidth: 320,
    minHeight: 70,
  },
  l: {
    fontSize: 36,
    lineHeight: 44,
    kindFontSize: 20,
    kindLine: 28,
    paddingX: 20,
    paddingY: 11,
    edge: 10,
    defaultWidth: 560,
    minHeight: 94,
  },
}

/**
 * How a card is laid out. `stack`: a line with icon, kind and section, the text below it.
 * `row`: everything on one line — icon, text, and the section chip at the right — for wide cards of an outline.
 */
export type CardForm = 'row' | 'stack'

/** Sizes of the row form, in board units. */
export const CARD_ROW = {
  /** `m` cards at least this wide are rows: 40 Latin characters beside icon and chip need about 650 */
  minWidth: 500,
  /** icon and the gap after it */
  icon: 32,
  /** kept free on the right for section and setting (“4.3 (closing)”, “3.2 First” + a setting sign) */
  aside: 128,
  paddingY: 6,
  minHeight: 40,
} as const

export function cardForm(size: CardSize, w: number): CardForm {
  return size === 'm' && w >= CARD_ROW.minWidth ? 'row' : 'stack'
}

/** Height of a card of width `w` whose text takes `lines` lines. */
export function cardHeight(size: CardSize, w: number, lines: number): number {
  const m = CARD_METRICS[size]
  const text = Math.max(1, lines) * m.lineHeight
  if (cardForm(size, w) === 'row') return Math.max(CARD_ROW.minHeight, 2 * CARD_ROW.paddingY + text)
  return Math.max(m.minHeight, 2 * m.paddingY + m.kindLine + text)
}

/** Width that text may take inside a card of width `w`. */
export function cardTextWidth(size: CardSize, w: number): number {
  const m = CARD_METRICS[size]
  const row = cardForm(size, w) === 'row' ? CARD_ROW.icon + CARD_ROW.aside : 0
  return Math.max(m.fontSize, w - m.edge - 2 * m.paddingX - row)
}

/** Heading cards are set in the heading weight. */
function textWeight(size: CardSize): TextWeight {
  return size === 'l' ? 'heading' : 'text'
}

/** Estimated number of lines of text in a card of width `w`. */
export function estimateLines(text: string, size: CardSize, w: number): number {
  return estimateTextLines(text, CARD_METRICS[size].fontSize, cardTextWidth(size, w), textWeight(size))
}
