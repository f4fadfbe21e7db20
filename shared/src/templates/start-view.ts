import type { BoardRecord } from '../board/board-record.ts'
import type { Rect } from './board-plan.ts'

/** Air around the areas when a board opens, in board units. */
const MARGIN = 24

/** What the camera shows when a board opens: all its areas with a margin. Null when it has none. */
export function startView(records: Iterable<BoardRecord>): Rect | null {
  let left = Infinity
  let top = Infinity
  let right = -Infinity
  let bottom = -Infinity
  for (const record of records) {
    if (record.typeName !== 'shape' || record.type !== 'frame' || typeof record.meta?.['area'] !== 'string') continue
    const { x, y } = record
    const w = record.props?.['w']
    const h = record.props?.['h']
    if (typeof x !== 'number' || typeof y !== 'number' || typeof w !== 'number' || typeof h !== 'number') continue
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + w)
    bottom = Math.max(bottom, y + h)
  }
  if (left > right) return null
  return { x: left - MARGIN, y: top - MARGIN, w: right - left + 2 * MARGIN, h: bottom - top + 2 * MARGIN }
}
