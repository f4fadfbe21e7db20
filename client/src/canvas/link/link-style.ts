import type { LinkBasis, RelationState } from '@remedyboard/shared/board/card'
import { mix, type Palette } from '../look/pigments.ts'

/** What a link says by its look: why a remedy answers a dilemma, or how well two stakeholders get on. */
export type LineKind = LinkBasis | `relation-${RelationState}`

/** Strongest first, as the legend lists them. */
export const LINE_KINDS = [
  'explicit',
  'explicit-general',
  'implied-strong',
  'implied',
  'implied-weak',
  'group',
  'relation-positive',
  'relation-weak',
  'relation-tension',
] as const satisfies readonly LineKind[]

export interface LinkStyle {
  color: string
  /** board units */
  width: number
  dash?: string
  /** how an end that points somewhere is drawn: a tension stops at a bar, so that it is told apart without colour */
  end: 'arrow' | 'bar'
}

/**
 * The stronger the paper's word for a link, the stronger its line; what the group drew has the accent; weak ones are dotted.
 * Relations between stakeholders are indigo, ochre and dashed when they hardly work, red and blocked where there is tension.
 */
export function linkStyle(kind: LineKind, palette: Palette): LinkStyle {
  const jade = palette.kinds.remedy.ink
  switch (kind) {
    case 'explicit':
      return { color: jade, width: 6, end: 'arrow' }
    case 'explicit-general':
      return { color: mix(jade, palette.paper, 0.92), width: 5, end: 'arrow' }
    case 'implied-strong':
      return { color: mix(jade, palette.paper, 0.84), width: 4, end: 'arrow' }
    case 'implied':
      return { color: mix(jade, palette.paper, 0.76), width: 3, end: 'arrow' }
    case 'implied-weak':
      return { color: mix(jade, palette.paper, 0.8), width: 4, dash: '0.1 11', end: 'arrow' }
    case 'group':
      return { color: palette.accent, width: 5, end: 'arrow' }
    case 'relation-positive':
      return { color: mix(palette.kinds.stakeholder.ink, palette.paper, 0.8), width: 3.5, end: 'arrow' }
    case 'relation-weak':
      return { color: palette.kinds.action.ink, width: 4.5, dash: '15 11', end: 'arrow' }
    case 'relation-tension':
      return { color: palette.kinds.dilemma.ink, width: 5.5, end: 'bar' }
  }
}
