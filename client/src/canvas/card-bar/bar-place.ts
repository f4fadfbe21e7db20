/** Air between the bar and the cards, and to the edges of the canvas, in pixels. */
const GAP = 10
const EDGE = 8
/** height of the bar */
const HEIGHT = 46
/** the toolbar with its distance from the edge */
const TOOLBAR = 92
/** half of a usual bar; it is centred above the cards */
const HALF = 180

interface Screen {
  x: number
  y: number
  w: number
  h: number
}

/**
 * Where the bar stands, in pixels from the canvas's corner: above the cards, below them where there is no room above, over
 * their upper part when they fill the screen. Null when none of them is in view. `barHalf`: half of the bar's width.
 */
export function barPlace(cards: Screen | undefined, canvas: Screen, barHalf = HALF): { x: number; y: number } | null {
  if (!cards) return null
  const top = cards.y - canvas.y
  const bottom = top + cards.h
  const left = cards.x - canvas.x
  if (bottom < 0 || top > canvas.h || left + cards.w < 0 || left > canvas.w) return null
  const half = Math.min(barHalf, canvas.w / 2 - EDGE)
  const x = Math.max(half + EDGE, Math.min(left + cards.w / 2, canvas.w - half - EDGE))
  const above = top - GAP - HEIGHT
  if (above >= EDGE) return { x, y: Math.min(above, canvas.h - TOOLBAR - HEIGHT) }
  const under = bottom + GAP
  if (under + HEIGHT <= canvas.h - TOOLBAR) return { x, y: under }
  return { x, y: EDGE }
}
