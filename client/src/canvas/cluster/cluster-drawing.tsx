import type { TLFrameShape } from 'tldraw'
import { ellipsis } from '../look/break-lines.ts'
import { BOARD_FONT, WEIGHT } from '../look/font.ts'
import { measureTextAt } from '../look/measure-text.ts'
import { mix, type Palette, type Pigment } from '../look/pigments.ts'
import { isSettled } from './cluster-frame.ts'
import { CLUSTER } from '@remedyboard/shared/board/cluster-metrics'

interface ClusterDrawingProps {
  shape: TLFrameShape
  /** of its area */
  pigment: Pigment
  palette: Palette
  /** stands where there is no name yet */
  placeholder: string
  count: string
}

/** A cluster as plain SVG, on the canvas and in exported images: dashed as long as it is a suggestion, solid once it is settled. */
export function ClusterDrawing({ shape, pigment, palette, placeholder, count }: ClusterDrawingProps) {
  const { w, h, name } = shape.props
  const settled = isSettled(shape)
  const countWidth = measureTextAt(CLUSTER.countSize, WEIGHT.label)(count)
  const room = w - 2 * CLUSTER.padding - countWidth - 16
  const fill = mix(palette.surface, palette.paper, 0.55)
  return (
    <>
      <rect
        width={w}
        height={h}
        rx={CLUSTER.radius}
        fill={fill}
        fillOpacity={0.92}
        stroke={mix(pigment.ink, fill, settled ? 0.75 : 0.5)}
        strokeWidth={settled ? 2.6 : 2}
        strokeDasharray={settled ? undefined : '10 7'}
        strokeLinecap="round"
      />
      <text
        x={CLUSTER.padding}
        y={CLUSTER.heading * 0.5 + CLUSTER.nameSize * 0.36}
        fontFamily={BOARD_FONT}
        fontSize={CLUSTER.nameSize}
        fontWeight={name === '' ? WEIGHT.text : WEIGHT.heading}
        fontStyle={name === '' ? 'italic' : undefined}
        fill={name === '' ? palette.ink3 : pigment.ink}
        style={{ whiteSpace: 'pre' }}
      >
        {ellipsis(name === '' ? placeholder : name, room, measureTextAt(CLUSTER.nameSize, WEIGHT.heading))}
      </text>
      <text
        x={w - CLUSTER.padding}
        y={CLUSTER.heading * 0.5 + CLUSTER.countSize * 0.36}
        textAnchor="end"
        fontFamily={BOARD_FONT}
        fontSize={CLUSTER.countSize}
        fontWeight={WEIGHT.label}
        fill={palette.ink3}
        style={{ whiteSpace: 'pre' }}
      >
        {count}
      </text>
    </>
  )
}
