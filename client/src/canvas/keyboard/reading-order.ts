import type { Box, TLShape } from 'tldraw'

interface Placed {
  shape: TLShape
  box: Pick<Box, 'x' | 'y' | 'midY'>
  /** position of its area among the areas; those outside of all come last */
  area: number
}

/** Things whose middles are closer than this stand in one row, in board units: half a small card. */
const ROW = 30

/** Area by area, in each from top to bottom and from left to right. */
export function inReadingOrder(placed: readonly Placed[]): TLShape[] {
  const sorted = [...placed].sort((a, b) => a.area - b.area || a.box.midY - b.box.midY)
  const rows: Placed[][] = []
  for (const item of sorted) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && first.area === item.area && item.box.midY - first.box.midY < ROW) row.push(item)
    else rows.push([item])
  }
  return rows.flatMap((row) => row.sort((a, b) => a.box.x - b.box.x).map(({ shape }) => shape))
}
