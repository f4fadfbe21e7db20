import type { LinkBasis } from '@remedyboard/shared/board/card'
import { mix, type Palette } from '../look/pigments.ts'

export interface LinkStyle {
  color: string
  /** board units */
  width: number
  dash?: string
}

/** The stronger the paper's word for a link, the stronger its line; what the group drew has the accent; weak ones are dotted. */
export function linkStyle(basis: LinkBasis, palette: Palette): LinkStyle {
  const jade = palette.kinds.remedy.ink
  switch (basis) {
    case 'explicit':
      return { color: jade, width: 6 }
    case 'explicit-general':
      return { color: mix(jade, palette.paper, 0.86), width: 5 }
    case 'implied-strong':
      return { color: mix(jade, palette.paper, 0.68), width: 4 }
    case 'implied':
      return { color: mix(jade, palette.paper, 0.54), width: 3.5 }
    case 'implied-weak':
      return { color: mix(jade, palette.paper, 0.62), width: 4, dash: '0.1 11' }
    case 'group':
      return { color: palette.accent, width: 5 }
  }
}
