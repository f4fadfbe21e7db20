import type { BoardRecord } from './board-record.ts'

/** Where a shape stands on its page, in board units: its own place and those of what it lies in. Rotation is left out. */
export function pagePosition(records: ReadonlyMap<string, BoardRecord>, id: string): { x: number; y: number } {
  let [x, y] = [0, 0]
  const visited = new Set<string>()
  for (let record = records.get(id); record && !visited.has(record.id); record = records.get(String(record['parentId']))) {
    visited.add(record.id)
    x += typeof record['x'] === 'number' ? record['x'] : 0
    y += typeof record['y'] === 'number' ? record['y'] : 0
  }
  return { x, y }
}

/** Things that stand less than this apart in height are read as one line, from left to right; in board units. */
const LINE = 40

/** Shapes as people read a board: from top to bottom, and from left to right in each line. */
export function inReadingOrder<Shape extends { id: string }>(records: ReadonlyMap<string, BoardRecord>, shapes: readonly Shape[]): Shape[] {
  return shapes
    .map((shape) => ({ shape, ...pagePosition(records, shape.id) }))
    .sort((a, b) => Math.floor(a.y / LINE) - Math.floor(b.y / LINE) || a.x - b.x || (a.shape.id < b.shape.id ? -1 : 1))
    .map(({ shape }) => shape)
}
