import type { CardSize } from '@remedyboard/shared/board/card'
import { CARD_METRICS } from '@remedyboard/shared/board/card-metrics'
import { ellipsis } from '../look/break-lines.ts'
import { BOARD_FONT, WEIGHT } from '../look/font.ts'
import { measureTextAt } from '../look/measure-text.ts'
import { mix, type Palette, type Pigment } from '../look/pigments.ts'
import type { CardFacts } from './card-facts.ts'
import type { CardLayout } from './card-layout.ts'

/** Tags as labels, in shares of their type size. */
const TAG = { padding: 0.5, height: 1.36, gap: 0.4 } as const

interface CardFootProps {
  w: number
  size: CardSize
  layout: CardLayout
  facts: CardFacts
  pigment: Pigment
  palette: Palette
  /** what the card is filled with */
  ground: string
}

/** Below a card's text: its facts in small type, then its tags. */
export function CardFootDrawing({ w, size, layout, facts, pigment, palette, ground }: CardFootProps) {
  const m = CARD_METRICS[size]
  const { x } = layout.text
  const width = w - x - m.paddingX
  const lines = Number(facts.words !== '') + Number(facts.tags.length > 0)
  if (lines === 0 || layout.foot === 0) return null
  const line = layout.foot / lines
  const top = layout.h - m.paddingY - layout.foot + 2
  const fontSize = m.kindFontSize + 1
  const measure = measureTextAt(fontSize, WEIGHT.text)
  return (
    <>
      {facts.words !== '' && (
        <text x={x} y={top + line * 0.68} fontFamily={BOARD_FONT} fontSize={fontSize} fill={palette.ink2} style={{ whiteSpace: 'pre' }}>
          {ellipsis(facts.words, width, measure)}
        </text>
      )}
      {facts.tags.length > 0 && (
        <Tags
          {...tagPlaces(facts.tags, x, width, m.kindFontSize)}
          y={top + layout.foot - line}
          line={line}
          fontSize={m.kindFontSize}
          fill={mix(pigment.soft, ground, 0.9)}
          stroke={mix(pigment.ink, ground, 0.28)}
          color={pigment.ink}
        />
      )}
    </>
  )
}

interface PlacedTag {
  tag: string
  x: number
  w: number
}

/** As many tags as fit; how many did not. */
export function tagPlaces(
  tags: readonly string[],
  x: number,
  width: number,
  fontSize: number,
): { placed: PlacedTag[]; more: number; moreX: number } {
  const measure = measureTextAt(fontSize, WEIGHT.label)
  const padding = fontSize * TAG.padding
  const gap = fontSize * TAG.gap
  const placed: PlacedTag[] = []
  let at = x
  for (const [i, tag] of tags.entries()) {
    const rest = tags.length - i - 1
    const room = x + width - at - (rest > 0 ? measure(`+${rest}`) + gap : 0)
    const full = measure(tag) + 2 * padding
    if (full > room && i > 0) break
    const label = full > room ? ellipsis(tag, room - 2 * padding, measure) : tag
    const w = measure(label) + 2 * padding
    placed.push({ tag: label, x: at, w })
    at += w + gap
  }
  return { placed, more: tags.length - placed.length, moreX: at }
}

interface TagsProps extends ReturnType<typeof tagPlaces> {
  y: number
  line: number
  fontSize: number
  fill: string
  stroke: string
  color: string
}

function Tags({ placed, more, moreX, y, line, fontSize, fill, stroke, color }: TagsProps) {
  const height = fontSize * TAG.height
  const boxY = y + (line - height) / 2
  const baseline = boxY + height / 2 + fontSize * 0.35
  return (
    <>
      {placed.map(({ tag, x, w }) => (
        <rect key={tag} x={x} y={boxY} width={w} height={height} rx={height / 2} fill={fill} stroke={stroke} />
      ))}
      <g fontFamily={BOARD_FONT} fontSize={fontSize} fontWeight={WEIGHT.label} fill={color} style={{ whiteSpace: 'pre' }}>
        {placed.map(({ tag, x }) => (
          <text key={tag} x={x + fontSize * TAG.padding} y={baseline}>
            {tag}
          </text>
        ))}
        {more > 0 && (
          <text x={moreX} y={baseline}>
            +{more}
          </text>
        )}
      </g>
    </>
  )
}
