import { areaHeaderHeight, AREA_METRICS } from './area-metrics.ts'
import { cardFoot } from './card-foot.ts'
import { isCard } from './card.ts'
import type { BoardRecord } from './board-record.ts'
import { tidyRows, type Rect } from './tidy-rows.ts'

/** Air between cards, in board units. */
const GAP = 20

/** Cards that their area has no room for stand below it, this many beside one another. */
const OVERFLOW_COLUMNS = 3

/** Where a new card goes: `parentId` is the area, or its own parent when it is full. */
export interface CardPlace {
  parentId: string
  x: number
  y: number
}

/** The frame of an area by its stable name; the first by id when people made two. */
export function areaFrame(records: Iterable<BoardRecord>, area: string): BoardRecord | undefined {
  let found: BoardRecord | undefined
  for (const record of records) if (record.meta?.['area'] === area && (!found || record.id < found.id)) found = record
  return found
}

/**
 * Free places for cards of width `w` and the given heights, in order: in the free part of the area below its heading, else right
 * below the area. Nothing overlaps what lies in the area. Deterministic, so that a retry places them alike.
 */
export function placeInArea(
  records: ReadonlyMap<string, BoardRecord>,
  frame: BoardRecord,
  w: number,
  heights: readonly number[],
): CardPlace[] {
  const { w: frameW, h: frameH } = sizeOf(frame)
  const top = areaHeaderHeight(stringOf(frame.props?.['name']), stringOf(frame.meta?.['instruction']), frameW)
  const room: Rect = { x: AREA_METRICS.padding, y: top, w: frameW - 2 * AREA_METRICS.padding, h: frameH - top - AREA_METRICS.padding }
  const inside = tidyRows(heights, w, room, boxesIn(records, frame.id), GAP)
  const left = heights.slice(inside.length)
  const parentId = String(frame['parentId'])
  const below: Rect = {
    x: numberOf(frame['x']),
    y: numberOf(frame['y']) + frameH + GAP,
    w: Math.max(frameW, OVERFLOW_COLUMNS * (w + GAP)),
    h: Infinity,
  }
  const outside = tidyRows(left, w, below, boxesIn(records, parentId), GAP)
  return [...inside.map((place) => ({ parentId: frame.id, ...place })), ...outside.map((place) => ({ parentId, ...place }))]
}

/** What lies directly in a parent, in its space. Arrows take no room. */
function boxesIn(records: ReadonlyMap<string, BoardRecord>, parentId: string): Rect[] {
  const boxes: Rect[] = []
  for (const record of records.values()) {
    if (record['parentId'] !== parentId || record.typeName !== 'shape' || record.type === 'arrow') continue
    boxes.push({ x: numberOf(record['x']), y: numberOf(record['y']), ...sizeOf(record) })
  }
  return boxes
}

function sizeOf(record: BoardRecord): { w: number; h: number } {
  const { props } = record
  return { w: numberOf(props?.['w']), h: numberOf(props?.['h']) + (isCard(record) ? cardFoot(record).height : 0) }
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
