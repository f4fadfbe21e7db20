import type { BoardOperation } from '../board/board-operation.ts'
import type { BoardRecord } from '../board/board-record.ts'
import { overlap } from '../board/nearest-free.ts'
import { overlayFacets } from '../board/overlay-facets.ts'
import { isCluster } from '../board/permission.ts'
import { sizeOf } from '../board/place-in-area.ts'
import type { Rect } from '../board/tidy-rows.ts'
import { placeInside } from './cluster-operations.ts'
import { compareIds } from './compare-ids.ts'
import type { Records } from './link-operations.ts'

/**
 * Many people put something on the board in the same second, and all find the same place free: this moves a card or cluster off what it
 * covers. Of those that cover one another the one with the least id stays. All who see the same board give the others the same new
 * places, in the order of their ids, so that a whole room that added in the same second needs one move each.
 *
 * @param isLate made without a connection: whatever stands there by now stays
 */
export function stepAside(records: Records, shapeId: string, isLate = false): BoardOperation[] {
  const shape = records.get(shapeId)
  const frame = records.get(String(shape?.['parentId']))
  if (!shape || frame?.type !== 'frame') return []
  const box = boxOf(shape)
  const siblings = [...records.values()].filter((each) => each['parentId'] === frame.id && isThing(each))
  const isCovering = siblings.some((each) => each.id !== shapeId && overlap(box, boxOf(each)))
  if (isLate ? isCovering : !isCovering && sticksOut(box, frame)) return placeInside(records, shape, frame)
  if (!isCovering) return []

  let seen: Records = records
  for (const each of inTheWay(siblings)) {
    const operations = placeInside(seen, each, frame)
    if (each.id === shapeId) return operations
    seen = after(seen, operations)
  }
  return []
}

/** Those that have to move, by id: they cover one that stays. */
function inTheWay(siblings: readonly BoardRecord[]): BoardRecord[] {
  const staying: Rect[] = []
  return siblings
    .toSorted((a, b) => compareIds(a.id, b.id))
    .filter((each) => {
      const box = boxOf(each)
      const mustMove = staying.some((other) => overlap(box, other))
      if (!mustMove) staying.push(box)
      return mustMove
    })
}

/** Two who let a cluster grow at once let it grow as one of them wanted. */
function sticksOut(box: Rect, frame: BoardRecord): boolean {
  const { w, h } = sizeOf(frame)
  return isCluster(frame) && frame.meta?.['lock'] !== true && (box.x + box.w > w || box.y + box.h > h)
}

/** What people put somewhere: cards, and clusters of them. */
function isThing(record: BoardRecord): boolean {
  return record.type === 'card' || isCluster(record)
}

/** The records as they read after what was done to them. */
function after(records: Records, operations: readonly BoardOperation[]): Records {
  const next = new Map(records)
  for (const operation of operations) {
    const record = operation.op === 'create' ? operation.record : next.get(operation.id)
    if (operation.op === 'create') next.set(operation.record.id, operation.record)
    else if (operation.op === 'change' && record) next.set(record.id, overlayFacets(record, operation.changes))
  }
  return next
}

function boxOf(record: BoardRecord): Rect {
  return { x: numberOf(record['x']), y: numberOf(record['y']), ...sizeOf(record) }
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0
}
