import type { CardKind } from '@remedyboard/shared/board/card'

export type Theme = 'light' | 'dark'

/** A kind's colour: `ink` for edges, icons and labels (AA on `soft` and on the surface), `soft` for tinted surfaces. */
export interface Pigment {
  ink: string
  soft: string
}

export interface Palette {
  paper: string
  dot: string
  surface: string
  line: string
  lineStrong: string
  ink: string
  ink2: string
  ink3: string
  accent: string
  shadow: string
  /** how much of `soft` an area's ground takes, the rest is paper */
  areaTint: number
  neutral: Pigment
  kinds: Readonly<Record<CardKind, Pigment>>
}

/**
 * Rice paper, ink and pigments. The same values as `ui/tokens.css`, as data: an exported image has no style sheet.
 * Practice (bamboo) is ours; the others come from the look's tokens, chosen for AA contrast on their own surfaces.
 */
export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    paper: '#faf7f0',
    dot: '#e2dac9',
    surface: '#ffffff',
    line: '#e3dccd',
    lineStrong: '#cfc5b0',
    ink: '#1d2126',
    ink2: '#535a63',
    ink3: '#656b74',
    accent: '#22576b',
    shadow: '#281e0a',
    areaTint: 0.5,
    neutral: { ink: '#4a4f57', soft: '#f2ede2' },
    kinds: {
      dilemma: { ink: '#b83a24', soft: '#fbeae5' },
      remedy: { ink: '#1f7a58', soft: '#e3f3ec' },
      stakeholder: { ink: '#34539b', soft: '#e7ecf8' },
      action: { ink: '#8f5a0a', soft: '#f8edd6' },
      practice: { ink: '#52661a', soft: '#eef2dc' },
      evidence: { ink: '#7c4474', soft: '#f5e8f2' },
      note: { ink: '#5d6068', soft: '#eeedea' },
    },
  },
  dark: {
    paper: '#16181b',
    dot: '#2a2e33',
    surface: '#23272c',
    line: '#363c43',
    lineStrong: '#4d555e',
    ink: '#f1ede4',
    ink2: '#bdb9af',
    ink3: '#a8a399',
    accent: '#7cc0d6',
    shadow: '#000000',
    areaTint: 0.42,
    neutral: { ink: '#cfcabf', soft: '#2b2e32' },
    kinds: {
      dilemma: { ink: '#f08a74', soft: '#3a201b' },
      remedy: { ink: '#6fcfa5', soft: '#17332a' },
      stakeholder: { ink: '#9db4f2', soft: '#1f2a45' },
      action: { ink: '#e5b566', soft: '#372a12' },
      practice: { ink: '#bdd078', soft: '#2a3116' },
      evidence: { ink: '#dba3d2', soft: '#362131' },
      note: { ink: '#b3b6bd', soft: '#2a2d31' },
    },
  },
}

/** `amount` of `top` over `ground`, both `#rrggbb`. SVG images cannot rely on `color-mix`. */
export function mix(top: string, ground: string, amount: number): string {
  let mixed = '#'
  for (const at of [1, 3, 5]) {
    const a = parseInt(top.slice(at, at + 2), 16)
    const b = parseInt(ground.slice(at, at + 2), 16)
    mixed += Math.round(a * amount + b * (1 - amount))
      .toString(16)
      .padStart(2, '0')
  }
  return mixed
}
