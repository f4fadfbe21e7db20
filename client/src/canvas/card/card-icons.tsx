import type { CardKind } from '@remedyboard/shared/board/card'
import type { ReactElement } from 'react'

/** Line drawings on a 24 × 24 grid, stroked in the current colour; used on cards, in exported images and on the toolbar. */
const DRAWINGS: Readonly<Record<CardKind | 'urban' | 'rural' | 'link', ReactElement>> = {
  dilemma: (
    <>
      <path d="M12 3.4 2.6 20h18.8z" />
      <path d="M12 10v4.4M12 17.2v.1" />
    </>
  ),
  remedy: (
    <>
      <path d="M5 20C5 11 10 6 20 5c0 10-5 15-13 15" />
      <path d="M5 20c2-5 5-8 9-10" />
    </>
  ),
  stakeholder: (
    <>
      <circle cx="9" cy="8" r="3.4" />
      <path d="M2.8 20c.5-4 2.8-6 6.2-6s5.7 2 6.2 6M16 5.2a3.2 3.2 0 0 1 0 6M18 14.3c1.9.8 3 2.7 3.2 5.7" />
    </>
  ),
  action: (
    <>
      <rect x="3.5" y="3.5" width="17" height="17" rx="4" />
      <path d="m8 12.3 2.8 2.8L16.2 9" />
    </>
  ),
  practice: (
    <>
      <path d="M12 6.5C10 4.8 7 4.3 3.5 4.5v13.7c3.5-.2 6.5.3 8.5 2 2-1.7 5-2.2 8.5-2V4.500C17 4.3 14 4.8 12 6.500z" />
      <path d="M12 6.500v13.5" />
    </>
  ),
  evidence: (
    <>
      <path d="M6 3h8.500L19 7.500V21H6z" />
      <path d="M14 3v5h5M9.5 12.500h6M9.5 16.500h6" />
    </>
  ),
  note: (
    <>
      <path d="M4 4h16v11l-5 5H4z" />
      <path d="M15 20v-5h5" />
    </>
  ),
  urban: (
    <>
      <path d="M4 20.500V7l7-3.500v17M11 9.500h9v11M2.5 20.500h19" />
      <path d="M7.4 10v.1M7.4 14v.1M15.5 13.500v.1M15.5 17v.1" />
    </>
  ),
  rural: <path d="M12 21v-9.5M12 12C12 7.5 9 5 3.5 5c0 5 3 7 8.5 7zM12 14.5c0-3.5 2.7-5.7 8.5-5.7 0 4.2-3 5.7-8.5 5.7zM7.5 21h9" />,
  link: (
    <>
      <circle cx="5.5" cy="17.5" r="2.7" />
      <circle cx="18.5" cy="6.5" r="2.7" />
      <path d="M8 16c5-1 5-7 8-8.5" />
    </>
  ),
}

export type BoardIconName = keyof typeof DRAWINGS

/** Inside an SVG: drawn at `x`, `y`, `size` units wide. */
export function BoardIconDrawing({ name, x, y, size, color }: { name: BoardIconName; x: number; y: number; size: number; color: string }) {
  return (
    <g
      transform={`translate(${x} ${y}) scale(${size / 24})`}
      fill="none"
      stroke={color}
      strokeWidth={2.2}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {DRAWINGS[name]}
    </g>
  )
}

/** On its own, in the colour of the text around it. */
export function BoardIcon({ name, size = 20 }: { name: BoardIconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <BoardIconDrawing name={name} x={0} y={0} size={24} color="currentColor" />
    </svg>
  )
}
