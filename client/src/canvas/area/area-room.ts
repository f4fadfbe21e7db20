import type { Rect } from '@remedyboard/shared/board/tidy-rows'
import type { TLFrameShape } from 'tldraw'
import { areaLayout } from './area-layout.ts'

/** Air between an area's border and its cards, in board units. */
const BORDER = 24

/** The part of an area below its heading, in its own space. */
export function areaRoom(area: TLFrameShape): Rect {
  const y = areaLayout(area).headingHeight + BORDER
  return { x: BORDER, y, w: area.props.w - 2 * BORDER, h: area.props.h - y - BORDER }
}
