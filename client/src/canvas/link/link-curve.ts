import { Vec, type VecLike } from 'tldraw'

export interface Rect {
  x: number
  y: number
  w: number
  h: number
}

/**
 * The way from card to card: straight out of the first card's area, a cubic from area to area, straight in again.
 * All points in the link's own space; without areas between, `from` is `start` and `end` is `to`.
 */
export interface LinkCurve {
  from: Vec
  start: Vec
  cp1: Vec
  cp2: Vec
  end: Vec
  to: Vec
}

/** Where a link leaves or meets a card, square to the card's side, and the area the card lies in. */
export interface LinkEnd {
  point: VecLike
  normal: VecLike
  area: Rect | null
}

/** How far a curve leaves a card straight on, at least, in board units. */
const MIN_REACH = 24

/** Outward direction of the side of `rect` that `point` lies on or nearest to. */
export function sideNormal(rect: Rect, point: VecLike): Vec {
  const distances: [number, Vec][] = [
    [Math.abs(point.x - rect.x), new Vec(-1, 0)],
    [Math.abs(point.x - rect.x - rect.w), new Vec(1, 0)],
    [Math.abs(point.y - rect.y), new Vec(0, -1)],
    [Math.abs(point.y - rect.y - rect.h), new Vec(0, 1)],
  ]
  let [best, normal] = distances[0] ?? [Infinity, new Vec(1, 0)]
  for (const [distance, candidate] of distances) {
    if (distance < best) {
      best = distance
      normal = candidate
    }
  }
  return normal
}

/** Where a link leaves `from` when nobody chose a point: the middle of the side that faces `to`. */
export function facingPoint(from: Rect, to: Rect, gap: number): VecLike {
  const middle = { x: from.x + from.w / 2, y: from.y + from.h / 2 }
  const dx = to.x + to.w / 2 - middle.x
  const dy = to.y + to.h / 2 - middle.y
  const apartX = Math.max(to.x - (from.x + from.w), from.x - (to.x + to.w))
  const apartY = Math.max(to.y - (from.y + from.h), from.y - (to.y + to.h))
  if (apartX >= Math.min(0, apartY)) return { x: dx > 0 ? from.x + from.w + gap : from.x - gap, y: middle.y }
  return { x: middle.x, y: dy > 0 ? from.y + from.h + gap : from.y - gap }
}

/**
 * Leaves and meets the cards square to their sides. Between facing sides of two areas that lie beside each other the curve
 * stays in the gap between the areas, so that it crosses no card of either nor of an area above or below.
 */
export function linkCurve(first: LinkEnd, second: LinkEnd): LinkCurve {
  const from = Vec.From(first.point)
  const to = Vec.From(second.point)
  const exits = [atBorder(from, first), atBorder(to, second)] as const
  const isGap = first.normal.x * second.normal.x < 0 && (exits[1].x - exits[0].x) * first.normal.x > 0
  const [start, end] = isGap ? exits : [from, to]
  const way = Vec.Sub(end, start)
  const reach = (along: number) => (along > 0 ? along / 2 : Math.max(MIN_REACH, way.len() / 3))
  return {
    from,
    start,
    cp1: Vec.Add(start, Vec.Mul(first.normal, reach(Vec.Dpr(way, first.normal)))),
    cp2: Vec.Add(end, Vec.Mul(second.normal, reach(-Vec.Dpr(way, second.normal)))),
    end,
    to,
  }
}

/** Straight on from a card's left or right side to the border of its area. */
function atBorder(point: Vec, { normal, area }: LinkEnd): Vec {
  if (!area || normal.x === 0) return point
  return new Vec(normal.x > 0 ? Math.max(point.x, area.x + area.w) : Math.min(point.x, area.x), point.y)
}

/** The same way from its other end. */
export function reversed({ from, start, cp1, cp2, end, to }: LinkCurve): LinkCurve {
  return { from: to, start: end, cp1: cp2, cp2: cp1, end: start, to: from }
}

/** Enough corners that nobody sees one. */
const CORNERS = 16

/** The way as corners, for finding what is under the pointer. */
export function curvePoints({ from, start, cp1, cp2, end, to }: LinkCurve): Vec[] {
  const points = Array.from({ length: CORNERS + 1 }, (_, i) => {
    const t = i / CORNERS
    const s = 1 - t
    const at = (a: number, b: number, c: number, d: number) => s ** 3 * a + 3 * s * s * t * b + 3 * s * t * t * c + t ** 3 * d
    return new Vec(at(start.x, cp1.x, cp2.x, end.x), at(start.y, cp1.y, cp2.y, end.y))
  })
  return [from, ...points, to]
}

const n = (value: number) => Number(value.toFixed(2))
const line = (a: Vec, b: Vec) => (a.equals(b) ? '' : `L${n(b.x)} ${n(b.y)}`)

export function curvePath({ from, start, cp1, cp2, end, to }: LinkCurve): string {
  const cubic = `C${n(cp1.x)} ${n(cp1.y)} ${n(cp2.x)} ${n(cp2.y)} ${n(end.x)} ${n(end.y)}`
  return `M${n(from.x)} ${n(from.y)}${line(from, start)}${cubic}${line(end, to)}`
}

/** An open arrowhead at the end, turned as the line arrives. */
export function headPath({ cp2, end, to }: LinkCurve, size: number): string {
  const back = Vec.Sub(to.equals(end) ? cp2 : end, to)
    .uni()
    .mul(size)
  const a = Vec.Add(to, Vec.Rot(back, 0.5))
  const b = Vec.Add(to, Vec.Rot(back, -0.5))
  return `M${n(a.x)} ${n(a.y)}L${n(to.x)} ${n(to.y)}L${n(b.x)} ${n(b.y)}`
}

/** A bar across the end, where a link does not get through. */
export function barPath({ cp2, end, to }: LinkCurve, size: number): string {
  const across = Vec.Sub(to.equals(end) ? cp2 : end, to)
    .uni()
    .per()
    .mul(size * 0.75)
  const [a, b] = [Vec.Add(to, across), Vec.Sub(to, across)]
  return `M${n(a.x)} ${n(a.y)}L${n(b.x)} ${n(b.y)}`
}
