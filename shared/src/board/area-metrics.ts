import { estimateTextLines } from './estimate-text.ts'

/**
 * Where an area's heading stands inside its frame, in board units; the canvas draws it and the template leaves room for it.
 * Title and instruction are both wrapped to the frame's width less the padding.
 */
export const AREA_METRICS = {
  padding: 24,
  titleFontSize: 40,
  titleLineHeight: 50,
  instructionFontSize: 22,
  instructionLineHeight: 30,
  /** between title and instruction */
  titleGap: 4,
  /** between the heading and the first card */
  contentGap: 16,
} as const

/** Height from the frame's top edge to where its content may begin. */
export function areaHeaderHeight(title: string, instruction: string, w: number): number {
  const m = AREA_METRICS
  const width = w - 2 * m.padding
  const titleLines = estimateTextLines(title, m.titleFontSize, width, 'heading')
  const lines = instruction === '' ? 0 : estimateTextLines(instruction, m.instructionFontSize, width)
  return m.padding + titleLines * m.titleLineHeight + (lines > 0 ? m.titleGap + lines * m.instructionLineHeight : 0) + m.contentGap
}
