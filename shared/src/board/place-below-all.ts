import { AREA_METRICS } from './area-metrics.ts'
import type { BoardRecord } from './board-record.ts'
import { boxesIn, GAP, type CardPlace } from './place-in-area.ts'
import { tidyRows } from './tidy-rows.ts'

/** Cards side by side where no area says how wide a row is. */
const COLUMNS = 6

/** Places for cards of width `w` and the given heights under everything that lies on a page itself, in order, in rows. */
export function placeBelowAll(
  records: ReadonlyMap<string, BoardRecord>,
  pageId: string,
  w: number,
  heights: readonly number[],
): CardPlace[] {
  const boxes = boxesIn(records, pageId)
  const x = boxes.length > 0 ? Math.min(...boxes.map((box) => box.x)) : 0
  const y = boxes.length > 0 ? Math.max(...boxes.map((box) => box.y + box.h)) + 2 * AREA_METRICS.padding : 0
  return tidyRows(heights, w, { x, y, w: COLUMNS * (w + GAP), h: Infinity }, [], GAP).map((place) => ({ parentId: pageId, ...place }))
}
