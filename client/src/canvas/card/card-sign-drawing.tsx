import { CARD_METRICS } from '@remedyboard/shared/board/card-metrics'
import { BOARD_FONT, WEIGHT } from '../look/font.ts'
import { measureTextAt } from '../look/measure-text.ts'
import type { Palette } from '../look/pigments.ts'
import { BoardIconDrawing } from './card-icons.tsx'
import { signColor, type CardSign } from './card-sign.ts'

/** Between the words of a card's first line and what it says about answers. */
export const SIGN_WORD_GAP = 14

/** Signs on rows, in board units. */
const SIGN = { icon: 16, gap: 4, circle: 8 } as const

interface RowSignProps {
  sign: CardSign
  /** right edge of the sign */
  right: number
  /** room that the text leaves */
  free: number
  /** middle of the row's first line */
  middle: number
  palette: Palette
}

/** How many cards are linked, on a row: a small link and a number. Left out where the text needs the room. */
export function CountSign({ sign, right, free, middle, palette }: RowSignProps) {
  const fontSize = CARD_METRICS.m.kindFontSize
  const count = String(sign.count)
  const width = measureTextAt(fontSize, WEIGHT.label)(count)
  if (width + SIGN.gap + SIGN.icon > free) return null
  const color = signColor(sign, palette)
  return (
    <>
      <BoardIconDrawing name="link" x={right - width - SIGN.gap - SIGN.icon} y={middle - SIGN.icon / 2} size={SIGN.icon} color={color} />
      <text
        x={right}
        y={middle + fontSize * 0.36}
        textAnchor="end"
        fontFamily={BOARD_FONT}
        fontSize={fontSize}
        fontWeight={WEIGHT.label}
        fill={color}
      >
        {count}
      </text>
    </>
  )
}

/** On a row, no answer is said in words where there is room, else by an empty circle; suggestions only are a dotted one. */
export function StateSign({ sign, right, free, middle, palette }: RowSignProps) {
  const fontSize = CARD_METRICS.m.kindFontSize
  const color = signColor(sign, palette)
  if (sign.tone === 'open' && measureTextAt(fontSize, WEIGHT.label)(sign.words) <= free) {
    return (
      <text
        x={right}
        y={middle + fontSize * 0.36}
        textAnchor="end"
        fontFamily={BOARD_FONT}
        fontSize={fontSize}
        fontWeight={WEIGHT.label}
        fill={color}
      >
        {sign.words}
      </text>
    )
  }
  if (2 * SIGN.circle > free) return null
  return (
    <circle
      cx={right - SIGN.circle}
      cy={middle}
      r={SIGN.circle - 1}
      fill="none"
      stroke={color}
      strokeWidth={sign.tone === 'open' ? 3 : 2.4}
      strokeLinecap="round"
      strokeDasharray={sign.tone === 'open' ? undefined : '0.1 4.4'}
    />
  )
}
