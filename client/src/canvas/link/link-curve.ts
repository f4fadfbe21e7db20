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
  /** corners on the way from `from` to `start`, where a card stands in the way */
  before: readonly Vec[]
  start: Vec
  cp1: Vec
  cp2: Vec
  end: Vec
  /** the same between `end` and `to` */
  after: readonly Vec[]
  to: Vec
}

/** Where a link leaves or meets a card, square to the card's side, and the area the card lies in. */
export interface LinkEnd {
  point: VecLike
  normal: VecLike
  area: Rect | null
  /** the other cards of that area */
  others?: readonly Rect[]
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
  const borders = [atBorder(from, first), atBorder(to, second)] as const
  const isNarrow = Math.abs(borders[1].x - borders[0].x) < MIN_BEND
  const exits = isNarrow ? ([beforeBorder(first, borders[0], to), beforeBorder(second, borders[1], from)] as const) : borders
  const isGap = first.normal.x * second.normal.x < 0 && (exits[1].x - exits[0].x) * first.normal.x > 0
  if (!isGap) {
    const over = overInOneArea(first, second)
    if (over) return over
  }
  const before = isGap ? cornersAround(first, exits[0].x) : []
  const after = isGap ? cornersAround(second, exits[1].x).reverse() : []
  const start = isGap ? new Vec(exits[0].x, before.at(-1)?.y ?? from.y) : from
  const end = isGap ? new Vec(exits[1].x, after[0]?.y ?? to.y) : to
  const way = Vec.Sub(end, start)
  const reach = (along: number) => (along > 0 ? along / 2 : Math.max(MIN_REACH, way.len() / 3))
  return {
    from,
    before,
    start,
    cp1: Vec.Add(start, Vec.Mul(first.normal, reach(Vec.Dpr(way, first.normal)))),
    cp2: Vec.Add(end, Vec.Mul(second.normal, reach(-Vec.Dpr(way, second.normal)))),
    end,
    after,
    to,
  }
}

/** A narrower gap between two areas makes a link turn too sharply to be followed by eye. */
const MIN_BEND = 120

/** As far inside the area's border as no other card stands between the heights of the two ends. */
function beforeBorder({ point, normal, others }: LinkEnd, border: Vec, other: VecLike): Vec {
  if (!others || normal.x === 0) return border
  const [top, bottom] = [Math.min(point.y, other.y) - LANE, Math.max(point.y, other.y) + LANE]
  const edges = others.filter(({ y, h }) => y < bottom && y + h > top).map(({ x, w }) => (normal.x > 0 ? x + w : x))
  const x = normal.x > 0 ? Math.min(border.x, Math.max(point.x, ...edges)) : Math.max(border.x, Math.min(point.x, ...edges))
  return new Vec(x, border.y)
}

/** Between two cards of one area that stand in one row: along the free lane beside the cards between them. */
function overInOneArea(first: LinkEnd, second: LinkEnd): LinkCurve | null {
  if (first.normal.x * second.normal.x >= 0 || first.area === null || !sameRect(first.area, second.area)) return null
  const before = cornersAround(first, second.point.x)
  const [turn, start] = before
  if (!turn || !start) return null
  const end = new Vec(second.point.x + second.normal.x * Math.abs(turn.x - first.point.x), start.y)
  const third = Vec.Lrp(start, end, 1 / 3)
  const to = Vec.From(second.point)
  return {
    from: Vec.From(first.point),
    before: [turn],
    start,
    cp1: third,
    cp2: Vec.Lrp(start, end, 2 / 3),
    end,
    after: [new Vec(end.x, to.y)],
    to,
  }
}

function sameRect(a: Rect, b: Rect | null): boolean {
  return b !== null && a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h
}

/** Air between a link and the cards that it goes around. */
const LANE = 9

/**
 * Two corners that lead from a card's side into the nearest free lane above or below the cards between it and `exitX`. None when
 * nothing stands in the way, or when no lane is free: then the link crosses, as cards can lie anywhere.
 */
function cornersAround({ point, normal, others = [] }: LinkEnd, exitX: number): Vec[] {
  const left = Math.min(point.x, exitX)
  const right = Math.max(point.x, exitX)
  const between = others.filter(({ x, w }) => x < right && x + w > left)
  const isFree = (y: number) => between.every((card) => y <= card.y || y >= card.y + card.h)
  if (isFree(point.y)) return []
  const blocking = between.filter((card) => point.y > card.y && point.y < card.y + card.h)
  const lanes = blocking.flatMap(({ y, h }) => [y - LANE, y + h + LANE]).filter(isFree)
  const lane = lanes.sort((a, b) => Math.abs(a - point.y) - Math.abs(b - point.y))[0]
  const room = Math.min(...blocking.map(({ x, w }) => (normal.x > 0 ? x - point.x : point.x - x - w)))
  if (lane === undefined || room <= 0) return []
  const x = point.x + normal.x * Math.min(room / 2, 2 * LANE)
  return [new Vec(x, point.y), new Vec(x, lane)]
}

/** Straight on from a card's left or right side to the border of its area. */
function atBorder(point: Vec, { normal, area }: LinkEnd): Vec {
  if (!area || normal.x === 0) return point
  return new Vec(normal.x > 0 ? Math.max(point.x, area.x + area.w) : Math.min(point.x, area.x), point.y)
}

/** The same way from its other end. */
export function reversed({ from, before, start, cp1, cp2, end, after, to }: LinkCurve): LinkCurve {
  return { from: to, before: after.toReversed(), start: end, cp1: cp2, cp2: cp1, end: start, after: before.toReversed(), to: from }
}

/** Enough corners that nobody sees one. */
const CORNERS = 16

/** The way as corners, for finding what is under the pointer. */
export function curvePoints({ from, before, start, cp1, cp2, end, after, to }: LinkCurve): Vec[] {
  const points = Array.from({ length: CORNERS + 1 }, (_, i) => {
    const t = i / CORNERS
    const s = 1 - t
    const at = (a: number, b: number, c: number, d: number) => s ** 3 * a + 3 * s * s * t * b + 3 * s * t * t * c + t ** 3 * d
    return new Vec(at(start.x, cp1.x, cp2.x, end.x), at(start.y, cp1.y, cp2.y, end.y))
  })
  return [from, ...before, ...points, ...after, to]
}

const n = (value: number) => Number(value.toFixed(2))
const at = ({ x, y }: Vec) => `${n(x)} ${n(y)}`

/** Radius of the corners on the way around a card. */
const CORNER = 9

/** Straight lines along `points` from its first one, where the path is already, with rounded corners. */
function polyline(points: readonly Vec[]): string {
  let path = ''
  for (let i = 1; i < points.length; i++) {
    const [last, corner, next] = [points[i - 1], points[i], points[i + 1]]
    if (!last || !corner || last.equals(corner)) continue
    if (!next) {
      path += `L${at(corner)}`
      continue
    }
    const radius = Math.min(CORNER, Vec.Dist(last, corner) / 2, Vec.Dist(corner, next) / 2)
    path += `L${at(Vec.Nudge(corner, last, radius))}Q${at(corner)} ${at(Vec.Nudge(corner, next, radius))}`
  }
  return path
}

export function curvePath({ from, before, start, cp1, cp2, end, after, to }: LinkCurve): string {
  const cubic = `C${n(cp1.x)} ${n(cp1.y)} ${n(cp2.x)} ${n(cp2.y)} ${n(end.x)} ${n(end.y)}`
  return `M${at(from)}${polyline([from, ...before, start])}${cubic}${polyline([end, ...after, to])}`
}

/** Where the line comes from when it arrives. */
function lastTurn({ cp2, end, after, to }: LinkCurve): Vec {
  return after.at(-1) ?? (to.equals(end) ? cp2 : end)
}

/** An open arrowhead at the end, turned as the line arrives. */
export function headPath(curve: LinkCurve, size: number): string {
  const { to } = curve
  const back = Vec.Sub(lastTurn(curve), to).uni().mul(size)
  const a = Vec.Add(to, Vec.Rot(back, 0.5))
  const b = Vec.Add(to, Vec.Rot(back, -0.5))
  return `M${n(a.x)} ${n(a.y)}L${n(to.x)} ${n(to.y)}L${n(b.x)} ${n(b.y)}`
}

/** A bar across the end, where a link does not get through. */
export function barPath(curve: LinkCurve, size: number): string {
  const { to } = curve
  const across = Vec.Sub(lastTurn(curve), to)
    .uni()
    .per()
    .mul(size * 0.75)
  const [a, b] = [Vec.Add(to, across), Vec.Sub(to, across)]
  return `M${n(a.x)} ${n(a.y)}L${n(b.x)} ${n(b.y)}`
}
