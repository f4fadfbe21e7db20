import './spread-bars.css'

/** How the ballots spread over the marks, as small bars from the lowest mark to the highest. The words stand beside it. */
export function SpreadBars({ spread, skipNone }: { spread: readonly number[]; skipNone: boolean }) {
  // With dots nearly everybody gives most cards none: that bar would flatten the others.
  const bars = skipNone ? spread.slice(1) : spread
  const most = Math.max(1, ...bars)
  return (
    <span className="spread-bars" aria-hidden>
      {bars.map((ballots, i) => (
        <i key={i} style={{ height: `${ballots === 0 ? 4 : Math.max(12, (ballots / most) * 100)}%` }} data-none={ballots === 0} />
      ))}
    </span>
  )
}
