import { CARD_METRICS } from '@remedyboard/shared/board/card-metrics'
import type { CardKind, CardProps } from '@remedyboard/shared/board/card'
import { ellipsis } from '../look/break-lines.ts'
import { BOARD_FONT, WEIGHT } from '../look/font.ts'
import { measureTextAt } from '../look/measure-text.ts'
import { mix, type Palette } from '../look/pigments.ts'
import { BoardIconDrawing } from './card-icons.tsx'
import type { CardLabels } from './card-labels.ts'
import type { CardLayout } from './card-layout.ts'
import { drawnOutline } from './card-outline.ts'

interface CardDrawingProps {
  props: CardProps
  layout: CardLayout
  labels: CardLabels
  palette: Palette
  /** the text stands in the text area instead */
  hideText?: boolean
  placeholder?: string
  /** a dilemma without an answer, pointed out */
  open?: boolean
}

/** Distance from a line's top to its baseline, as a share of the line height, for the system fonts of `BOARD_FONT`. */
const BASELINE = 0.735

/** The last lines of a text that goes on, from the end: they fade away. */
const FADE: readonly number[] = [0.35, 0.6]

/**
 * A card as plain SVG: the same drawing on the canvas and in exported images.
 * No filters, no clip paths, no foreign objects: that is what makes 500 of them quick.
 */
export function CardDrawing({ props, layout, labels, palette, hideText, placeholder, open }: CardDrawingProps) {
  const { w, kind, size } = props
  const { form } = layout
  const pigment = palette.kinds[kind]
  const outline = drawnOutline(props, layout)
  const isHeading = size === 'l'
  const fill = isHeading ? mix(pigment.soft, palette.surface, 0.85) : palette.surface
  const stroke = open
    ? pigment.ink
    : outline.dashed
      ? mix(pigment.ink, palette.surface, 0.6)
      : isHeading
        ? mix(pigment.ink, fill, 0.35)
        : palette.line
  const shadow = isHeading ? 3 : 2

  return (
    <>
      <g transform={outline.top === 0 ? undefined : `translate(0 ${outline.top})`}>
        <path d={outline.body} transform={`translate(0 ${shadow})`} fill={palette.shadow} opacity={0.09} />
        {outline.foot > 0 && <path d={outline.body} transform={`translate(0 ${outline.foot})`} fill={pigment.ink} />}
        {open && <path d={outline.body} fill="none" stroke={pigment.ink} strokeWidth={10} opacity={0.16} />}
        <path
          d={outline.body}
          fill={fill}
          stroke={stroke}
          strokeWidth={open ? 3 : outline.dashed ? 1.8 : 1.2}
          strokeDasharray={outline.dashed ? '7 5' : undefined}
          strokeLinejoin="round"
        />
        <path d={outline.edge} fill={pigment.ink} />
        {outline.extra && <path d={outline.extra} fill={kind === 'note' ? mix(pigment.ink, fill, 0.3) : pigment.ink} />}
      </g>
      <BoardIconDrawing name={kind} {...layout.icon} color={pigment.ink} />
      {form === 'stack' ? <KindLine w={w} layout={layout} labels={labels} size={size} color={pigment.ink} /> : null}
      {form === 'row' ? <Aside kind={kind} w={w} layout={layout} labels={labels} palette={palette} color={pigment.ink} /> : null}
      {hideText ? null : (
        <CardText layout={layout} color={palette.ink} faint={palette.ink3} empty={props.text === ''} placeholder={placeholder} />
      )}
    </>
  )
}

function CardText(props: { layout: CardLayout; color: string; faint: string; empty: boolean; placeholder: string | undefined }) {
  const { layout, empty, placeholder } = props
  const { x, top, fontSize, lineHeight, weight } = layout.text
  const lines = empty ? [placeholder ?? ''] : layout.lines
  return (
    <text
      fontFamily={BOARD_FONT}
      fontSize={fontSize}
      fontWeight={empty ? WEIGHT.text : weight}
      fill={empty ? props.faint : props.color}
      fontStyle={empty ? 'italic' : undefined}
      style={{ whiteSpace: 'pre' }}
    >
      {lines.map((line, i) => (
        <tspan
          key={i}
          x={x}
          y={top + i * lineHeight + lineHeight * BASELINE}
          fillOpacity={layout.isCut ? FADE[lines.length - 1 - i] : undefined}
        >
          {line}
        </tspan>
      ))}
    </text>
  )
}

function KindLine({
  w,
  layout,
  labels,
  size,
  color,
}: {
  w: number
  layout: CardLayout
  labels: CardLabels
  size: 'm' | 'l'
  color: string
}) {
  const m = CARD_METRICS[size]
  const x = layout.icon.x + layout.icon.size + 6
  const words = [labels.kind, labels.section, labels.settingName].filter((word) => word !== '').join(' · ')
  return (
    <text
      x={x}
      y={m.paddingY + m.kindLine * BASELINE - 2}
      fontFamily={BOARD_FONT}
      fontSize={m.kindFontSize}
      fontWeight={WEIGHT.label}
      fill={color}
      style={{ whiteSpace: 'pre' }}
    >
      {ellipsis(words, w - x - m.paddingX, measureTextAt(m.kindFontSize, WEIGHT.label))}
    </text>
  )
}

/** The right end of a row: section in small type, and a building or an ear of grain where the paper tells city from country. */
function Aside(props: { kind: CardKind; w: number; layout: CardLayout; labels: CardLabels; palette: Palette; color: string }) {
  const { kind, w, layout, labels, palette, color } = props
  const m = CARD_METRICS.m
  // a note's folded corner takes some room
  const right = w - m.paddingX - (kind === 'note' ? 10 : 0)
  const middle = layout.text.top + layout.text.lineHeight / 2
  const settingSize = 20
  const words = labels.section === '' ? labels.kind : labels.section
  const width = measureTextAt(m.kindFontSize, WEIGHT.label)(words)
  return (
    <>
      {labels.setting && (
        <BoardIconDrawing
          name={labels.setting}
          x={right - width - settingSize - 8}
          y={middle - settingSize / 2}
          size={settingSize}
          color={color}
        />
      )}
      <text
        x={right}
        y={middle + m.kindFontSize * 0.36}
        textAnchor="end"
        fontFamily={BOARD_FONT}
        fontSize={m.kindFontSize}
        fontWeight={WEIGHT.label}
        fill={palette.ink3}
        style={{ whiteSpace: 'pre' }}
      >
        {words}
      </text>
    </>
  )
}
