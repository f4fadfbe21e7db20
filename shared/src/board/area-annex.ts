import { AREA_METRICS, areaHeaderHeight } from './area-metrics.ts'
import type { BoardRecord } from './board-record.ts'
import { newShape, topIndices } from './new-records.ts'
import { annexNumber, areaFrames, boxesIn, GAP, placeInFrames, roomOf, type CardPlace } from './place-in-area.ts'
import { tidyRows } from './tidy-rows.ts'

/** Width to height that an annex is given: that of the screens and walls it is read on. */
const SCREEN_RATIO = 16 / 9

/** Air between the board and an annex below it, in board units. */
const MARGIN = 48

/** When one card has no room, more will come, as from one group after the other: an annex has room for about so many. */
export const SPARE_CARDS = 29

/** What an annex should be, should one be needed. */
export interface AnnexWish {
  /** further cards of the first one's height that it is to have room for */
  spare?: number
  /** only facilitators change it, as they do the template's areas; participants cannot make it so */
  locked?: boolean
}

/** Places for all cards in their area, and the frame that it needs for them (null: it has room). */
export interface RoomForCards {
  places: readonly CardPlace[]
  annex: BoardRecord | null
}

/**
 * Places for cards of width `w` and the given heights. When the area has no room for all of them they stand together in
 * an annex: a frame of the same area, below everything on the board, as wide for its height as a screen, so that the notes of a whole
 * room can be read at once.
 * Its id follows from the area and its number, so that two people who make it at once make the same one.
 */
export function makeRoom(
  records: ReadonlyMap<string, BoardRecord>,
  frame: BoardRecord,
  w: number,
  heights: readonly number[],
  { spare = 0, locked = false }: AnnexWish = {},
): RoomForCards {
  const inside = placeInFrames(records, frame, w, heights)
  const pageId = frame['parentId']
  if (inside.length === heights.length || typeof pageId !== 'string') return { places: inside, annex: null }

  const boxes = boxesIn(records, pageId)
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.max(...boxes.map((box) => box.y + box.h)) + MARGIN
  const area = String(frame.meta?.['area'])
  const number = Math.max(0, ...areaFrames(records.values(), area).map(annexNumber)) + 1
  const name = `${String(frame.props?.['name'])} · ${number + 1}`
  const size = sizeFor(name, w, [...heights, ...Array<number>(spare).fill(heights[0] ?? 0)])
  const { start: _start, instruction: _instruction, lock: _lock, ...meta } = frame.meta ?? {}
  const annex: BoardRecord = {
    ...newShape(`shape:annex-${area}-${number}`, 'frame', pageId, topIndices(records.values(), pageId, 1)[0] ?? 'a1', x, y),
    props: { ...frame.props, ...size, name },
    meta: { ...meta, ...(locked ? { lock: true } : {}), annex: number },
  }
  const places = tidyRows(heights, w, roomOf(annex), [], GAP).map((place) => ({ parentId: annex.id, ...place }))
  return { places, annex }
}

/** The narrowest frame that is as wide for its height as a screen. */
function sizeFor(name: string, w: number, heights: readonly number[]): { w: number; h: number } {
  let size = { w: 0, h: 0 }
  for (let columns = 1; columns <= heights.length; columns++) {
    const width = 2 * AREA_METRICS.padding + columns * (w + GAP) - GAP
    const top = areaHeaderHeight(name, '', width)
    const places = tidyRows(heights, w, { x: 0, y: 0, w: width - 2 * AREA_METRICS.padding, h: Infinity }, [], GAP)
    const bottom = Math.max(...places.map(({ y }, i) => y + (heights[i] ?? 0)))
    size = { w: width, h: top + bottom + AREA_METRICS.padding }
    if (size.w >= size.h * SCREEN_RATIO) break
  }
  return size
}
