import { GAP } from './place-in-area.ts'
import type { Rect } from './tidy-rows.ts'

/** The free place for a box that is nearest to where it is wanted; `room`: what it must not leave. Null when there is none. */
export function nearestFree(wanted: Rect, taken: readonly Rect[], room: Rect): { x: number; y: number } | null {
  const fits = (at: Rect) =>
    at.x >= room.x &&
    at.y >= room.y &&
    at.x + at.w <= room.x + room.w &&
    at.y + at.h <= room.y + room.h &&
    !taken.some((rect) => overlap(at, rect))
  const inside = {
    x: Math.max(room.x, Math.min(wanted.x, room.x + room.w - wanted.w)),
    y: Math.max(room.y, Math.min(wanted.y, room.y + room.h - wanted.h)),
  }
  // A box that is pushed aside as little as possible touches what is in its way, or an edge of the room.
  const xs = [inside.x, room.x, ...taken.flatMap((rect) => [rect.x + rect.w + GAP, rect.x - GAP - wanted.w])]
  const ys = [inside.y, room.y, ...taken.flatMap((rect) => [rect.y + rect.h + GAP, rect.y - GAP - wanted.h])]
  const far = (at: { x: number; y: number }) => Math.abs(at.x - wanted.x) + Math.abs(at.y - wanted.y)
  let nearest: { x: number; y: number } | null = null
  for (const x of xs) {
    for (const y of ys) {
      if ((nearest === null || far({ x, y }) < far(nearest)) && fits({ ...wanted, x, y })) nearest = { x, y }
    }
  }
  return nearest
}

/** The same where there is no lower edge: below everything that is in its way. */
export function freeBelow(wanted: Rect, taken: readonly Rect[]): { x: number; y: number } {
  let y = wanted.y
  for (;;) {
    const at = { ...wanted, y }
    const inTheWay = taken.filter((rect) => overlap(at, rect))
    if (inTheWay.length === 0) return { x: wanted.x, y }
    y = Math.max(...inTheWay.map((rect) => rect.y + rect.h)) + GAP
  }
}

/** True when two boxes have more than an edge in common. */
export function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}
