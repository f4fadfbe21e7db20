/** A rectangle in any one space. */
export interface Rect {
  x: number
  y: number
  w: number
  h: number
}

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

/**
 * Places cards of width `w` and the given heights in rows inside `room`, around what is `taken`, in reading order; nothing
 * comes closer to anything than `gap`. Returns the places of those that fit: the first ones, so that the list stays in order.
 */
export function tidyRows(
  heights: readonly number[],
  w: number,
  room: Rect,
  taken: readonly Rect[],
  gap: number,
): { x: number; y: number }[] {
  const places: { x: number; y: number }[] = []
  const columns = Math.floor((room.w + gap) / (w + gap))
  if (columns < 1) return places
  let y = room.y
  while (places.length < heights.length) {
    const h = Math.max(...heights.slice(places.length, places.length + columns))
    if (y + h > room.y + room.h) break
    const free: number[] = []
    let nextFree = Infinity
    for (let column = 0; column < columns; column++) {
      const x = room.x + column * (w + gap)
      const cell = { x: x - gap, y: y - gap, w: w + 2 * gap, h: h + 2 * gap }
      const inTheWay = taken.filter((rect) => overlap(cell, rect))
      if (inTheWay.length === 0) free.push(x)
      else nextFree = Math.min(nextFree, ...inTheWay.map((rect) => rect.y + rect.h + gap))
    }
    for (const x of free.slice(0, heights.length - places.length)) places.push({ x, y })
    y = free.length > 0 ? y + h + gap : nextFree
  }
  return places
}
