import { AREA_METRICS } from '@remedyboard/shared/board/area-metrics'
import type { TLFrameShape } from 'tldraw'
import { breakLines } from '../look/break-lines.ts'
import { WEIGHT } from '../look/font.ts'
import { measureTextAt } from '../look/measure-text.ts'
import { areaMeta } from './area-meta.ts'

export interface AreaLayout {
  title: readonly string[]
  instruction: readonly string[]
  instructionTop: number
  /** from the frame's top edge to the end of its heading */
  headingHeight: number
}

const layouts = new WeakMap<TLFrameShape, AreaLayout>()

/** Where an area's heading stands, in board units from its top left corner. */
export function areaLayout(shape: TLFrameShape): AreaLayout {
  const known = layouts.get(shape)
  if (known) return known
  const m = AREA_METRICS
  const width = shape.props.w - 2 * m.padding
  const title = breakLines(shape.props.name, width, measureTextAt(m.titleFontSize, WEIGHT.heading))
  const words = areaMeta(shape).instruction ?? ''
  const instruction = words === '' ? [] : breakLines(words, width, measureTextAt(m.instructionFontSize, WEIGHT.text))
  const instructionTop = m.padding + title.length * m.titleLineHeight + m.titleGap
  const layout = { title, instruction, instructionTop, headingHeight: instructionTop + instruction.length * m.instructionLineHeight }
  layouts.set(shape, layout)
  return layout
}
