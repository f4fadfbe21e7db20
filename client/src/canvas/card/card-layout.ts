import { cardFoot } from '@remedyboard/shared/board/card-foot'
import { CARD_METRICS, CARD_ROW, cardForm, cardHeight, cardTextWidth, type CardForm } from '@remedyboard/shared/board/card-metrics'
import type { CardProps, CardSize } from '@remedyboard/shared/board/card'
import type { TLCardShape } from '@remedyboard/shared/board/tl-schema'
import { toBoardRecord } from '../binding/record-casts.ts'
import { breakLines, ellipsis } from '../look/break-lines.ts'
import { WEIGHT } from '../look/font.ts'
import { measureTextAt } from '../look/measure-text.ts'

/** Where a card's parts stand, in board units from its top left corner. */
export interface CardLayout {
  form: CardForm
  lines: readonly string[]
  /** the text has more lines than these */
  isCut: boolean
  /** the height the text needs, at least the metrics' minimum */
  naturalHeight: number
  /** the drawn height: what somebody gave it, or more when the text needs more; the foot included */
  h: number
  /** of `h`: facts and tags below the text */
  foot: number
  text: { x: number; width: number; fontSize: number; lineHeight: number; weight: number; top: number }
  icon: { x: number; y: number; size: number }
}

const ICON_SIZE: Readonly<Record<CardSize, number>> = { m: 18, l: 26 }
const ROW_ICON_SIZE = 22

/** Lines that a card grows to by itself: about as high as it is wide. Whoever makes it taller sees more of the text. */
const MAX_LINES = 10
/** Lines shown while somebody writes: with the keyboard of a phone open about half of them are in view, the rest scrolls. */
const MAX_LINES_WRITING = 16

function textWeight(size: CardSize): number {
  return size === 'l' ? WEIGHT.heading : WEIGHT.text
}

function layOut({ w, h: wantedHeight, size, text }: CardProps, maxLines = MAX_LINES): CardLayout {
  const m = CARD_METRICS[size]
  const form = cardForm(size, w)
  const weight = textWeight(size)
  const width = cardTextWidth(size, w)
  const measure = measureTextAt(m.fontSize, weight)
  const all = breakLines(text, width, measure)
  const naturalHeight = cardHeight(size, w, Math.min(all.length, maxLines))
  const h = Math.max(wantedHeight, naturalHeight)
  const around = form === 'row' ? 2 * CARD_ROW.paddingY : 2 * m.paddingY + m.kindLine
  const room = Math.max(1, Math.floor((h - around) / m.lineHeight))
  const isCut = all.length > room
  const lines = isCut ? [...all.slice(0, room - 1), ellipsis(`${all[room - 1] ?? ''}…`, width, measure)] : all
  const left = m.edge + m.paddingX
  const textHeight = lines.length * m.lineHeight
  if (form === 'row') {
    const top = (h - textHeight) / 2
    return {
      form,
      lines,
      isCut,
      naturalHeight,
      h,
      foot: 0,
      text: { x: left + CARD_ROW.icon, width, fontSize: m.fontSize, lineHeight: m.lineHeight, weight, top },
      icon: { x: left, y: top + (m.lineHeight - ROW_ICON_SIZE) / 2, size: ROW_ICON_SIZE },
    }
  }
  const iconSize = ICON_SIZE[size]
  return {
    form,
    lines,
    isCut,
    naturalHeight,
    h,
    foot: 0,
    text: { x: left, width, fontSize: m.fontSize, lineHeight: m.lineHeight, weight, top: m.paddingY + m.kindLine },
    icon: { x: left, y: m.paddingY + (m.kindLine - iconSize) / 2 - 1, size: iconSize },
  }
}

/** tldraw keeps a record's props object while nothing in it changes, so geometry, drawing and export share one layout. */
const layouts = new WeakMap<CardProps, CardLayout>()

/** Without a foot: for a text alone. */
export function cardLayout(props: CardProps): CardLayout {
  const known = layouts.get(props)
  if (known) return known
  const layout = layOut(props)
  layouts.set(props, layout)
  return layout
}

const wholeLayouts = new WeakMap<TLCardShape, CardLayout>()

/** A card as it stands on the board: its text, and its facts and tags below. */
export function wholeLayout(card: TLCardShape): CardLayout {
  const known = wholeLayouts.get(card)
  if (known) return known
  const layout = withFoot(cardLayout(card.props), card)
  wholeLayouts.set(card, layout)
  return layout
}

/** With room for more lines, for whoever writes into the card now. */
export function writingLayout(card: TLCardShape): CardLayout {
  return cardLayout(card.props).isCut ? withFoot(layOut(card.props, MAX_LINES_WRITING), card) : wholeLayout(card)
}

function withFoot(layout: CardLayout, card: TLCardShape): CardLayout {
  const { height } = cardFoot(toBoardRecord(card))
  return height === 0 ? layout : { ...layout, h: layout.h + height, foot: height }
}

/**
 * The height to store after a change of text or width. A card that somebody made taller than its text stays as tall;
 * every other card follows its text.
 */
export function heightAfter(before: CardProps, change: Partial<CardProps>): number {
  const natural = layOut({ ...before, ...change, h: 0 }).naturalHeight
  const wasStretched = before.h > cardLayout(before).naturalHeight + 1
  return wasStretched ? Math.max(before.h, natural) : natural
}
