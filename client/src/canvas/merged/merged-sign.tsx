import { CARD_METRICS } from '@remedyboard/shared/board/card-metrics'
import { BOARD_FONT, WEIGHT } from '../look/font.ts'
import { measureTextAt } from '../look/measure-text.ts'
import { mix, type Palette, type Pigment } from '../look/pigments.ts'

/** Size of the pill in board units. */
export const MERGED_PILL = {
  height: 24,
  left: 18,
  /** how far it reaches into the card, which keeps its text free */ inset: 4,
  fontSize: CARD_METRICS.m.kindFontSize,
  padding: 10,
} as const

export function mergedPillWidth(words: string): number {
  return measureTextAt(MERGED_PILL.fontSize, WEIGHT.label)(words) + 2 * MERGED_PILL.padding
}

interface MergedProps {
  /** the outline of the card's body */
  body: string
  h: number
  words: string
  pigment: Pigment
  palette: Palette
}

/** Edges of the cards below: what others say lies under this one. Drawn before the card. */
export function MergedEdges({ body, pigment, palette }: Pick<MergedProps, 'body' | 'pigment' | 'palette'>) {
  const stroke = mix(pigment.ink, palette.surface, 0.4)
  return (
    <>
      <path d={body} transform="translate(10 10)" fill={palette.surface} stroke={stroke} strokeWidth={1.2} />
      <path d={body} transform="translate(5 5)" fill={palette.surface} stroke={stroke} strokeWidth={1.2} />
    </>
  )
}

/** On the lower edge: how many were merged into this card. */
export function MergedPill({ h, words, pigment, palette }: Omit<MergedProps, 'body'>) {
  const { height, left, inset, fontSize, padding } = MERGED_PILL
  const top = h - inset
  return (
    <>
      <rect
        x={left}
        y={top}
        width={mergedPillWidth(words)}
        height={height}
        rx={height / 2}
        fill={mix(pigment.soft, palette.surface, 0.95)}
        stroke={mix(pigment.ink, palette.surface, 0.55)}
        strokeWidth={1.2}
      />
      <text
        x={left + padding}
        y={top + height / 2 + fontSize * 0.35}
        fontFamily={BOARD_FONT}
        fontSize={fontSize}
        fontWeight={WEIGHT.label}
        fill={pigment.ink}
        style={{ whiteSpace: 'pre' }}
      >
        {words}
      </text>
    </>
  )
}
