const SIZE = 26

/** A small padlock on the upper right corner of a card that only facilitators may change. */
export function LockSign({ w, color, ground }: { w: number; color: string; ground: string }) {
  return (
    <g className="rb-lock" transform={`translate(${w - SIZE / 2 - 2} ${-SIZE / 2})`}>
      <circle cx={SIZE / 2} cy={SIZE / 2} r={SIZE / 2} fill={ground} stroke={color} strokeOpacity={0.35} />
      <g fill="none" stroke={color} strokeWidth={1.9} strokeLinecap="round" strokeLinejoin="round" transform="translate(6 5.5) scale(0.6)">
        <rect x="3" y="11" width="18" height="11" rx="2.5" fill={color} />
        <path d="M7 11V7a5 5 0 0 1 10 0v4" strokeWidth={2.8} />
      </g>
    </g>
  )
}
