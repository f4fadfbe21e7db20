import type { CardKind, CardProps, CardSize } from '@remedyboard/shared/board/card'
import { CARD_METRICS } from '@remedyboard/shared/board/card-metrics'
import type { CardLayout } from './card-layout.ts'

/** How a card's corners are made; lengths in board units. */
interface Corner {
  form: 'round' | 'cut'
  size: number
}

/** What makes a kind recognisable without colour. */
export interface CardOutline {
  /** the card's body */
  body: string
  /** the coloured edge at the left */
  edge: string
  /** more strokes of the kind: the second edge line of a practice, the folded corner of a note; filled with the pigment */
  extra: string | null
  dashed: boolean
  /** height of the heavy foot of an action, 0 for other kinds */
  foot: number
}

/** Heading cards are larger; their corners grow with them. */
const HEADING_SCALE = 1.4

function corners(kind: CardKind, h: number, scale: number): { topLeft: Corner; others: number } {
  const round = (size: number) => Math.min(size * scale, h / 2)
  switch (kind) {
    case 'dilemma':
      return { topLeft: { form: 'cut', size: round(17) }, others: round(8) }
    case 'remedy':
      return { topLeft: { form: 'round', size: round(20) }, others: round(20) }
    case 'stakeholder':
      return { topLeft: { form: 'round', size: round(36) }, others: round(36) }
    case 'note':
      return { topLeft: { form: 'round', size: round(3) }, others: round(3) }
    case 'action':
    case 'practice':
    case 'evidence':
      return { topLeft: { form: 'round', size: round(9) }, others: round(9) }
  }
}

const n = (value: number) => Number(value.toFixed(2))

function topLeftPath({ form, size }: Corner): string {
  return form === 'cut' ? `L${n(size)} 0` : `A${n(size)} ${n(size)} 0 0 1 ${n(size)} 0`
}

/** Where the vertical line x = `edge` meets a rounded corner, measured from the corner's side. */
function arcInset(radius: number, edge: number): number {
  if (edge >= radius) return 0
  return radius - Math.sqrt(radius ** 2 - (radius - edge) ** 2)
}

/** Air above and below a row, in board units: outlines put their rows edge to edge. */
const ROW_INSET = 2

/** The outline of a card as it is drawn; `top` is where it begins below the card's upper edge. */
export function drawnOutline({ kind, size, w }: CardProps, { form, h }: CardLayout): CardOutline & { top: number } {
  const top = form === 'row' ? ROW_INSET : 0
  return { ...cardOutline(kind, size, w, h - 2 * top, CARD_METRICS[size].edge), top }
}

export function cardOutline(kind: CardKind, size: CardSize, w: number, h: number, edge: number): CardOutline {
  const scale = size === 'l' ? HEADING_SCALE : 1
  const { topLeft, others: r } = corners(kind, h, scale)
  const fold = kind === 'note' ? Math.min(18 * scale, h / 2) : 0
  const bottomRight = fold > 0 ? `V${n(h - fold)}L${n(w - fold)} ${n(h)}` : `V${n(h - r)}A${n(r)} ${n(r)} 0 0 1 ${n(w - r)} ${n(h)}`
  const body =
    `M0 ${n(topLeft.size)}${topLeftPath(topLeft)}H${n(w - r)}A${n(r)} ${n(r)} 0 0 1 ${n(w)} ${n(r)}` +
    `${bottomRight}H${n(r)}A${n(r)} ${n(r)} 0 0 1 0 ${n(h - r)}Z`

  const bottom = n(h - arcInset(r, edge))
  const top =
    topLeft.form === 'cut'
      ? { y: n(Math.max(0, topLeft.size - edge)), path: `L0 ${n(topLeft.size)}` }
      : {
          y: n(arcInset(topLeft.size, edge)),
          path: `${edge > topLeft.size ? `H${n(topLeft.size)}` : ''}A${n(topLeft.size)} ${n(topLeft.size)} 0 0 0 0 ${n(topLeft.size)}`,
        }
  const edgePath = `M${n(edge)} ${top.y}${top.path}V${n(h - r)}A${n(r)} ${n(r)} 0 0 0 ${n(Math.min(edge, r))} ${bottom}${edge > r ? `H${n(edge)}` : ''}Z`

  return {
    body,
    edge: edgePath,
    extra: extraPath(kind, w, h, edge, fold, scale),
    dashed: kind === 'evidence',
    foot: kind === 'action' ? n(5 * scale) : 0,
  }
}

function extraPath(kind: CardKind, w: number, h: number, edge: number, fold: number, scale: number): string | null {
  if (kind === 'note') return `M${n(w)} ${n(h - fold)}H${n(w - fold)}V${n(h)}Z`
  if (kind === 'practice') {
    const x = edge + 3 * scale
    return `M${n(x)} 1H${n(x + 2 * scale)}V${n(h - 1)}H${n(x)}Z`
  }
  return null
}
