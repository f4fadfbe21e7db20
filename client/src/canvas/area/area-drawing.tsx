import { AREA_METRICS } from '@remedyboard/shared/board/area-metrics'
import type { TLFrameShape } from 'tldraw'
import { BOARD_FONT, WEIGHT } from '../look/font.ts'
import { mix, type Palette } from '../look/pigments.ts'
import { areaLayout } from './area-layout.ts'
import { areaMeta } from './area-meta.ts'

export const AREA_RADIUS = 26

/** Baselines of title and instruction, as a share of their line heights. */
const BASELINE = 0.74

/** An area as plain SVG, on the canvas and in exported images: a soft ground, the title and what to do here. */
export function AreaDrawing({ shape, palette }: { shape: TLFrameShape; palette: Palette }) {
  const { w, h } = shape.props
  const m = AREA_METRICS
  const tone = areaMeta(shape).tone ?? 'neutral'
  const pigment = tone === 'neutral' ? palette.neutral : palette.kinds[tone]
  const { title, instruction, instructionTop } = areaLayout(shape)
  return (
    <>
      <rect
        width={w}
        height={h}
        rx={AREA_RADIUS}
        fill={mix(pigment.soft, palette.paper, palette.areaTint)}
        stroke={mix(pigment.ink, palette.line, 0.16)}
        strokeWidth={2}
      />
      <text fontFamily={BOARD_FONT} fontSize={m.titleFontSize} fontWeight={WEIGHT.heading} fill={pigment.ink} style={{ whiteSpace: 'pre' }}>
        {title.map((line, i) => (
          <tspan key={i} x={m.padding} y={m.padding + (i + BASELINE) * m.titleLineHeight}>
            {line}
          </tspan>
        ))}
      </text>
      <text fontFamily={BOARD_FONT} fontSize={m.instructionFontSize} fill={palette.ink2} style={{ whiteSpace: 'pre' }}>
        {instruction.map((line, i) => (
          <tspan key={i} x={m.padding} y={instructionTop + (i + BASELINE) * m.instructionLineHeight}>
            {line}
          </tspan>
        ))}
      </text>
    </>
  )
}
