import { areaHeaderHeight, AREA_METRICS } from './area-metrics.ts'
import { cardFoot } from './card-foot.ts'
import { isCard } from './card.ts'
import type { BoardRecord } from './board-record.ts'
import { tidyRows, type Rect } from './tidy-rows.ts'

/** Air between cards, in board units. */
export const GAP = 20

/** Cards that their area has no room for stand below it, this many beside one another. */
const OVERFLOW_COLUMNS = 3

/** Where a new card goes: `parentId` is the area, or its own parent when it is full. */
export interface CardPlace {
  parentId: string
  x: number
  y: number
}

/** The frames of an area by its stable name: itself (the first by id when people made two), then its annexes in the order they were made. */
export function areaFrames(records: Iterable<BoardRecord>, area: string): BoardRecord[] {
  const all = [...records].filter(({ type, meta }) => type === 'frame' && meta?.['area'] === area).sort((a, b) => (a.id < b.id ? -1 : 1))
  const annexes = all.filter((record) => annexNumber(record) > 0).sort((a, b) => annexNumber(a) - annexNumber(b))
  const [own] = all.filter((record) => annexNumber(record) === 0)
  return own ? [own, ...annexes] : annexes
}

export function areaFrame(records: Iterable<BoardRecord>, area: string): BoardRecord | undefined {
  return areaFrames(records, area)[0]
}

/** `meta.annex`: 1 for the first frame that an area got because it was full; 0 for the area itself. */
export function annexNumber({ meta }: BoardRecord): number {
  return numberOf(meta?.['annex'])
}

/**
 * Free places for cards of width `w` and the given heights, in order: in the free part of the area below its heading, in its annexes,
 * else right below the area. Nothing overlaps what lies there. Deterministic, so that a retry places them alike.
 */
export function placeInArea(
  records: ReadonlyMap<string, BoardRecord>,
  frame: BoardRecord,
  w: number,
  heights: readonly number[],
): CardPlace[] {
  const inside = placeInFrames(records, frame, w, heights)
  const left = heights.slice(inside.length)
  const parentId = String(frame['parentId'])
  const below: Rect = {
    x: numberOf(frame['x']),
    y: numberOf(frame['y']) + sizeOf(frame).h + GAP,
    w: Math.max(sizeOf(frame).w, OVERFLOW_COLUMNS * (w + GAP)),
    h: Infinity,
  }
  const outside = tidyRows(left, w, below, boxesIn(records, parentId), GAP)
  return [...inside, ...outside.map((place) => ({ parentId, ...place }))]
}

/** As many of the cards as the area and its annexes have room for: the first ones. */
export function placeInFrames(
  records: ReadonlyMap<string, BoardRecord>,
  frame: BoardRecord,
  w: number,
  heights: readonly number[],
): CardPlace[] {
  const frames = areaFrames(records.values(), stringOf(frame.meta?.['area']))
  const places: CardPlace[] = []
  for (const each of frames.length > 0 ? frames : [frame]) {
    const inside = tidyRows(heights.slice(places.length), w, roomOf(each), boxesIn(records, each.id), GAP)
    places.push(...inside.map((place) => ({ parentId: each.id, ...place })))
  }
  return places
}

/** The part of an area that is for cards, in its own space. */
export function roomOf({ props, meta }: BoardRecord): Rect {
  const [w, h] = [numberOf(props?.['w']), numberOf(props?.['h'])]
  const top = areaHeaderHeight(stringOf(props?.['name']), stringOf(meta?.['instruction']), w)
  return { x: AREA_METRICS.padding, y: top, w: w - 2 * AREA_METRICS.padding, h: h - top - AREA_METRICS.padding }
}

/** What lies directly in a parent, in its space. Arrows take no room. */
export function boxesIn(records: ReadonlyMap<string, BoardRecord>, parentId: string): Rect[] {
  const boxes: Rect[] = []
  for (const record of records.values()) {
    if (record['parentId'] !== parentId || record.typeName !== 'shape' || record.type === 'arrow') continue
    boxes.push({ x: numberOf(record['x']), y: numberOf(record['y']), ...sizeOf(record) })
  }
  return boxes
}

/** How much room a shape takes, a card's foot included. */
export function sizeOf(record: BoardRecord): { w: number; h: number } {
  const { props } = record
  return { w: numberOf(props?.['w']), h: numberOf(props?.['h']) + (isCard(record) ? cardFoot(record).height : 0) }
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
