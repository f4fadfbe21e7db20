import { Vec, type VecLike } from 'tldraw'

interface Rect {
  x: number
  y: number
  w: number
  h: number
}

/** A cubic from card to card; all points in the link's own space. */
export interface LinkCurve {
  start: Vec
  cp1: Vec
  cp2: Vec
  end: Vec
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

/** Leaves and meets the cards square to their sides. Between two facing sides it stays inside the box of its two ends. */
export function linkCurve(start: VecLike, startNormal: VecLike, end: VecLike, endNormal: VecLike): LinkCurve {
  const from = Vec.From(start)
  const to = Vec.From(end)
  const way = Vec.Sub(to, from)
  const reach = (along: number) => (along > 0 ? along / 2 : Math.max(MIN_REACH, way.len() / 3))
  return {
    start: from,
    cp1: Vec.Add(from, Vec.Mul(startNormal, reach(Vec.Dpr(way, startNormal)))),
    cp2: Vec.Add(to, Vec.Mul(endNormal, reach(-Vec.Dpr(way, endNormal)))),
    end: to,
  }
}

const n = (value: number) => Number(value.toFixed(2))

export function curvePath({ start, cp1, cp2, end }: LinkCurve): string {
  return `M${n(start.x)} ${n(start.y)}C${n(cp1.x)} ${n(cp1.y)} ${n(cp2.x)} ${n(cp2.y)} ${n(end.x)} ${n(end.y)}`
}

/** An open arrowhead at the curve's end, turned as the curve arrives. */
export function headPath({ cp2, end }: LinkCurve, size: number): string {
  const back = Vec.Sub(cp2, end).uni().mul(size)
  const a = Vec.Add(end, Vec.Rot(back, 0.5))
  const b = Vec.Add(end, Vec.Rot(back, -0.5))
  return `M${n(a.x)} ${n(a.y)}L${n(end.x)} ${n(end.y)}L${n(b.x)} ${n(b.y)}`
}
