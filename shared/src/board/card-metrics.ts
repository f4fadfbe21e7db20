import type { CardSize } from './card.ts'

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
    kindLine: 30,
    paddingX: 20,
    paddingY: 14,
    edge: 10,
    defaultWidth: 560,
    minHeight: 102,
  },
}

/** Height of a card whose text takes `lines` lines. */
export function cardHeight(size: CardSize, lines: number): number {
  const m = CARD_METRICS[size]
  return Math.max(m.minHeight, 2 * m.paddingY + m.kindLine + Math.max(1, lines) * m.lineHeight)
}

/** Width that text may take inside a card of width `w`. */
export function cardTextWidth(size: CardSize, w: number): number {
  const m = CARD_METRICS[size]
  return Math.max(m.fontSize, w - m.edge - 2 * m.paddingX)
}

/** Estimated width of text where nothing can measure it (server, template builder): CJK = 1 em, Latin about 0.54 em. Errs wide. */
export function estimateTextWidth(text: string, fontSize: number): number {
  let em = 0
  for (const char of text) em += /[\u2e80-\uffef]/u.test(char) ? 1 : /[A-ZMW@%—]/u.test(char) ? 0.7 : 0.54
  return em * fontSize
}

/** Estimated number of lines, breaking Latin at spaces and CJK anywhere. */
export function estimateLines(text: string, size: CardSize, w: number): number {
  const width = cardTextWidth(size, w)
  const { fontSize } = CARD_METRICS[size]
  let lines = 0
  for (const paragraph of text.split('\n')) {
    lines += 1
    let used = 0
    for (const token of paragraph.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/gu) ?? []) {
      const tokenWidth = estimateTextWidth(token, fontSize)
      if (used > 0 && used + estimateTextWidth(token.trimEnd(), fontSize) > width) {
        lines += 1
        used = 0
      }
      used += tokenWidth
      while (used > width && tokenWidth > width) {
        lines += 1
        used -= width
      }
    }
  }
  return lines
}
