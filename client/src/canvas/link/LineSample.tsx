import { Vec } from 'tldraw'
import { barPath, curvePath, headPath, linkCurve } from './link-curve.ts'
import type { LinkStyle } from './link-style.ts'

const WIDTH = 44
const HEIGHT = 14
/** Board units to pixels: as links look when cards are easily read. */
const SCALE = 0.6

const LINE = linkCurve(
  { point: new Vec(3, HEIGHT / SCALE / 2), normal: new Vec(1, 0), area: null },
  { point: new Vec(WIDTH / SCALE - 5, HEIGHT / SCALE / 2), normal: new Vec(-1, 0), area: null },
)

/** A short piece of a line, for words about it. */
export function LineSample({ style }: { style: LinkStyle }) {
  const end = style.end === 'bar' ? barPath : headPath
  return (
    <svg className="rb-line-sample" width={WIDTH} height={HEIGHT} aria-hidden="true">
      <g
        transform={`scale(${SCALE})`}
        fill="none"
        stroke={style.color}
        strokeWidth={style.width}
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d={curvePath(LINE)} strokeDasharray={style.dash} />
        <path d={end(LINE, 12)} strokeWidth={style.end === 'bar' ? style.width : Math.min(style.width, 4.5)} />
      </g>
    </svg>
  )
}
