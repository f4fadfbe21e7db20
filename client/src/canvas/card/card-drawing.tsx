import { CARD_METRICS } from '@remedyboard/shared/board/card-metrics'
import type { CardKind, CardProps } from '@remedyboard/shared/board/card'
import { ellipsis } from '../look/break-lines.ts'
import { BOARD_FONT, WEIGHT } from '../look/font.ts'
import { measureTextAt } from '../look/measure-text.ts'
import { MergedEdges, MergedPill } from '../merged/merged-sign.tsx'
import { mix, type Palette } from '../look/pigments.ts'
import type { CardFacts } from './card-facts.ts'
import { CardFootDrawing } from './card-foot-drawing.tsx'
import { BoardIconDrawing } from './card-icons.tsx'
import type { CardLabels } from './card-labels.ts'
import type { CardLayout } from './card-layout.ts'
import { drawnOutline } from './card-outline.ts'
import { signColor, type CardSign } from './card-sign.ts'
import { CountSign, SIGN_WORD_GAP, StateSign } from './card-sign-drawing.tsx'

interface CardDrawingProps {
  props: CardProps
  layout: CardLayout
  labels: CardLabels
  facts: CardFacts
  palette: Palette
  /** the text stands in the text area instead */
  hideText?: boolean
  placeholder?: string
  /** what the card says about answers */
  sign?: CardSign | null
  /** how many cards were merged into this one, in words */
  merged?: string | undefined
}

/** Distance from a line's top to its baseline, as a share of the line height, for the system fonts of `BOARD_FONT`. */
const BASELINE = 0.735

/** The last lines of a text that goes on, from the end: they fade away. */
const FADE: readonly number[] = [0.35, 0.6]

/**
 * A card as plain SVG: the same drawing on the canvas and in exported images.
 * No filters, no clip paths, no foreign objects: that is what makes 500 of them quick.
 */
export function CardDrawing({ props, layout, labels, facts, palette, hideText, placeholder, sign, merged }: CardDrawingProps) {
  const { w, kind, size } = props
  const { form } = layout
  const pigment = palette.kinds[kind]
  const outline = drawnOutline(props, layout)
  const isHeading = size === 'l'
  const fill = isHeading ? mix(pigment.soft, palette.surface, 0.85) : palette.surface
  const open = sign?.tone === 'open'
  const weak = sign?.tone === 'weak'
  const stroke = open
    ? pigment.ink
    : weak
      ? mix(palette.kinds.action.ink, palette.surface, 0.62)
      : outline.dashed
        ? mix(pigment.ink, palette.surface, 0.6)
        : isHeading
          ? mix(pigment.ink, fill, 0.35)
          : palette.line
  const shadow = isHeading ? 3 : 2

  return (
    <>
      <g transform={outline.top === 0 ? undefined : `translate(0 ${outline.top})`}>
        {merged !== undefined && <MergedEdges body={outline.body} pigment={pigment} palette={palette} />}
        <path d={outline.body} transform={`translate(0 ${shadow})`} fill={palette.shadow} opacity={0.09} />
        {outline.foot > 0 && <path d={outline.body} transform={`translate(0 ${outline.foot})`} fill={pigment.ink} />}
        {open && <path d={outline.body} fill="none" stroke={pigment.ink} strokeWidth={10} opacity={0.16} />}
        <path
          d={outline.body}
          fill={fill}
          stroke={stroke}
          strokeWidth={open ? 3 : weak ? 2.2 : outline.dashed ? 1.8 : 1.2}
          strokeDasharray={weak ? '0.1 5.5' : outline.dashed ? '7 5' : undefined}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <path d={outline.edge} fill={pigment.ink} />
        {outline.extra && <path d={outline.extra} fill={kind === 'note' ? mix(pigment.ink, fill, 0.3) : pigment.ink} />}
      </g>
      <BoardIconDrawing name={kind} {...layout.icon} color={pigment.ink} />
      {form === 'stack' ? (
        <KindLine w={w} layout={layout} labels={labels} due={facts.due} size={size} color={pigment.ink} sign={sign} palette={palette} />
      ) : null}
      {form === 'row' ? (
        <Aside kind={kind} w={w} layout={layout} labels={labels} facts={facts} palette={palette} color={pigment.ink} sign={sign} />
      ) : null}
      {layout.foot > 0 ? (
        <CardFootDrawing w={w} size={size} layout={layout} facts={facts} pigment={pigment} palette={palette} ground={fill} />
      ) : null}
      {hideText ? null : (
        <CardText layout={layout} color={palette.ink} faint={palette.ink3} empty={props.text === ''} placeholder={placeholder} />
      )}
      {merged !== undefined && <MergedPill h={layout.h} words={merged} pigment={pigment} palette={palette} />}
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

interface KindLineProps {
  w: number
  layout: CardLayout
  labels: CardLabels
  due: string
  size: 'm' | 'l'
  color: string
  sign: CardSign | null | undefined
  palette: Palette
}

function KindLine({ w, layout, labels, due, size, color, sign, palette }: KindLineProps) {
  const m = CARD_METRICS[size]
  const x = layout.icon.x + layout.icon.size + 6
  const right = w - m.paddingX
  const y = m.paddingY + m.kindLine * BASELINE - 2
  const measure = measureTextAt(m.kindFontSize, WEIGHT.label)
  const words = [labels.kind, due, labels.section, labels.settingName].filter((word) => word !== '').join(' · ')
  // What the card says about answers is worth more than where the paper says it, but the kind always stays.
  const signWidth = sign ? measure(sign.words) + SIGN_WORD_GAP : 0
  const shownSign = sign && measure(labels.kind) + signWidth <= right - x ? sign : null
  return (
    <>
      <text
        x={x}
        y={y}
        fontFamily={BOARD_FONT}
        fontSize={m.kindFontSize}
        fontWeight={WEIGHT.label}
        fill={color}
        style={{ whiteSpace: 'pre' }}
      >
        {ellipsis(words, right - x - (shownSign ? signWidth : 0), measure)}
      </text>
      {shownSign && (
        <text
          x={right}
          y={y}
          textAnchor="end"
          fontFamily={BOARD_FONT}
          fontSize={m.kindFontSize}
          fontWeight={WEIGHT.label}
          fill={signColor(shownSign, palette)}
          style={{ whiteSpace: 'pre' }}
        >
          {shownSign.words}
        </text>
      )}
    </>
  )
}

interface AsideProps {
  kind: CardKind
  w: number
  layout: CardLayout
  labels: CardLabels
  facts: CardFacts
  palette: Palette
  color: string
  sign: CardSign | null | undefined
}

/** Room that a sign may take of a row, and the least that facts are worth beginning with, in board units. */
const ROW_FACTS = { sign: 120, least: 70, gap: 16 } as const

/**
 * The right end of a row: section in small type, a building or an ear of grain where the paper tells city from country, and,
 * where the text leaves room, what the card says about answers.
 */
function Aside(props: AsideProps) {
  const { kind, w, layout, labels, facts, palette, color, sign } = props
  const m = CARD_METRICS.m
  // a note's folded corner takes some room
  const right = w - m.paddingX - (kind === 'note' ? 10 : 0)
  const middle = layout.text.top + layout.text.lineHeight / 2
  const settingSize = 20
  const words = labels.section === '' ? labels.kind : labels.section
  const width = measureTextAt(m.kindFontSize, WEIGHT.label)(words)
  const signRight = right - width - (labels.setting ? settingSize + 8 : 0) - 10
  const measureText = measureTextAt(layout.text.fontSize, layout.text.weight)
  const textRight = layout.text.x + measureText(layout.lines[0] ?? '')
  const short = [facts.due, facts.words, ...facts.tags.map((tag) => `#${tag}`)].filter((part) => part !== '').join(' · ')
  const factsRoom = signRight - textRight - ROW_FACTS.gap - (sign ? ROW_FACTS.sign : 0)
  const state = sign && { sign, right: signRight, free: signRight - textRight - 12, middle, palette }
  return (
    <>
      {state && (state.sign.tone === 'answered' ? <CountSign {...state} /> : <StateSign {...state} />)}
      {short !== '' && factsRoom >= ROW_FACTS.least && (
        <text
          x={textRight + ROW_FACTS.gap}
          y={middle + m.kindFontSize * 0.36}
          fontFamily={BOARD_FONT}
          fontSize={m.kindFontSize}
          fill={palette.ink2}
          style={{ whiteSpace: 'pre' }}
        >
          {ellipsis(short, factsRoom, measureTextAt(m.kindFontSize, WEIGHT.text))}
        </text>
      )}
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
