import type { BoardOperation } from '../board/board-operation.ts'
import type { BoardRecord } from '../board/board-record.ts'
import { CARD_KINDS } from '../board/card.ts'
import { placeFacet } from '../board/facets.ts'
import { tidyRows, type Rect } from '../board/tidy-rows.ts'
import { compareIds } from './compare-ids.ts'
import type { MappingCard } from './mapping-card.ts'

/** Side by side, one column for each group; or in rows, each group on rows of its own. */
export type TidyForm = 'columns' | 'grid'

/** What cards are put in order by. */
export const TIDY_ORDERS = ['kind', 'cluster', 'votes', 'author'] as const
export type TidyOrder = (typeof TIDY_ORDERS)[number]

/** Least air, in board units: between cards as `placeInArea` leaves it, twice as much between groups, so that they show. */
export const TIDY_GAP = { card: 20, group: 40 } as const

/** Something to put in order. All boxes, the room and what stands there share one space; board units. */
export interface TidyBox extends Rect {
  /** record id */
  id: string
  /** boxes with the same key stay together */
  group: string
  /** smaller comes first in its group; equal ones keep the order in which they are read now: rows for a grid, columns for columns */
  rank: number
  /** stays where it is, and the others make room */
  locked: boolean
}

/** Where tidied boxes go. What needs more height gets it. */
export interface TidyRoom {
  x: number
  y: number
  w: number
  /** the lower edge, which columns do not cross as long as there is room for another one beside them */
  bottom?: number
}

/** New places of the boxes that are not locked, and the rectangle that everything takes, locked ones included; null for no boxes. */
export interface TidyResult {
  places: ReadonlyMap<string, { x: number; y: number }>
  bounds: Rect | null
}

/**
 * Puts boxes in order. `groups`: keys in the order of their columns or rows; others follow, sorted. `taken`: what else stands there and
 * is left alone. Afterwards nothing that was moved overlaps anything. Doing it twice changes nothing more.
 */
export function tidy(
  boxes: readonly TidyBox[],
  { form, room, groups = [], taken = [] }: { form: TidyForm; room: TidyRoom; groups?: readonly string[]; taken?: readonly Rect[] },
): TidyResult {
  const moving = boxes.filter(({ locked }) => !locked)
  const fixed = [...taken, ...boxes.filter(({ locked }) => locked)]
  const sorted = groupsOf(moving, groups, form)
  const places = form === 'columns' ? columns(sorted, room, fixed) : grid(sorted, room, fixed)
  return { places, bounds: around(boxes.map((box) => ({ ...box, ...places.get(box.id) }))) }
}

function groupsOf(boxes: readonly TidyBox[], order: readonly string[], form: TidyForm): TidyBox[][] {
  const byKey = new Map<string, TidyBox[]>()
  for (const box of boxes) byKey.set(box.group, [...(byKey.get(box.group) ?? []), box])
  const rankOf = new Map(order.map((key, i) => [key, i]))
  const rank = (key: string) => rankOf.get(key) ?? order.length
  return [...byKey]
    .sort(([a], [b]) => rank(a) - rank(b) || compareIds(a, b))
    .map(([, its]) => inReadingOrder(its, form).sort((a, b) => a.rank - b.rank))
}

/** Row by row, or column by column. Boxes that begin within half a box of one another are read as one line: nobody places cards exactly. */
function inReadingOrder(boxes: readonly TidyBox[], form: TidyForm): TidyBox[] {
  const [across, along, size] = form === 'grid' ? (['y', 'x', 'h'] as const) : (['x', 'y', 'w'] as const)
  const lines: TidyBox[][] = []
  for (const box of [...boxes].sort((a, b) => a[across] - b[across] || compareIds(a.id, b.id))) {
    const line = lines.at(-1)
    const first = line?.[0]
    if (line && first && box[across] < first[across] + first[size] / 2) line.push(box)
    else lines.push([box])
  }
  return lines.flatMap((line) => line.sort((a, b) => a[along] - b[along] || compareIds(a.id, b.id)))
}

function columns(groups: readonly TidyBox[][], room: TidyRoom, fixed: readonly Rect[]): Map<string, { x: number; y: number }> {
  const places = new Map<string, { x: number; y: number }>()
  const right = room.x + room.w
  let x = room.x
  let top = room.y
  let bottom = room.y
  for (const boxes of groups) {
    const w = Math.max(...boxes.map((box) => box.w))
    if (x > room.x && x + w > right) {
      x = room.x
      top = bottom + TIDY_GAP.group
    }
    let y = top
    for (const box of boxes) {
      y = freeY({ x, y, w: box.w, h: box.h }, fixed)
      // Columns below the first ones have left the room already.
      const crosses = room.bottom !== undefined && top === room.y && y + box.h > room.bottom && y > top
      if (crosses && x + 2 * w + TIDY_GAP.card <= right) {
        x += w + TIDY_GAP.card
        y = freeY({ x, y: top, w: box.w, h: box.h }, fixed)
      }
      places.set(box.id, { x, y })
      bottom = Math.max(bottom, y + box.h)
      y += box.h + TIDY_GAP.card
    }
    x += w + TIDY_GAP.group
  }
  return places
}

/** How far down a box must go to be clear of everything that stays. */
function freeY(box: Rect, fixed: readonly Rect[]): number {
  const gap = TIDY_GAP.card
  let y = box.y
  for (;;) {
    const at = { x: box.x - gap, y: y - gap, w: box.w + 2 * gap, h: box.h + 2 * gap }
    const inTheWay = fixed.filter((rect) => overlap(at, rect))
    if (inTheWay.length === 0) return y
    y = Math.max(...inTheWay.map((rect) => rect.y + rect.h)) + gap
  }
}

function grid(groups: readonly TidyBox[][], room: TidyRoom, fixed: readonly Rect[]): Map<string, { x: number; y: number }> {
  const places = new Map<string, { x: number; y: number }>()
  const w = Math.max(0, ...groups.flat().map((box) => box.w))
  let y = room.y
  for (const boxes of groups) {
    const cells = tidyRows(
      boxes.map(({ h }) => h),
      w,
      { x: room.x, y, w: Math.max(room.w, w), h: Infinity },
      fixed,
      TIDY_GAP.card,
    )
    for (const [i, box] of boxes.entries()) {
      const cell = cells[i]
      if (!cell) continue
      places.set(box.id, cell)
      y = Math.max(y, cell.y + box.h + TIDY_GAP.group)
    }
  }
  return places
}

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

function around(rects: readonly Rect[]): Rect | null {
  if (rects.length === 0) return null
  const x = Math.min(...rects.map((rect) => rect.x))
  const y = Math.min(...rects.map((rect) => rect.y))
  return { x, y, w: Math.max(...rects.map((rect) => rect.x + rect.w)) - x, h: Math.max(...rects.map((rect) => rect.y + rect.h)) - y }
}

/**
 * Group and rank of a card. By `votes` there is one group, most votes first; by `kind` in the order of `CARD_KINDS`; cards without a
 * cluster come after all clusters, and the paper's cards, which have no author, after everybody's.
 */
export function tidyKey(card: MappingCard, by: TidyOrder, votes: ReadonlyMap<string, number> = new Map()): { group: string; rank: number } {
  switch (by) {
    case 'kind':
      return { group: `${CARD_KINDS.indexOf(card.kind)}`, rank: 0 }
    case 'cluster':
      return { group: card.cluster ?? LAST, rank: 0 }
    case 'votes':
      return { group: '', rank: -(votes.get(card.id) ?? 0) }
    case 'author':
      return { group: card.author ?? LAST, rank: 0 }
  }
}

/** Sorts after every id. */
const LAST = '\u{FFFF}'

/** The operations that put records at new places in the space of their parents. What stands there already is left out. */
export function placeOperations(
  records: ReadonlyMap<string, BoardRecord>,
  places: ReadonlyMap<string, { x: number; y: number }>,
): BoardOperation[] {
  return [...places].flatMap(([id, { x, y }]): BoardOperation[] => {
    const record = records.get(id)
    if (!record || (record['x'] === x && record['y'] === y)) return []
    return [{ op: 'change', id, changes: [placeFacet({ ...record, x, y })] }]
  })
}
